"""Services that move the days of a round: the last day of a running one, everything about a planned one."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, require, runs_rounds
from bkcore.commands.rounds import ChangePlannedRound, MoveLastDay
from bkcore.errors import AlreadyExists, InvalidValue, RoundOpen
from bkcore.model.assessments import Round
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.round_rules import refuse_overlap, require_not_over, require_open, require_plannable
from bkcore.store.unit_of_work import today_of
from bkcore.wording.numbers import date_de


def move_last_day(session: Session, command: MoveLastDay, *, by: Actor) -> Round:
    """Let a running round end later, or earlier but not before tomorrow; ending it today is closing it.

    Links, answers and reminders stay as they are: a link works as long as its round does.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which round, and its new last day.
        by: Who acts; must be the administration.

    Returns:
        The round; moving it to the day it ends on anyway changes nothing.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such round.
        RoundClosed: It is over; its results are seen, so it takes no answers again.
        RoundPlanned: It has not begun; then it can be changed as a whole.
        InvalidValue: The day is not later than today.
        RoundOverlaps: Another round is planned for some of these days.
    """
    require(runs_rounds(by), action="move_last_day")
    row = required(session, Round, command.slug)
    require_open(session, row)
    if command.closes_on == row.closes_on:
        return row
    if command.closes_on <= today_of(session):
        raise InvalidValue(field="letzter Tag", value=date_de(command.closes_on), allowed="morgen oder später")
    refuse_overlap(session, opens_on=row.opens_on, closes_on=command.closes_on, except_for=row.slug)
    details = {"from": row.closes_on.isoformat(), "to": command.closes_on.isoformat()}
    row.closes_on = command.closes_on
    row.version += 1
    session.add(row)
    record(session, action="move_last_day", aggregate="round", key=row.slug, by=by, details=details)
    return row


def change_planned_round(session: Session, command: ChangePlannedRound, *, by: Actor) -> Round:
    """Change title, days and version of the catalogue of a round that has not begun; who is invited stays so.

    Args:
        session: Open session; the unit of work around it commits.
        command: What the round is to be.
        by: Who acts; must be the administration.

    Returns:
        The round.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such round.
        RoundOpen: It has begun, or another one is still open on these days.
        RoundClosed: It is over.
        PeriodInvalid: The last day lies in the past or before the first.
        RoundOverlaps: Another round is planned for some of these days.
        AlreadyExists: Another round bears this title.
        InvalidValue: The first day lies in the past, or there is no such version of the catalogue.
    """
    require(runs_rounds(by), action="change_planned_round")
    row = required(session, Round, command.slug)
    require_not_over(session, row)
    if not row.is_planned(today_of(session)):
        raise RoundOpen(title=row.title)
    require_plannable(
        session,
        opens_on=command.opens_on,
        closes_on=command.closes_on,
        catalogue_version=command.catalogue_version,
        except_for=row.slug,
    )
    if session.exec(select(Round.id).where(Round.title == command.title, col(Round.id) != row.id)).first():
        raise AlreadyExists(what="round", key=command.title)
    row.title, row.catalogue_version = command.title, command.catalogue_version
    row.opens_on, row.closes_on = command.opens_on, command.closes_on
    row.version += 1
    session.add(row)
    record(session, action="change_planned_round", aggregate="round", key=row.slug, by=by, details=command.model_dump())
    return row
