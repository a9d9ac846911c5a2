from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.errors import ColumnMissing
from bkcore.metrics.averages import activities_per_organisation, organisations_per_activity
from bkcore.metrics.betweenness import betweenness
from bkcore.metrics.centrality import degree, redundancy, strength
from bkcore.metrics.concentration import herfindahl, top3_share
from bkcore.metrics.diversity import ei_expected, ei_index, joint_activities, sector_diversity
from bkcore.metrics.projection import components, degree_centralization, projection_density, projection_edges
from bkcore.metrics.two_mode import two_mode_clustering, two_mode_density
from tests.unit.metrics.strategies import SECTORS, networks, sectors, shuffled, tie_frame

SHARES = (two_mode_density, two_mode_clustering, projection_density, degree_centralization, top3_share, herfindahl)
COUNTS = (projection_edges, components)
BY_ORGANISATION = (degree, strength, betweenness, redundancy)
WITH_SECTORS = (joint_activities, sector_diversity, ei_index, ei_expected)


@pytest.mark.parametrize("metric", [*SHARES, *COUNTS])
@given(ties=networks(), order=st.integers(0, 2**31))
def test_order_and_repeated_rows_do_not_matter(metric, ties, order):
    assert metric(shuffled(pd.concat([ties, ties]), order)) == metric(ties)


@pytest.mark.parametrize("metric", [two_mode_density, two_mode_clustering, projection_density, degree_centralization])
@given(ties=networks())
def test_other_names_do_not_matter(metric, ties):
    assert metric(ties.map(lambda name: f"z{9 - int(name[1])}-{name[0]}").astype("str")) == metric(ties)


@given(ties=networks())
def test_concentration_does_not_depend_on_names(ties):
    renamed = ties.map(lambda name: f"{9 - int(name[1])}{name[0]}").astype("str")
    assert herfindahl(renamed) == herfindahl(ties)


@pytest.mark.parametrize("metric", SHARES)
@given(ties=networks())
def test_shares_stay_between_nothing_and_all(metric, ties):
    found = metric(ties)
    assert found is None or 0.0 <= found <= 1.0


@pytest.mark.parametrize("metric", BY_ORGANISATION)
@given(ties=networks(), order=st.integers(0, 2**31))
def test_figures_of_an_organisation_do_not_depend_on_order(metric, ties, order):
    pd.testing.assert_series_equal(metric(shuffled(pd.concat([ties, ties]), order)), metric(ties))


@given(ties=networks(min_size=1))
def test_figures_of_an_organisation_stay_in_their_range(ties):
    n, activities_of = ties["organisation_id"].nunique(), ties.drop_duplicates().groupby("organisation_id").size()
    assert degree(ties).between(0, n - 1).all()
    assert (strength(ties) <= activities_of).all()
    assert betweenness(ties).dropna().between(0, 1 + 1e-12).all()
    assert redundancy(ties).dropna().between(0, 1).all()


@given(ties=networks(min_size=1), organisations=sectors())
def test_sector_figures_stay_in_their_range(ties, organisations):
    assert 0 <= joint_activities(ties, organisations=organisations) <= ties["activity_id"].nunique()
    assert 0 <= sector_diversity(ties, organisations=organisations) <= 1
    found, expected = ei_index(ties, organisations=organisations), ei_expected(ties, organisations=organisations)
    assert (found is None) == (expected is None)
    assert found is None or (-1 <= found <= 1 and -1 <= expected <= 1)


def test_without_ties_every_figure_is_undefined_or_a_count_of_nothing():
    nothing, organisations = tie_frame([]), pd.DataFrame({"organisation_id": ["a"], "sector": ["civil"]})
    assert [metric(nothing) for metric in SHARES] == [None] * len(SHARES)
    assert [metric(nothing) for metric in COUNTS] == [0, 0]
    assert [metric(nothing, organisations=organisations) for metric in WITH_SECTORS] == [0, None, None, None]
    assert [len(metric(nothing)) for metric in BY_ORGANISATION] == [0] * 4
    assert organisations_per_activity(nothing).mean is None
    assert activities_per_organisation(nothing).median is None


def test_a_single_tie_is_dense_and_otherwise_undefined():
    single, organisations = tie_frame([("a", "x")]), pd.DataFrame({"organisation_id": ["a"], "sector": ["civil"]})
    assert [metric(single) for metric in SHARES] == [1.0, None, None, None, 1.0, None]
    assert [metric(single) for metric in COUNTS] == [0, 1]
    assert [metric(single, organisations=organisations) for metric in WITH_SECTORS] == [0, 0.0, None, None]


@pytest.mark.parametrize("metric", [*SHARES, *COUNTS, *BY_ORGANISATION])
def test_a_frame_without_activities_is_refused(metric):
    with pytest.raises(ColumnMissing) as refusal:
        metric(pd.DataFrame({"organisation_id": ["a"]}))
    assert refusal.value.facts == {"frame": "PARTICIPATIONS", "column": "activity_id"}


@pytest.mark.parametrize(
    ("pairs", "chosen"),
    [
        ([("a", "x"), ("b", "x"), ("c", "x"), ("c", "y"), ("d", "y")], ["public", "civil", "civil", "private"]),
        ([("a", "x"), ("b", "x"), ("c", "y"), ("d", "z")], ["public", "public", "civil", "civil"]),
        ([("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("d", "z"), ("e", "z")], [*SECTORS, "civil", "public"]),
    ],
)
def test_the_expected_ei_index_is_the_mean_over_all_permutations_of_the_sectors(pairs, chosen):
    ties, names = tie_frame(pairs), sorted({organisation for organisation, _ in pairs})
    every = [
        ei_index(ties, organisations=pd.DataFrame({"organisation_id": names, "sector": list(order)}))
        for order in permutations(chosen)
    ]
    shipped = pd.DataFrame({"organisation_id": names, "sector": chosen})
    assert ei_expected(ties, organisations=shipped) == pytest.approx(np.mean(every), abs=1e-12)


def test_three_equal_sectors_are_fully_diverse_exactly():
    ties = tie_frame([("a", "x"), ("b", "x"), ("c", "x")])
    assert (
        sector_diversity(ties, organisations=pd.DataFrame({"organisation_id": list("abc"), "sector": SECTORS})) == 1.0
    )


def test_one_plenary_of_fifteen_lifts_the_density_of_a_network_of_twenty():
    """The warning in the methodology: 0.12 becomes about 0.60, while the two-mode density barely moves."""
    meetings = [(f"o{i:02}", f"a{i % 20:02}") for i in range(20)] + [
        (f"o{i:02}", f"a{(i + 1) % 20:02}") for i in range(20)
    ]
    with_plenary = [*meetings, *[(f"o{i:02}", "plenary") for i in range(15)]]
    assert projection_density(tie_frame(meetings)) < 0.13
    assert projection_density(tie_frame(with_plenary)) > 0.55
