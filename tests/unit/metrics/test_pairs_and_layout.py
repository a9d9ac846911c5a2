import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.metrics.diversity import joint_activities, sector_matrix
from bkcore.metrics.layout import activity_positions, node_positions
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import projection_edges
from tests.spec.tables import frame
from tests.unit.metrics.strategies import networks, sectors, shuffled, tie_frame

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


@given(ties=networks(min_size=1), order=st.integers(0, 2**31))
def test_activities_lie_among_their_organisations_and_none_on_another(ties, order):
    places = node_positions(ties)
    events = activity_positions(ties, places=places)
    assert list(events.index) == sorted(set(ties["activity_id"]))
    assert events.abs().le(1).all(axis=None)
    pd.testing.assert_frame_equal(activity_positions(shuffled(ties, order), places=places), events)
    own = ties.drop_duplicates().groupby("activity_id")["organisation_id"].agg(list)
    for activity, members in own.items():
        middle = places.loc[members].mean()
        assert np.hypot(*(events.loc[activity] - middle)) < 0.05 * (1 + np.sqrt(len(events))) + 1e-3


def test_activities_of_the_same_organisations_stand_side_by_side():
    ties = tie_frame([(who, f"a{number}") for who in ("x", "y") for number in range(12)])
    events = activity_positions(ties, places=node_positions(ties)).to_numpy()
    distance = np.hypot(*(events[:, None] - events[None]).transpose(2, 0, 1)) + 9 * np.eye(12)
    assert distance.min() > 0.03


@given(ties=networks(), sector=sectors())
def test_sectors_meet_as_often_from_either_side_and_never_more_often_than_there_are_activities(ties, sector):
    met = sector_matrix(ties, organisations=sector)
    assert met.equals(met.T)
    assert met.to_numpy().max() <= ties["activity_id"].nunique()
    apart = met.to_numpy() * (1 - np.eye(3, dtype=int))
    assert bool(apart.any()) == bool(joint_activities(ties, organisations=sector))
