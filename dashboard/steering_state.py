"""Cached reports of what the steering group follows: measures, who sits in it, where integration is anchored.

Keyed like those of ``state``: by database, data version and arguments.
"""

from datetime import date

from bkcore.access import Actor
from bkcore.reports import anchoring, measure_board, measure_detail, members, owners
from bkcore.reports.anchoring_facts import AnchoringReport
from bkcore.reports.measure_board import MeasuresReport
from bkcore.reports.measure_detail import MeasureDetail
from bkcore.reports.members import MembersReport
from bkcore.reports.owners import OwnerToRemind
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from dashboard.caches import shared
from dashboard.state import data_version, engine, for_the_house, frames, settings

_KEPT = 64


def measures_report(*, by: Actor) -> MeasuresReport:
    """Return all measures, to whom the overviews are open."""
    return _measures(for_the_house(by), data_version(), by)


def measure_detail_report(*, by: Actor, measure_id: int, today: date) -> MeasureDetail:
    """Return one measure with its log, its history and the factor before and after, to whom the overviews are open."""
    return _measure(for_the_house(by), data_version(), by, measure_id, today)


def owners_to_remind(*, by: Actor, today: date) -> tuple[OwnerToRemind, ...]:
    """Return whose measures are due soon or overdue; never cached, it holds addresses."""
    with reading(engine()) as session:
        return owners.owners_to_remind(session, by=by, today=today)


def members_report(*, by: Actor, today: date) -> MembersReport:
    """Return the seats as their reader may see them; never cached, it holds names."""
    with reading(engine()) as session:
        return members.build(session, by=by, today=today, kept_days=settings().member_days)


def anchoring_report(*, by: Actor, today: date) -> AnchoringReport:
    """Return in which departments integration is anchored, year by year, to whom the overviews are open."""
    return _anchoring(for_the_house(by), data_version(), by, today)


@shared(4)
def _anchoring(url: str, version: int, by: Actor, today: date) -> AnchoringReport:
    with reading(engine_for(url)) as session:
        return anchoring.build(session, frames(url, version), by=by, today=today)


@shared(4)
def _measures(url: str, version: int, by: Actor) -> MeasuresReport:
    del version
    with reading(engine_for(url)) as session:
        return measure_board.build(session, by=by)


@shared(_KEPT)
def _measure(url: str, version: int, by: Actor, measure_id: int, today: date) -> MeasureDetail:
    del version
    with reading(engine_for(url)) as session:
        return measure_detail.build(session, measure_id=measure_id, by=by, today=today)
