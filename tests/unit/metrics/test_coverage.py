"""Coverage of declared perspectives: bounds, order, folding, and what the shipped record says."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS, PERSPECTIVES
from bkcore.errors import ColumnMissing
from bkcore.metrics.coverage import coverage
from bkcore.vocabulary import CoverageState

DISTRICTS = st.sampled_from(["Rünthe", "RUENTHE", "ruenthe", "Heil", "", None])
TOWN = st.lists(st.tuples(st.sampled_from([2021, 2022, 2024]), DISTRICTS), min_size=1, max_size=12)


def frames(town):
    days = pd.to_datetime([f"{year}-05-01" for year, _ in town])
    names = [f"o-{number}" for number in range(len(town))]
    events = [f"a-{number}" for number in range(len(town))]
    organisations = pd.DataFrame(
        {"organisation_id": names, "kind": "verein", "sector": "civil", "district": [place for _, place in town]}
    )
    activities = pd.DataFrame(
        {
            "activity_id": events,
            "start": days,
            "start_latest": days,
            "status": "stattgefunden",
            "target_group": None,
            "languages": None,
        }
    )
    return pd.DataFrame({"organisation_id": names, "activity_id": events}), activities, organisations


def declared(*rows):
    return pd.DataFrame(list(rows), columns=list(PERSPECTIVES.columns)).astype(dict(PERSPECTIVES.kinds))


RUENTHE = declared(("ruenthe", "ortsteil", "Rünthe", None))


@given(town=TOWN)
@settings(max_examples=40)
def test_what_is_found_is_known_and_every_active_organisation_is_looked_at(town):
    found = coverage(RUENTHE, *frames(town)).set_index("year")
    assert found.index.tolist() == list(range(min(year for year, _ in town), max(year for year, _ in town) + 1))
    for year, row in found.iterrows():
        here = [place for own, place in town if own == year]
        assert row["of"] == len(here)
        assert row["known"] == sum(bool(place) for place in here)
        assert row["found"] == sum((place or "").casefold() in {"rünthe", "ruenthe"} for place in here)
        assert (row["state"] == CoverageState.MISSING) is (bool(here) and all(here) and not row["found"])


@given(town=TOWN, seed=st.integers(0, 99))
@settings(max_examples=30)
def test_neither_order_nor_repetition_changes_anything(town, seed):
    participations, activities, organisations = frames(town)
    plain = coverage(RUENTHE, participations, activities, organisations)
    twice = pd.concat([participations, participations]).sample(frac=1, random_state=seed)
    mixed = coverage(
        RUENTHE,
        twice,
        activities.sample(frac=1, random_state=seed),
        organisations.sample(frac=1, random_state=seed),
    )
    pd.testing.assert_frame_equal(plain, mixed)


def test_nothing_recorded_or_nothing_declared_gives_no_row():
    recorded = frames([(2024, "Heil")])
    assert coverage(declared(), *recorded).empty
    assert list(coverage(declared(), *recorded).columns) == list(coverage(RUENTHE, *recorded).columns)
    columns = {**ACTIVITIES.kinds, "target_group": "str", "languages": "str"}
    nothing = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})
    assert coverage(RUENTHE, PARTICIPATIONS.empty(), nothing, ORGANISATIONS.empty()).empty


@pytest.mark.parametrize(
    ("title", "words", "text", "covered"),
    [
        ("Ältere", None, "Angebot für ältere Menschen", True),
        ("Jugend", None, "Jugendliche", False),
        ("Frauen", "Mädchen; Mütter", "Mutter-Kind-Treff, auch für MÜTTER", True),
        ("60+", None, "Menschen 60+ und Familien", True),
        ("Eltern", None, "Großeltern", False),
        ("C++ (Kurs)", ";;", "c++ (kurs)", True),
    ],
)
def test_a_target_group_is_found_as_a_whole_word(title, words, text, covered):
    participations, activities, organisations = frames([(2024, None)])
    activities["target_group"] = [text]
    found = coverage(declared(("x", "zielgruppe", title, words)), participations, activities, organisations)
    assert found["state"].tolist() == ["vertreten" if covered else "fehlt"]


def test_a_language_is_one_of_those_written_down():
    participations, activities, organisations = frames([(2024, None)])
    activities["languages"] = ["Deutsch; Türkisch"]
    wanted = declared(("t", "sprache", "türkisch", None), ("u", "sprache", "Ukrainisch", None))
    assert coverage(wanted, participations, activities, organisations)["state"].tolist() == ["vertreten", "fehlt"]


def test_a_missing_column_is_named():
    participations, activities, organisations = frames([(2024, None)])
    with pytest.raises(ColumnMissing):
        coverage(RUENTHE, participations, activities.drop(columns="languages"), organisations)
