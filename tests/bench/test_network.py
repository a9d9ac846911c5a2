"""The figures of a large network, beside networkx and igraph on the same ties, each in a process of its own.

Sizes stand beside every figure: networkx cannot finish the full size in bearable time, so it is compared at the size it
can, and nothing is extrapolated. On a busy machine read the processor seconds.
"""

import json
import math
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bkcore.metrics.layout import node_positions
from tests.bench.conftest import figure

pytestmark = pytest.mark.bench
ROOT = Path(__file__).parents[2]
FULL, SIXTEENTH, BEARABLE = 1, 16, 64


def measured(work: str, parts: int) -> dict[str, float]:
    """Return what one piece of work costs at full size or a part of it, and say which size it was."""
    command = [sys.executable, "-m", "tests.bench.measure", work, str(parts)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    cost = json.loads(done.stdout)
    print(f"# {work}: {cost['organisations']:.0f} organisations, {cost['ties']:.0f} ties")
    return cost


def middling(work: str, parts: int) -> dict[str, float]:
    """Return the middling of three measurements: a single one of a third of a second says little about growth."""
    return sorted((measured(work, parts) for _ in range(3)), key=lambda cost: cost["cpu_seconds"])[1]


def test_all_figures_but_betweenness() -> None:
    whole, data = measured("everything", FULL), measured("nothing", FULL)
    figure("network_metrics_s", whole["seconds"], "s")
    figure("network_metrics_cpu_s", whole["cpu_seconds"], "s")
    figure("peak_memory_mb", whole["megabytes"], "MB")
    figure("peak_memory_of_the_data_alone_mb", data["megabytes"], "MB")
    whole, part = middling("figures_alone", FULL), middling("figures_alone", SIXTEENTH)
    growth = math.log(whole["cpu_seconds"] / part["cpu_seconds"]) / math.log(whole["ties"] / part["ties"])
    figure("network_growth_exponent", growth, "")


def test_beside_networkx() -> None:
    ours, theirs = measured("same", BEARABLE), measured("networkx_same", BEARABLE)
    figure("network_same_metrics_small_s", ours["cpu_seconds"], "s")
    figure("networkx_same_metrics_s", theirs["cpu_seconds"], "s")
    figure("network_over_networkx_ratio", theirs["cpu_seconds"] / ours["cpu_seconds"], "x")


def test_beside_igraph() -> None:
    ours, theirs = measured("same_as_igraph", FULL), measured("igraph_same", FULL)
    figure("network_metrics_igraph_has_s", ours["cpu_seconds"], "s")
    figure("igraph_same_metrics_s", theirs["cpu_seconds"], "s")
    figure("igraph_peak_memory_mb", theirs["megabytes"], "MB")


def test_betweenness() -> None:
    sampled = measured("betweenness", FULL)
    figure("betweenness_s", sampled["seconds"], "s")
    figure("betweenness_cpu_s", sampled["cpu_seconds"], "s")
    figure("betweenness_largest_error_of_the_first_twenty", sampled["answer"], "share")
    for work in ("exact_betweenness", "igraph_betweenness", "networkx_betweenness"):
        figure(f"{work}_small_s", measured(work, SIXTEENTH)["cpu_seconds"], "s")


def test_layout_of_five_hundred() -> None:
    chance = np.random.default_rng(2019)
    ties = pd.DataFrame(
        {
            "organisation_id": [f"o{number:03}" for number in [*range(500), *chance.integers(0, 500, 700)]],
            "activity_id": [f"a{number:03}" for number in chance.integers(0, 400, 1200)],
        }
    )
    began = time.perf_counter()
    node_positions(ties)
    figure("layout_500_ms", (time.perf_counter() - began) * 1000, "ms")
