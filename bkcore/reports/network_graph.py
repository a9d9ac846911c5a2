"""The picture of the network over the years, with or without the town's own offices."""

from dataclasses import replace

from bkcore.metrics.communities import ModularityBaseline, modularity_baseline
from bkcore.metrics.graph_years import NetworkGraph, network_graph
from bkcore.metrics.network_details import MANY, MANY_RUNS
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties, without
from bkcore.metrics.window import calendar_year
from bkcore.reports.network import NetworkFrames


def without_offices(data: NetworkFrames) -> NetworkFrames:
    """Return the frames without the ties of the town's own offices, which are the centre by design."""
    rest = without(data.participations, organisations=public_offices(data.organisations))
    return replace(data, participations=rest)


def grouping(data: NetworkFrames, *, year: int) -> ModularityBaseline:
    """Return how clearly the organisations of a calendar year fall into groups, beside what chance would do.

    Args:
        data: The frames, read once per data version.
        year: Which year.

    Returns:
        Modularity of the whole network of the year and of its shuffled ones; nothing from ``MANY`` organisations on,
        where somebody would wait for it: there ``bk metrics network`` compares.
    """
    pairs = ties(data.participations, data.activities, data.organisations, window=calendar_year(year))
    if pairs["organisation_id"].nunique() >= MANY:
        return ModularityBaseline(found=None, mean=None, low=None, high=None, runs=0)
    return modularity_baseline(pairs, runs=MANY_RUNS)


def build(data: NetworkFrames) -> NetworkGraph:
    """Return the picture of all years.

    Args:
        data: The frames, read once per data version.
    """
    series = [(entry.year, figures) for entry, figures in zip(data.years, data.series, strict=True)]
    return network_graph(data.participations, data.activities, data.organisations, series=series)
