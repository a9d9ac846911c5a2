"""The picture of the network over the years, with or without the town's own offices."""

from dataclasses import replace

from bkcore.metrics.graph_years import NetworkGraph, network_graph
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import without
from bkcore.reports.network import NetworkFrames


def without_offices(data: NetworkFrames) -> NetworkFrames:
    """Return the frames without the ties of the town's own offices, which are the centre by design."""
    rest = without(data.participations, organisations=public_offices(data.organisations))
    return replace(data, participations=rest)


def build(data: NetworkFrames) -> NetworkGraph:
    """Return the picture of all years.

    Args:
        data: The frames, read once per data version.
    """
    series = [(entry.year, figures) for entry, figures in zip(data.years, data.series, strict=True)]
    return network_graph(data.participations, data.activities, data.organisations, series=series)
