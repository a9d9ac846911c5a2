import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from bkcore.metrics.communities import communities, modularity, modularity_baseline
from bkcore.metrics.shuffling import shuffled_ties
from tests.unit.metrics.strategies import networks, shuffled, tie_frame

CLOSE = 1e-9


def projected(ties):
    graph = nx.Graph()
    graph.add_edges_from(ties.itertuples(index=False, name=None))
    return bipartite.projected_graph(graph, sorted(set(ties["organisation_id"])))


@given(ties=networks(min_size=1), seed=st.integers(0, 999))
def test_the_modularity_of_any_grouping_is_that_of_networkx(ties, seed):
    names = sorted(set(ties["organisation_id"]))
    groups = pd.Series(np.random.default_rng(seed).integers(0, 3, len(names)), index=names)
    found, graph = modularity(ties, groups=groups), projected(ties)
    if not graph.number_of_edges():
        assert found is None
        return
    parts = [set(members.index) for _, members in groups.groupby(groups)]
    assert found == pytest.approx(nx.community.modularity(graph, parts), abs=CLOSE)


@given(ties=networks(min_size=1), order=st.integers(0, 2**31))
def test_groups_cover_everybody_do_not_depend_on_order_and_never_span_parts(ties, order):
    groups = communities(ties)
    assert list(groups.index) == sorted(set(ties["organisation_id"]))
    assert sorted(set(groups)) == list(range(groups.nunique()))
    assert groups.value_counts().sort_index().is_monotonic_decreasing
    pd.testing.assert_series_equal(communities(shuffled(pd.concat([ties, ties]), order)), groups)
    for part in nx.connected_components(projected(ties)):
        assert set(groups[sorted(part)]).isdisjoint(groups.drop(sorted(part)))


@given(ties=networks(min_size=2))
def test_joining_never_ends_below_everybody_alone_or_all_in_one(ties):
    found = modularity(ties, groups=communities(ties))
    if found is None:
        return
    names = sorted(set(ties["organisation_id"]))
    assert found >= modularity(ties, groups=pd.Series(range(len(names)), index=names)) - CLOSE
    assert found >= -CLOSE


def test_two_circles_with_one_bridge_are_two_groups():
    circles = [(f"{side}{number}", f"{side}-{meeting}") for side in "ab" for number in range(5) for meeting in range(3)]
    groups = communities(tie_frame([*circles, ("a0", "bridge"), ("b0", "bridge")]))
    assert groups.nunique() == 2
    assert {groups[f"a{number}"] for number in range(5)}.isdisjoint(groups[f"b{number}"] for number in range(5))


@given(ties=networks(), seed=st.integers(0, 999))
def test_shuffling_keeps_how_often_each_takes_part_and_how_large_each_activity_is(ties, seed):
    once, mixed = ties.drop_duplicates(), shuffled_ties(ties, seed=seed)
    assert not mixed.duplicated().any()
    for side in ("organisation_id", "activity_id"):
        assert mixed[side].value_counts().to_dict() == once[side].value_counts().to_dict()
    pd.testing.assert_frame_equal(shuffled_ties(ties, seed=seed), mixed)


def test_shuffling_reaches_every_arrangement_about_equally_often():
    """Three organisations with one of three activities each: six arrangements."""
    ties = tie_frame([("a", "x"), ("b", "y"), ("c", "z")])
    found = pd.Series([tuple(shuffled_ties(ties, seed=seed)["activity_id"]) for seed in range(600)]).value_counts()
    assert len(found) == 6
    assert found.between(60, 145).all()


def test_circles_stand_out_from_chance_and_a_random_network_does_not():
    circles = [
        (f"{side}{number}", f"{side}-{meeting}") for side in "abc" for number in range(6) for meeting in range(4)
    ]
    circles += [(f"{side}0", "all") for side in "abc"]
    clear = modularity_baseline(tie_frame(circles), runs=40)
    assert clear.found > clear.high
    chance = np.random.default_rng(7)
    random = modularity_baseline(tie_frame([(f"o{chance.integers(20)}", f"a{chance.integers(25)}") for _ in range(90)]))
    assert random.low <= random.found <= random.high


def test_where_nobody_met_there_is_no_modularity():
    alone = tie_frame([("a", "x"), ("b", "y")])
    assert modularity_baseline(alone).found is None
    assert communities(alone).to_dict() == {"a": 0, "b": 1}
    assert communities(tie_frame([])).empty
