"""The margin stated beside an estimated betweenness is kept as often as it is said to be."""

import math

import numpy as np

from bkcore.metrics.betweenness import betweenness, error_margin, sampled_betweenness
from tests.unit.metrics.strategies import tie_frame

SAMPLES = 500
SAID = 0.05
CHANCE = 2 * math.sqrt(SAID * (1 - SAID) / SAMPLES)
"""Two standard errors of a share counted in so many samples; over 2,000 of them the share was 5.6 %."""


def test_the_stated_margin_holds_in_about_95_of_100_samples():
    chance = np.random.default_rng(7)
    ties = tie_frame(
        [(f"o{who}", f"a{what}") for who in range(60) for what in chance.choice(45, chance.integers(1, 5))]
    )
    exact = betweenness(ties)
    off = []
    for seed in range(SAMPLES):
        sample = sampled_betweenness(ties, pivots=30, seed=seed)
        margin = error_margin(sample["error"])
        assert margin
        off.append(((sample["betweenness"] - exact).abs() > margin).to_numpy())
    missed = np.mean(off, axis=0)
    assert 0 < missed.max() <= SAID + CHANCE
