"""Continuity, cohorts, retention, seasons and reachability over random records of several years."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, PARTICIPATIONS
from bkcore.metrics.change import Change, change, changed_organisations
from bkcore.metrics.concentration import gini
from bkcore.metrics.continuity import active_years, cohort_retention, continuity
from bkcore.metrics.core import core_periphery
from bkcore.metrics.reachability import reachability
from bkcore.metrics.retention import churn, new_voices, retention
from bkcore.metrics.seasonality import seasonality
from bkcore.metrics.standing import standings
from bkcore.metrics.ties import without
from bkcore.metrics.window import calendar_year
from tests.spec.tables import frame
from tests.unit.metrics.reference import Plain
from tests.unit.metrics.strategies import networks, shuffled, tie_frame

YEARS = {"a0": 2019, "a1": 2019, "a2": 2020, "a3": 2022, "a4": 2022, "a5": 2023, "a6": None, "a7": 2024}
ACTIVITY_FRAME = pd.DataFrame(
    {
        "activity_id": list(YEARS),
        "status": "stattgefunden",
        "start": pd.to_datetime([None if year is None else f"{year}-03-01" for year in YEARS.values()]),
        "start_latest": pd.to_datetime([None if year is None else f"{year}-12-31" for year in YEARS.values()]),
    }
)


def years_of(ties):
    found = {}
    for organisation, activity in Plain(ties).pairs:
        if YEARS[activity]:
            found.setdefault(organisation, set()).add(YEARS[activity])
    return found


@given(ties=networks(), order=st.integers(0, 2**31))
def test_continuity_counts_years_pauses_and_returns_like_a_plain_count(ties, order):
    active = years_of(ties)
    last = max((max(years) for years in active.values()), default=0)
    expected = {}
    for organisation, years in active.items():
        in_order = sorted(years)
        pauses = [later - earlier - 1 for earlier, later in pairwise(in_order)]
        expected[organisation] = {
            "first": min(years),
            "last": max(years),
            "years": len(years),
            "share": pytest.approx(len(years) / (last - min(years) + 1)),
            "returns": sum(pause > 0 for pause in pauses),
            "longest_pause": max(pauses, default=0),
        }
    found = continuity(shuffled(pd.concat([ties, ties]), order), activities=ACTIVITY_FRAME)
    assert found.to_dict("index") == expected
    assert list(found.index) == sorted(expected)


@given(ties=networks())
def test_cohorts_add_up_to_the_organisations_and_start_complete(ties):
    active, found = years_of(ties), cohort_retention(ties, activities=ACTIVITY_FRAME)
    assert found.groupby("first_year")["size"].first().sum() == len(active)
    assert (found.loc[found["year"] == found["first_year"], "share"] == 1).all()
    assert found["share"].between(0, 1).all()
    for row in found.itertuples():
        cohort = [years for years in active.values() if min(years) == row.first_year]
        assert (row.size, row.active) == (len(cohort), sum(row.year in years for years in cohort))
    assert found["base"].equals(found["first_year"] == found["first_year"].min())


def test_a_tie_without_a_year_is_in_no_year():
    assert active_years(tie_frame([("a", "a6")]), activities=ACTIVITY_FRAME).empty
    assert continuity(tie_frame([("a", "a6")]), activities=ACTIVITY_FRAME).empty
    assert cohort_retention(tie_frame([("a", "a6")]), activities=ACTIVITY_FRAME).empty
    assert standings(tie_frame([("a", "a6")]), activities=ACTIVITY_FRAME).empty
    assert continuity(PARTICIPATIONS.empty(), activities=ACTIVITIES.empty()).empty


@given(ties=networks(min_size=1), year=st.integers(2018, 2025))
def test_retention_and_churn_are_complements_and_shares_of_the_change(ties, year):
    organisations = pd.DataFrame({"organisation_id": sorted(set(ties["organisation_id"]))})
    found = change(ties, ACTIVITY_FRAME, organisations, window=calendar_year(year))
    active = years_of(ties)
    here, there = ({one for one, years in active.items() if each in years} for each in (year, year - 1))
    before = {one for one, years in active.items() if min(years) < year}
    kept = retention(found)
    assert kept == (pytest.approx(len(here & there) / len(there)) if there else None)
    assert churn(found) == (None if kept is None else pytest.approx(1 - kept))
    assert new_voices(found) == (pytest.approx(len(here - before) / len(here)) if here and before else None)


@given(ties=networks(min_size=1), year=st.integers(2019, 2024), order=st.integers(0, 2**31))
def test_the_standings_of_a_year_are_the_organisations_behind_its_change(ties, year, order):
    organisations = pd.DataFrame({"organisation_id": sorted(set(ties["organisation_id"]))})
    active = years_of(ties)
    every = {each for years in active.values() for each in years}
    found = standings(shuffled(pd.concat([ties, ties]), order), activities=ACTIVITY_FRAME)
    here = found[found["year"] == year]
    if not every or not min(every) <= year <= max(every):
        assert here.empty
        return
    expected = changed_organisations(ties, ACTIVITY_FRAME, organisations, window=calendar_year(year))
    names = {key: set(rows) for key, rows in here.groupby("standing")["organisation_id"]}
    if expected.base_year:
        assert names == {"base": {one for one, years in active.items() if year in years}}
        return
    assert names == {key: ids for key in ("new", "returned", "retained", "left") if (ids := getattr(expected, key))}
    for row in here[here["standing"] == "left"].itertuples():
        later = [each for each in active[row.organisation_id] if each > year]
        assert (None if pd.isna(row.back) else row.back) == min(later, default=None)


def test_without_a_window_before_there_is_no_retention():
    nothing = Change(new=None, returned=None, left=None, retained=None, base_year=True)
    assert [figure(nothing) for figure in (retention, churn, new_voices)] == [None] * 3


@given(numbers=st.lists(st.tuples(st.integers(2019, 2022), st.integers(1, 12), st.booleans()), max_size=20))
def test_seasons_add_up_to_what_is_known_to_the_month(numbers):
    start = pd.Series([pd.Timestamp(year, month, 1) for year, month, _ in numbers], dtype="datetime64[us]")
    only_year = pd.Series([flag for *_, flag in numbers], dtype="bool")
    latest = start.where(~only_year, start + pd.offsets.YearEnd(0))
    rows = pd.DataFrame({"activity_id": [f"a{i}" for i in range(len(numbers))], "start": start, "start_latest": latest})
    found = seasonality(rows)
    known = [(year, month) for year, month, flag in numbers if not flag or month == 12]
    assert found["activities"].sum() == len(known)
    assert list(found.index) == list(range(1, 13))
    if known:
        assert found["share"].sum() == pytest.approx(1)
    else:
        assert found["share"].isna().all()
    if numbers:
        span = max(year for year, *_ in numbers) - min(year for year, *_ in numbers) + 1
        assert (found["per_year"] * span).tolist() == pytest.approx(found["activities"].tolist())


def test_reachability_counts_and_says_for_how_many_it_is_known():
    rows = frame("""
        | activity_id | reachability |
        |-------------|--------------|
        | a           | wenig        |
        | b           | mittel       |
        | c           | mittel       |
        | d           |              |
    """)
    found = reachability(rows)
    assert (found.good, found.middle, found.little, found.known, found.of) == (0, 2, 1, 3, 4)
    assert found.middle_share == pytest.approx(2 / 3)


@given(ties=networks())
def test_the_core_is_who_is_in_half_of_the_activities(ties):
    plain, found = Plain(ties), core_periphery(ties)
    m = len(plain.was_at)
    assert found["core"].to_dict() == {one: 2 * len(done) >= m for one, done in plain.did.items()}


@given(ties=networks(min_size=1))
def test_leaving_the_office_out_leaves_the_rest_as_it_was(ties):
    rest = without(ties, organisations=["o1"])
    assert Plain(rest).pairs == {pair for pair in Plain(ties).pairs if pair[0] != "o1"}


@given(ties=networks(), order=st.integers(0, 2**31))
def test_the_gini_index_lies_between_equal_and_all_with_one(ties, order):
    found = gini(ties)
    assert found is None or 0 <= found <= 1
    assert gini(shuffled(pd.concat([ties, ties]), order)) == found


def test_equally_active_organisations_have_a_gini_of_nought():
    assert gini(tie_frame([("a", "x"), ("b", "x"), ("c", "y")])) == 0
