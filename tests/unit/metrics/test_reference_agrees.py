"""The fast figures equal a plain second implementation, whatever the size of the blocks."""

from dataclasses import asdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.metrics import products
from bkcore.metrics.absence import absence, absence_rows, load_bearing
from bkcore.metrics.betweenness import betweenness, sampled_betweenness
from bkcore.metrics.centrality import degree, redundancy, strength
from bkcore.metrics.concentration import gini
from bkcore.metrics.diversity import ei_index, sectors_of
from bkcore.metrics.incidence import incidence
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import (
    component_sizes,
    degree_centralization,
    edges_without_plenaries,
    plenaries_of,
    projection_edges,
    repeated_edges,
)
from bkcore.metrics.sole_ties import sole_ties
from bkcore.metrics.two_mode import two_mode_clustering, two_mode_degree_centrality
from tests.unit.metrics.reference import Plain
from tests.unit.metrics.strategies import networks, sectors, tie_frame

CLOSE = 1e-9


@pytest.fixture(params=[1, 40, products._PRODUCTS_AT_ONCE], autouse=True, scope="module")
def block_size(request):
    """Walk row by row, a few rows at a time, and all at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(products, "_PRODUCTS_AT_ONCE", request.param)
        yield


def close(expected):
    return None if expected is None else pytest.approx(expected, abs=CLOSE)


def heavy_tailed(organisations=90, activities=140, ties=600, seed=2019):
    """A network with few very busy organisations and few very large activities."""
    chance = np.random.default_rng(seed)
    busy, large = ((np.arange(size) + 1.0) ** -0.7 for size in (organisations, activities))
    who = chance.choice(organisations, ties, p=busy / busy.sum())
    what = chance.choice(activities, ties, p=large / large.sum())
    return tie_frame([(f"o{a}", f"a{b}") for a, b in zip(who, what, strict=True)])


def assert_equal_to_the_reference(ties, organisations=None):
    plain, network = Plain(ties), incidence(ties)
    assert two_mode_clustering(network) == close(plain.clustering())
    assert projection_edges(network) == plain.edges()
    assert repeated_edges(network) == plain.edges(at_least=2)
    assert component_sizes(network) == plain.parts()
    assert degree_centralization(network) == close(plain.centralization())
    assert degree(network).to_dict() == {one: len(who) for one, who in plain.partners.items()}
    assert strength(network).to_dict() == close(plain.strength())
    assert redundancy(network).dropna().to_dict() == close(plain.redundancy())
    assert gini(network) == close(plain.gini())
    if len(plain.organisations) > 2:
        assert betweenness(network).to_dict() == close(plain.betweenness())
    if organisations is not None:
        sector = organisations.set_index("organisation_id")["sector"].to_dict()
        assert ei_index(network, organisations=organisations) == close(plain.ei(sector))
    for one in [*plain.organisations[:4], "nobody"]:
        assert degree_centralization(network, without=one) == close(plain.centralization(without=one))
        assert asdict(absence(network, organisation=one)) == plain.absence(one)
    assert_the_rows_behind_the_absences(plain, network)


def assert_the_rows_behind_the_absences(plain, network):
    rows = {one: absence_rows(network, organisation=one) for one in plain.organisations}
    for one, found in rows.items():
        counts = plain.absence(one)
        assert len(found.cut_off) == counts["components_without"] - counts["components"]
        assert found.without_partner == {other for other in plain.organisations if plain.partners[other] == {one}}
        assert found.activities_empty == {x for x in plain.did[one] if plain.was_at[x] == {one}}
        assert found.activities_alone == {x for x in plain.did[one] if len(plain.was_at[x]) == 2}
        for group in found.cut_off:
            assert one not in group
            assert all(plain.partners[member] <= group | {one} for member in group)
    assert load_bearing(network) == tuple(found for found in rows.values() if found.cut_off or found.without_partner)


@given(ties=networks(), bits=st.integers(0, 9))
def test_sole_ties_are_the_same_however_many_of_the_busiest_have_a_bit(ties, bits):
    plain, network = Plain(ties), incidence(ties)
    sole = [sum(plain.was_at[x] & plain.was_at[y] == {one} for x, y in plain.activity_pairs(one)) for one in plain.did]
    assert dict(zip(network.organisations, sole_ties(network.matrix, words_for=bits), strict=True)) == dict(
        zip(plain.did, sole, strict=True)
    )


@given(ties=networks(), plenaries=st.sets(st.sampled_from([f"a{i}" for i in range(8)])), organisations=sectors())
def test_one_walk_tells_what_two_tell(ties, plenaries, organisations):
    """Whether a network was asked for its plenaries, its sectors or both before changes no answer."""
    plain, network = Plain(ties), incidence(ties)
    activities = pd.DataFrame({"activity_id": [f"a{i}" for i in range(8)]})
    activities["plenary"] = activities["activity_id"].isin(plenaries)
    marked = network.marked(
        plenaries=plenaries_of(network, activities=activities),
        sectors=sectors_of(network, organisations=organisations),
    )
    outside = sum(bool(common - plenaries) for common in plain.shared.values())
    for asked in (ties, network, marked):
        assert edges_without_plenaries(asked, activities=activities) == outside
        assert ei_index(asked, organisations=organisations) == close(
            plain.ei(organisations.set_index("organisation_id")["sector"].to_dict())
        )
    assert edges_without_plenaries(marked, activities=activities.assign(plenary=False)) == plain.edges()


def test_an_organisation_without_a_known_sector_is_like_no_other():
    ties = tie_frame([("o1", "a1"), ("o2", "a1")])
    assert ei_index(ties, organisations=pd.DataFrame({"organisation_id": ["o3"], "sector": ["public"]})) == 1


@given(ties=networks(), organisations=sectors())
def test_small_networks(ties, organisations):
    assert_equal_to_the_reference(ties, organisations)


@pytest.mark.parametrize("seed", [1, 2])
def test_heavy_tailed_networks(seed):
    assert_equal_to_the_reference(heavy_tailed(seed=seed))


@pytest.mark.parametrize("at_least", [1, 2])
def test_pairs_with_their_weight_and_last_meeting(at_least):
    ties = heavy_tailed()
    plain = Plain(ties)
    activities = ties[["activity_id"]].drop_duplicates().reset_index(drop=True)
    days = np.datetime64("2024-01-01", "us") + np.arange(len(activities)) * np.timedelta64(1, "D")
    activities = activities.assign(start=days)
    activities.loc[::3, "start"] = None
    day = activities.set_index("activity_id")["start"].dropna().to_dict()
    found = co_participation_pairs(ties, activities=activities, at_least=at_least)
    assert [
        (
            row.organisation_a,
            row.organisation_b,
            row.shared,
            row.last_together if row.last_together == row.last_together else None,
        )
        for row in found.sort_values(["organisation_a", "organisation_b"]).itertuples()
    ] == [
        (a, b, len(common), max((day[x] for x in common if x in day), default=None))
        for (a, b), common in sorted(plain.shared.items())
        if len(common) >= at_least
    ]
    expected = [
        sum(1 / (len(plain.was_at[x]) - 1) for x in plain.shared[pair])
        for pair in zip(found["organisation_a"], found["organisation_b"], strict=True)
    ]
    assert found["weight"].tolist() == pytest.approx(expected, abs=CLOSE)
    assert list(zip(-found["shared"], -found["weight"], strict=True)) == sorted(
        zip(-found["shared"], -found["weight"], strict=True)
    )


@given(ties=networks(min_size=1))
def test_two_mode_centrality_is_one_only_for_those_who_are_always_there(ties):
    found = two_mode_degree_centrality(ties)
    assert found.between(0, 1, inclusive="right").all()
    everything = set(ties["activity_id"])
    assert {one for one in found.index if found[one] == 1} == {
        one for one, done in Plain(ties).did.items() if done == everything
    }


@given(ties=networks(min_size=3), seed=st.integers(0, 99))
def test_a_sample_of_all_is_exact_and_says_so(ties, seed):
    whole = sampled_betweenness(ties, pivots=99, seed=seed)
    assert whole["betweenness"].equals(betweenness(ties))
    assert whole["error"].dropna().eq(0).all()


def test_a_sample_errs_about_as_much_as_it_says():
    ties = heavy_tailed(300, 500, 1200)
    exact = betweenness(ties)
    off, said = [], []
    for seed in range(20):
        estimate = sampled_betweenness(ties, pivots=60, seed=seed)
        off.append(estimate["betweenness"] - exact)
        said.append(estimate["error"])
    busiest = exact.nlargest(10).index
    real = np.sqrt(np.square(np.array([each[busiest] for each in off])).mean(axis=0))
    stated = np.array([each[busiest] for each in said]).mean(axis=0)
    assert np.all((real / stated > 0.5) & (real / stated < 2))
    assert abs(np.array([each[busiest] for each in off]).mean()) < 0.2 * exact[busiest].mean()
