import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.metrics.layout import node_positions
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import projection_edges
from tests.spec.tables import frame
from tests.unit.metrics.strategies import networks, shuffled, tie_frame

ACTIVITIES = frame("""
    | activity_id | start      |
    |-------------|------------|
    | a0          | 2024-05-01 |
    | a1          | 2023-05-01 |
    | a2          | 2022-05-01 |
    | a3          |            |
""")


@given(ties=networks(), order=st.integers(0, 2**31))
def test_each_pair_stands_once_in_a_fixed_order(ties, order):
    pairs = co_participation_pairs(ties, activities=ACTIVITIES)
    assert len(pairs) == projection_edges(ties)
    assert (pairs["organisation_a"] < pairs["organisation_b"]).all()
    assert (pairs["weight"] <= pairs["shared"]).all()
    assert pairs["shared"].is_monotonic_decreasing
    pd.testing.assert_frame_equal(co_participation_pairs(shuffled(ties, order), activities=ACTIVITIES), pairs)


def test_last_together_is_the_latest_known_day():
    ties = tie_frame([(who, what) for who in ("x", "y") for what in ("a1", "a2", "a3")] + [("z", "a3"), ("w", "a3")])
    last = co_participation_pairs(ties, activities=ACTIVITIES).set_index(["organisation_a", "organisation_b"])
    assert last.loc[("x", "y"), "last_together"] == pd.Timestamp("2023-05-01")
    assert pd.isna(last.loc[("w", "z"), "last_together"])


@given(ties=networks(), order=st.integers(0, 2**31))
def test_the_same_data_give_the_same_picture(ties, order):
    pd.testing.assert_frame_equal(node_positions(shuffled(pd.concat([ties, ties]), order)), node_positions(ties))


@given(ties=networks())
def test_every_organisation_has_a_place_in_the_square(ties):
    places = node_positions(ties)
    assert list(places.index) == sorted(set(ties["organisation_id"]))
    assert places.abs().le(1).all(axis=None)
    assert not places.isna().any(axis=None)


def random_network(size, seed):
    """Organisations with one to four of as many activities, the town in half of them, five of them alone."""
    random = np.random.default_rng(seed)
    pairs = [(f"o{i:02}", f"a{a}") for i in range(size) for a in random.choice(size, random.integers(1, 5))]
    pairs += [("o00", f"a{a}") for a in range(0, size, 2)]
    return tie_frame(pairs + [(f"alone{i}", f"own{i}") for i in range(5)])


@pytest.mark.parametrize("size", [10, 20, 40, 55])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_organisations_do_not_cover_each_other(size, seed):
    places = node_positions(random_network(size, seed)).to_numpy()
    distance = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 9 * np.eye(len(places))
    assert distance.min() > 0.6 / np.sqrt(len(places))


def test_organisations_that_only_met_each_other_do_not_fall_on_one_point():
    everybody = tie_frame([(f"o{i:02}", "plenum") for i in range(30)])
    places = node_positions(everybody).to_numpy()
    distance = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 9 * np.eye(30)
    assert distance.min() > 0.1
