"""What the page says of groups and of an estimate, in every case."""

import pytest

from bkcore.metrics.communities import ModularityBaseline
from dashboard.texts import graph as texts

NOTHING = ModularityBaseline(found=None, mean=None, low=None, high=None, runs=0)


@pytest.mark.parametrize(
    ("found", "claim"),
    [
        (0.41, "2024 sind die Gruppen deutlicher, als der Zufall sie macht: Die Modularität ist 0,41;"),
        (0.3, "2024 sind die Gruppen nicht deutlicher, als der Zufall sie macht: Die Modularität ist 0,30;"),
        (0.1, "2024 sind die Gruppen weniger deutlich, als der Zufall sie macht: Die Modularität ist 0,10;"),
    ],
)
def test_the_modularity_stands_beside_that_of_shuffled_networks(found, claim):
    said = texts.grouping(
        2024, organisations=30, found=ModularityBaseline(found=found, mean=0.3, low=0.2, high=0.35, runs=100)
    )
    assert said.startswith(claim)
    assert said.endswith("liegt sie meist zwischen 0,20 und 0,35.")
    assert "100 Netzen" in said


def test_where_nobody_met_nothing_is_said_of_groups():
    assert not texts.grouping(2024, organisations=3, found=NOTHING)


def test_where_chance_always_does_the_same_there_is_nothing_to_compare():
    same = ModularityBaseline(found=0.0, mean=0.0, low=0.0, high=0.0, runs=100)
    said = texts.grouping(2025, organisations=3, found=same)
    assert said == (
        "2025 sagen die Gruppen nichts aus: Auch in allen 100 Netzen, in denen die Beteiligungen zufällig gemischt "
        "sind, ist die Modularität 0,00."
    )


def test_of_a_large_network_the_page_says_where_the_comparison_is_made():
    said = texts.grouping(2025, organisations=1369, found=NOTHING)
    assert "1.369 Organisationen" in said
    assert "bk metrics network" in said


def test_an_exact_or_undefined_betweenness_needs_no_caution():
    assert not texts.estimated(0.0)
    assert not texts.estimated(None)
    assert "um höchstens 0,39 Prozentpunkte" in texts.estimated(0.00392)
