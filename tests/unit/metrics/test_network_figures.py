import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS
from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.window import calendar_year
from tests.unit.metrics.strategies import networks, sectors, shuffled

KEYS = {
    "window": {"from", "to"},
    "organisations_per_activity": {"mean", "median"},
    "activities_per_organisation": {"mean", "median"},
    "two_mode": {"density", "clustering"},
    "projection": {
        "edges",
        "edges_without_plenaries",
        "density",
        "centralization",
        "centralization_without",
        "components",
    },
    "change": {"new", "returned", "left", "retained", "base_year"},
}
PLAIN_KEYS = {
    "organisations",
    "activities",
    "activities_with_ties",
    "ties",
    "joint_activities",
    "sector_diversity",
    "top3_share",
    "hhi",
    "ei_index",
    "ei_expected",
    "by_organisation",
}
KEYS_OF_AN_ORGANISATION = [
    "id", "activities", "degree", "strength", "betweenness", "betweenness_error", "redundancy", "first", "last"
]  # fmt: skip


def activities_for(ties):
    """Every second activity in 2024, the others a year before; the first is a plenary, one has nobody."""
    ids = [f"a{i}" for i in range(9)]
    frame = ACTIVITIES.empty().reindex(range(len(ids))).assign(activity_id=ids, status="stattgefunden", plenary=False)
    frame.loc[0, "plenary"] = True
    days = [f"202{4 - i % 2}-05-0{i + 1}" for i in range(len(ids))]
    return ACTIVITIES.cast(frame.assign(start=days, start_latest=days, end=days))


def test_the_keys_are_those_others_rely_on_even_when_there_is_nothing():
    figures = network_figures(PARTICIPATIONS.empty(), ACTIVITIES.empty(), ORGANISATIONS.empty())
    found = as_json(figures)
    assert set(found) == PLAIN_KEYS | set(KEYS)
    assert {key: set(found[key]) for key in KEYS} == KEYS
    assert found["window"] == {"from": None, "to": None}
    assert found["organisations"] == found["ties"] == found["activities"] == found["projection"]["components"] == 0
    assert found["two_mode"] == {"density": None, "clustering": None}
    assert found["by_organisation"] == []


@given(ties=networks(), organisations=sectors(), order=st.integers(0, 2**31))
def test_the_figures_do_not_depend_on_order_or_repetition_and_never_hold_nan(ties, organisations, order):
    activities = activities_for(ties)
    given_once = as_json(
        network_figures(ties, activities, organisations, window=calendar_year(2024), public_offices=["o1", "none"])
    )
    again = as_json(
        network_figures(
            shuffled(ties.loc[ties.index.repeat(2)], order),
            shuffled(activities, order),
            shuffled(organisations, order),
            window=calendar_year(2024),
            public_offices=["none", "o1"],
        )
    )
    assert json.dumps(again, allow_nan=False) == json.dumps(given_once, allow_nan=False)


@given(ties=networks(min_size=1), organisations=sectors())
def test_the_counts_fit_each_other(ties, organisations):
    found = as_json(network_figures(ties, activities_for(ties), organisations, public_offices=["o1"]))
    rows = found["by_organisation"]
    assert [list(row) for row in rows] == [KEYS_OF_AN_ORGANISATION] * found["organisations"]
    assert sum(row["activities"] for row in rows) == found["ties"]
    assert sum(row["degree"] for row in rows) == 2 * found["projection"]["edges"]
    assert [(-row["activities"], row["id"]) for row in rows] == sorted((-row["activities"], row["id"]) for row in rows)
    assert found["activities_with_ties"] <= found["activities"] == 9
    assert found["projection"]["edges_without_plenaries"] <= found["projection"]["edges"]
    assert set(found["projection"]["centralization_without"]) == {"o1"} & {row["id"] for row in rows}
    assert found["joint_activities"] <= found["activities_with_ties"]
    assert found["organisations_per_activity"]["mean"] == pytest.approx(found["ties"] / found["activities_with_ties"])
    assert all(row["first"] <= row["last"] for row in rows)
