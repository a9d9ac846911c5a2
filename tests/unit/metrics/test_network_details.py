"""What the command line says beyond the figures of the pages: plain values, consistent with the figures."""

import json

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS
from bkcore.metrics import organisations as by_organisation
from bkcore.metrics.betweenness import sampled_betweenness
from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.network_details import network_details
from bkcore.metrics.window import calendar_year
from tests.unit.metrics.strategies import networks, sectors, shuffled
from tests.unit.metrics.test_network_figures import activities_for

KEYS = {
    "betweenness", "two_mode_degree", "component_sizes", "repeated_pairs", "gini", "sector_matrix", "retention",
    "churn", "new_voices", "core", "communities", "closest_pairs", "absence", "continuity", "cohorts", "seasonality",
    "reachability",
}  # fmt: skip


def details(ties, organisations, **choices):
    frames = (ties, activities_for(ties), organisations)
    return network_details(*frames, figures=network_figures(*frames, **choices), **choices)


def test_nothing_gives_the_same_keys_and_none_of_the_figures_before():
    frames = (PARTICIPATIONS.empty(), ACTIVITIES.empty(), ORGANISATIONS.empty())
    figures = network_figures(*frames)
    found = network_details(*frames, figures=figures)
    assert set(found) == KEYS
    assert not KEYS & set(as_json(figures))
    assert found["betweenness"] == {"exact": None, "largest_error": None}
    assert found["gini"] is found["retention"] is found["new_voices"] is None
    assert found["absence"] == found["continuity"] == found["closest_pairs"] == found["core"] == []


@settings(max_examples=15)
@given(ties=networks(min_size=1), organisations=sectors(), order=st.integers(0, 2**31))
def test_they_do_not_depend_on_the_order_and_never_hold_nan(ties, organisations, order):
    found = details(ties, organisations, window=calendar_year(2024))
    again = details(shuffled(ties, order), shuffled(organisations, order), window=calendar_year(2024))
    assert json.dumps(found, allow_nan=False) == json.dumps(again, allow_nan=False)


@settings(max_examples=15)
@given(ties=networks(min_size=1), organisations=sectors())
def test_they_fit_the_figures(ties, organisations):
    figures = network_figures(ties, activities_for(ties), organisations)
    found = details(ties, organisations)
    assert len(found["component_sizes"]) == figures.projection.components
    assert sum(found["component_sizes"]) == figures.organisations
    assert sorted(key for group in found["communities"]["groups"] for key in group) == sorted(
        row.id for row in figures.by_organisation
    )
    assert len(found["closest_pairs"]) == min(figures.projection.edges, 20)
    by_id = {row.id: row for row in figures.by_organisation}
    assert all(by_id[entry["organisation"]].degree == entry["pairs"] for entry in found["absence"])
    assert found["betweenness"]["exact"] is (True if figures.organisations > 2 else None)


def test_an_estimate_says_that_it_is_one_and_how_far_it_may_be_off(monkeypatch):
    monkeypatch.setattr(by_organisation, "estimated_betweenness", lambda ties: sampled_betweenness(ties, pivots=3))
    pairs = [(f"o{place}", f"a{place // 2}") for place in range(9)] + [("o0", f"a{number}") for number in range(4)]
    ties = pd.DataFrame([*pairs, ("o3", "a4")], columns=["organisation_id", "activity_id"], dtype="str")
    organisations = pd.DataFrame({"organisation_id": [f"o{place}" for place in range(9)], "sector": "civil"})
    found = details(ties, organisations)["betweenness"]
    assert found["exact"] is False
    assert 0 < found["largest_error"] < 1
