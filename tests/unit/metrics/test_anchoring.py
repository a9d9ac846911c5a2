"""Properties of anchoring: counts stay within what there is, and the share is a lower bound of every completion."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, ANCHORS, HANDED_IN, MEASURES
from bkcore.metrics.anchoring import anchored_share, anchoring, anchors
from bkcore.vocabulary import AnchorKind, CoverageState

DEPARTMENTS = pd.DataFrame(
    {"department_id": list("abc"), "title": list("ABC"), "first": None, "last": [None, None, "2023"]}, dtype="str"
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from([kind.value for kind in AnchorKind]),
        st.sampled_from(["r1", "r2", "r3"]),
        st.integers(2020, 2025),
        st.sampled_from([None, "a", "b", "c"]),
    ),
    max_size=20,
)


def records(rows) -> pd.DataFrame:
    table = [(*row, row[3] is None and row[0] != AnchorKind.ASSESSMENT.value) for row in rows]
    return ANCHORS.cast(pd.DataFrame(table, columns=list(ANCHORS.columns)))


@given(ROWS)
def test_counts_stay_within_what_there_is_and_states_follow_from_them(rows):
    matrix = anchoring(DEPARTMENTS, records=records(rows), until=2025)
    assert (matrix["found"] <= matrix["of"]).all()
    assert (matrix["open"] <= matrix["of"]).all()
    assert matrix.loc[matrix["state"].eq(CoverageState.COVERED.value), "found"].gt(0).all()
    assert matrix.loc[matrix["state"].eq(CoverageState.MISSING.value), ["found", "open"]].eq(0).all(axis=None)
    assert matrix.loc[matrix["department_id"].eq("c"), "year"].le(2023).all()


@given(ROWS, st.sampled_from(["a", "b", "c"]))
def test_writing_down_what_was_open_never_lowers_the_share(rows, department):
    before = anchored_share(anchoring(DEPARTMENTS, records=records(rows), until=2025))
    completed = [(kind, one, year, of or department) for kind, one, year, of in rows]
    after = anchored_share(anchoring(DEPARTMENTS, records=records(completed), until=2025))
    assert (after["anchored"] >= before["anchored"]).all()
    assert (after["anchored"] <= after["departments"]).all()
    assert before["share"].dropna().between(0, 1).all()


def test_without_departments_or_records_nothing_is_said():
    empty = ANCHORS.empty()
    assert anchoring(DEPARTMENTS, records=empty, until=2025).empty
    assert anchored_share(anchoring(DEPARTMENTS, records=empty, until=2025)).empty
    assert anchoring(DEPARTMENTS.head(0), records=records([("projekte", "r1", 2024, None)]), until=2025).empty


def test_a_project_that_begins_after_the_last_year_told_counts_in_none():
    projects = pd.DataFrame(
        {"project_id": ["later"], "responsibility": ["A"], "first": ["2027"], "last": ["2028"]}, dtype="str"
    )
    found = anchors(
        DEPARTMENTS,
        projects=projects,
        activities=ACTIVITIES.empty(),
        measures=MEASURES.empty(),
        handed_in=HANDED_IN.empty(),
        until=2026,
    )
    assert found.empty
    nothing = anchors(
        DEPARTMENTS,
        projects=projects.head(0),
        activities=ACTIVITIES.empty(),
        measures=MEASURES.empty(),
        handed_in=HANDED_IN.empty(),
        until=2026,
    )
    assert nothing.empty
