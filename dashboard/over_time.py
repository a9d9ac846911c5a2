"""Cached reports of the pages that look over all years: activity, change, and what would be without somebody.

Keyed by the record itself, not by the data version: an answer or a link changes nothing here.
"""

from bkcore.access import SYSTEM, Actor
from bkcore.reports import absence, activity, turnover
from bkcore.reports.network import NetworkFrames
from bkcore.reports.over_time import AbsenceReport, ActivityReport, DependenceReport, TurnoverReport
from bkcore.vocabulary import ActivityKind
from dashboard.caches import shared
from dashboard.state import of_record, record

_KEPT = 64


def warm() -> None:
    """Compute what the first visitor of these pages will ask for, so that nobody waits for it."""
    activity_report(by=SYSTEM)
    turnover_report(by=SYSTEM, with_offices=True)
    dependence_report(by=SYSTEM, year=None)


def activity_report(*, by: Actor, project: str | None = None, kind: ActivityKind | None = None) -> ActivityReport:
    """Return the activities of all times, of one project or kind when asked for, to whom the network is open."""
    return _activity(record(by=by), project, kind)


def turnover_report(*, by: Actor, with_offices: bool) -> TurnoverReport:
    """Return who came, came back and was missing over the years, to whom the network is open."""
    return _turnover(record(by=by), with_offices)


def dependence_report(*, by: Actor, year: int | None) -> DependenceReport:
    """Return where much depends on one organisation, in a year or ever, to whom the network is open."""
    return _dependence(record(by=by), year)


def absence_report(*, by: Actor, organisation: str, year: int | None) -> AbsenceReport:
    """Return the network without one organisation, in a year or ever, to whom the network is open."""
    return _absence(record(by=by), organisation, year)


@shared(_KEPT, key=of_record)
def _activity(data: NetworkFrames, project: str | None, kind: ActivityKind | None) -> ActivityReport:
    return activity.build(data, project=project, kind=kind)


@shared(4, key=of_record)
def _turnover(data: NetworkFrames, with_offices: bool) -> TurnoverReport:  # noqa: FBT001 - part of the key
    return turnover.build(data, with_offices=with_offices)


@shared(_KEPT, key=of_record)
def _dependence(data: NetworkFrames, year: int | None) -> DependenceReport:
    return absence.dependence(data, year=year)


@shared(_KEPT, key=of_record)
def _absence(data: NetworkFrames, organisation: str, year: int | None) -> AbsenceReport:
    return absence.build(data, organisation=organisation, year=year)
