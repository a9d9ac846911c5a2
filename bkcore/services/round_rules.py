"""Rules of rounds: when one takes answers, and which days a new or moved one may have."""

from datetime import date

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.errors import InvalidValue, PeriodInvalid, RoundClosed, RoundOpen, RoundOverlaps, RoundPlanned
from bkcore.model.assessments import Round
from bkcore.store.unit_of_work import today_of, town_day
from bkcore.wording.numbers import date_de


def require_open(session: Session, row: Round) -> None:
    """Refuse when the round takes no answers today.

    Raises:
        RoundClosed: It was closed, or its last day is over.
        RoundPlanned: It has not begun.
    """
    require_not_over(session, row)
    if row.is_planned(today_of(session)):
        raise RoundPlanned(title=row.title, opens_on=row.opens_on.isoformat())


def require_not_over(session: Session, row: Round) -> None:
    """Refuse when the round will take no answers any more; one that is still to begin passes.

    Raises:
        RoundClosed: It was closed, or its last day is over.
    """
    today = today_of(session)
    if not row.is_open(today) and not row.is_planned(today):
        raise RoundClosed(title=row.title, closed_on=last_day(row).isoformat())


def last_day(row: Round) -> date:
    """Return the last day a round took, or takes, answers: as planned, or the day it was closed before."""
    return min(town_day(row.closed_at), row.closes_on) if row.closed_at else row.closes_on


def require_plannable(
    session: Session, *, opens_on: date, closes_on: date, catalogue_version: str, except_for: str = ""
) -> None:
    """Refuse a period that does not lie ahead or is taken, and a version of the catalogue that is not known.

    Args:
        session: Open session.
        opens_on: First day.
        closes_on: Last day.
        catalogue_version: What the round would ask.
        except_for: Slug of the round that is being changed.

    Raises:
        PeriodInvalid: The last day lies in the past or before the first.
        InvalidValue: The first day lies in the past, or there is no such version.
        RoundOpen: Another round is still open then.
        RoundOverlaps: Another round is planned for some of these days.
    """
    today = today_of(session)
    if closes_on < max(opens_on, today):
        raise PeriodInvalid(start=max(opens_on, today).isoformat(), end=closes_on.isoformat())
    if opens_on < today:
        raise InvalidValue(field="erster Tag", value=date_de(opens_on), allowed="heute oder später")
    if catalogue_version not in catalogue.versions():
        raise InvalidValue(field="catalogue_version", value=catalogue_version, allowed=", ".join(catalogue.versions()))
    refuse_overlap(session, opens_on=opens_on, closes_on=closes_on, except_for=except_for)


def refuse_overlap(session: Session, *, opens_on: date, closes_on: date, except_for: str = "") -> None:
    """Refuse a second round on the same days; a round that was closed early takes none of its later days.

    Raises:
        RoundOpen: Another round is still open then.
        RoundOverlaps: Another round is planned for some of these days.
    """
    today = today_of(session)
    for other in session.exec(select(Round).where(col(Round.closed_at).is_(None), col(Round.closes_on) >= today)):
        if other.slug == except_for or closes_on < other.opens_on or other.closes_on < opens_on:
            continue
        if other.is_open(today):
            raise RoundOpen(title=other.title)
        raise RoundOverlaps(title=other.title, start=other.opens_on.isoformat(), end=other.closes_on.isoformat())
