"""Cached reports of the network page: one year with or without the town's offices, and the picture of all years.

Keyed by the record itself, not by the data version: an answer or a link changes nothing here.
"""

from bkcore.access import Actor
from bkcore.metrics.communities import ModularityBaseline
from bkcore.reports import network, network_graph
from dashboard.caches import shared
from dashboard.charts.graph import GraphDrawing, graph_drawing
from dashboard.state import of_record, record

_KEPT = 64


def report(*, by: Actor, year: int, with_offices: bool = True) -> network.NetworkReport:
    """Return the network in one calendar year as of this data version, to whom it is open."""
    return _report(record(by=by), year, with_offices)


def years(*, by: Actor, with_offices: bool = True) -> tuple[int, ...]:
    """Return the calendar years with something that took place, the newest first, to whom the network is open."""
    return network.years_with_activities(_seen(record(by=by), with_offices=with_offices))


def drawing(*, by: Actor, running: int, with_offices: bool = True) -> GraphDrawing:
    """Return the picture of all years as of this data version, to whom the network is open.

    Args:
        by: Who looks.
        running: The year that is not over yet.
        with_offices: Whether the town's own offices are in it.
    """
    return _drawing(record(by=by), running, with_offices)


def grouping(*, by: Actor, year: int, with_offices: bool = True) -> ModularityBaseline:
    """Return how clearly a year falls into groups, beside chance, to whom the network is open."""
    return _grouping(record(by=by), year, with_offices)


def warm(*, by: Actor, running: int) -> None:
    """Compute what the first visitor of the page will ask for."""
    for year in years(by=by)[:1]:
        report(by=by, year=year)
        grouping(by=by, year=year)
        drawing(by=by, running=running)


def _seen(data: network.NetworkFrames, *, with_offices: bool) -> network.NetworkFrames:
    return data if with_offices else _without_offices(data)


@shared(4, key=of_record)
def _without_offices(data: network.NetworkFrames) -> network.NetworkFrames:
    return network_graph.without_offices(data)


@shared(_KEPT, key=of_record)
def _report(data: network.NetworkFrames, year: int, with_offices: bool) -> network.NetworkReport:  # noqa: FBT001
    return network.build(_seen(data, with_offices=with_offices), year=year)


@shared(_KEPT, key=of_record)
def _grouping(data: network.NetworkFrames, year: int, with_offices: bool) -> ModularityBaseline:  # noqa: FBT001
    return network_graph.grouping(_seen(data, with_offices=with_offices), year=year)


@shared(4, key=of_record)
def _drawing(data: network.NetworkFrames, running: int, with_offices: bool) -> GraphDrawing:  # noqa: FBT001
    return graph_drawing(network_graph.build(_seen(data, with_offices=with_offices)), running=running)
