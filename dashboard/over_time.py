"""Cached reports of the pages that look over all years: activity, change, and what would be without somebody.

Keyed like those of ``state``: by database, data version and arguments.
"""

from bkcore.access import SYSTEM, Actor
from bkcore.reports import absence, activity, turnover
from bkcore.reports.over_time import AbsenceReport, ActivityReport, DependenceReport, TurnoverReport
from bkcore.vocabulary import ActivityKind
from dashboard.caches import shared
from dashboard.state import data_version, for_the_house, frames

_KEPT = 64


def warm() -> None:
    """Compute what the first visitor of these pages will ask for, so that nobody waits for it."""
    activity_report(by=SYSTEM)
    turnover_report(by=SYSTEM, with_offices=True)
    dependence_report(by=SYSTEM, year=None)


def activity_report(*, by: Actor, project: str | None = None, kind: ActivityKind | None = None) -> ActivityReport:
    """Return the activities of all times, of one project or kind when asked for, to whom the network is open."""
    return _activity(for_the_house(by), data_version(), project, kind)


def turnover_report(*, by: Actor, with_offices: bool) -> TurnoverReport:
    """Return who came, came back and was missing over the years, to whom the network is open."""
    return _turnover(for_the_house(by), data_version(), with_offices)


def dependence_report(*, by: Actor, year: int | None) -> DependenceReport:
    """Return where much depends on one organisation, in a year or ever, to whom the network is open."""
    return _dependence(for_the_house(by), data_version(), year)


def absence_report(*, by: Actor, organisation: str, year: int | None) -> AbsenceReport:
    """Return the network without one organisation, in a year or ever, to whom the network is open."""
    return _absence(for_the_house(by), data_version(), organisation, year)


@shared(_KEPT)
def _activity(url: str, version: int, project: str | None, kind: ActivityKind | None) -> ActivityReport:
    return activity.build(frames(url, version), project=project, kind=kind)


@shared(4)
def _turnover(url: str, version: int, with_offices: bool) -> TurnoverReport:  # noqa: FBT001 - part of the key
    return turnover.build(frames(url, version), with_offices=with_offices)


@shared(_KEPT)
def _dependence(url: str, version: int, year: int | None) -> DependenceReport:
    return absence.dependence(frames(url, version), year=year)


@shared(_KEPT)
def _absence(url: str, version: int, organisation: str, year: int | None) -> AbsenceReport:
    return absence.build(frames(url, version), organisation=organisation, year=year)
