"""Services on seats of the steering group: give, end, hand over; and on who sits there: begin, end.

No name and no address ever enters the journal: it tells of seats, numbers and days.
"""

from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, keeps_members, require
from bkcore.commands.members import (
    BeginRepresentation,
    CreateSeat,
    EndRepresentation,
    EndSeat,
    WriteHandover,
)
from bkcore.errors import Conflict, NotFound, PeriodInvalid
from bkcore.model.members import Representation, Seat
from bkcore.model.organisations import Organisation
from bkcore.services.journal import record
from bkcore.services.records import Stored, by_slug, free_slug, put, required
from bkcore.services.slugs import slugify

_DAY = timedelta(days=1)
_ROOM = 74
"""Letters of a slug that leave room for a number."""


def create_seat(session: Session, command: CreateSeat, *, by: Actor) -> Stored[Seat]:
    """Give an organisation a seat.

    Args:
        session: Open session; the unit of work around it commits.
        command: Whose seat, what it is called, since when.
        by: Who acts; must be the administration.

    Returns:
        The new row.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such organisation.
    """
    require(keeps_members(by), action="create_seat")
    organisation = required(session, Organisation, command.organisation)
    slug = free_slug(session, Seat, slugify(f"{command.organisation}-{command.title}")[:_ROOM].strip("-"))
    values = {"organisation_id": organisation.id, "title": command.title, "begins_on": command.begins_on}
    return put(session, Seat, slug=slug, values=values, version=None, action="create_seat", by=by)


def end_seat(session: Session, command: EndSeat, *, by: Actor) -> Seat:
    """End a seat, and the representation on it, on a day.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which seat, and its last day.
        by: Who acts; must be the administration.

    Returns:
        The row.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such seat.
        Conflict: Somebody changed it since ``command.version``.
        PeriodInvalid: It, or whoever sits there, began after that day.
    """
    require(keeps_members(by), action="end_seat")
    seat = _seat(session, command.seat, version=command.version)
    _require_order(seat, command)
    current = _latest(session, seat)
    if current is not None and (current.ends_on is None or current.ends_on > command.ends_on):
        _require_order(current, command)
        current.ends_on = command.ends_on
        session.add(current)
    seat.ends_on = command.ends_on
    _save(session, seat)
    details = {"ends_on": command.ends_on}
    record(session, action="end_seat", aggregate="seat", key=seat.slug, by=by, details=details)
    return seat


def write_handover(session: Session, command: WriteHandover, *, by: Actor) -> Seat:
    """Write the hand-over note of a seat; the text itself is not in the journal, because it speaks to a successor.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which seat, and the text.
        by: Who acts; must be the administration.

    Returns:
        The row; the same text again leaves no journal entry.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such seat.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(keeps_members(by), action="write_handover")
    seat = _seat(session, command.seat, version=command.version)
    if seat.handover != command.text:
        seat.handover = command.text
        _save(session, seat)
        record(session, action="write_handover", aggregate="seat", key=seat.slug, by=by)
    return seat


def begin_representation(session: Session, command: BeginRepresentation, *, by: Actor) -> Representation:
    """Let somebody represent an organisation from a day on; whoever sat there before ends the day before.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which seat, who, since when.
        by: Who acts; must be the administration.

    Returns:
        The new row, with its number.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such seat.
        PeriodInvalid: The seat does not exist on that day, or somebody sat there on that day or later.
    """
    require(keeps_members(by), action="begin_representation")
    seat = _seat(session, command.seat)
    day = command.begins_on
    if day < seat.begins_on or (seat.ends_on is not None and day > seat.ends_on):
        raise PeriodInvalid(start=seat.begins_on.isoformat(), end=day.isoformat())
    before = _latest(session, seat)
    if before is not None:
        last = before.ends_on or max(before.begins_on, day - _DAY)
        if last >= day:
            raise PeriodInvalid(start=last.isoformat(), end=day.isoformat())
        before.ends_on = last
        session.add(before)
    number = (before.number if before else 0) + 1
    row = Representation(seat_id=seat.id or 0, number=number, name=command.name, contact=command.contact, begins_on=day)
    session.add(row)
    session.flush()
    details = {"number": row.number, "begins_on": day}
    record(session, action="begin_representation", aggregate="seat", key=seat.slug, by=by, details=details)
    return row


def end_representation(session: Session, command: EndRepresentation, *, by: Actor) -> Representation:
    """End the current representation of a seat.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which seat, and the last day.
        by: Who acts; must be the administration.

    Returns:
        The row.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such seat, or nobody sits on it.
        PeriodInvalid: It began after that day.
    """
    require(keeps_members(by), action="end_representation")
    seat = _seat(session, command.seat)
    row = _latest(session, seat)
    if row is None or row.ends_on is not None:
        raise NotFound(what="representation", key=command.seat)
    _require_order(row, command)
    row.ends_on = command.ends_on
    session.add(row)
    details = {"number": row.number, "ends_on": command.ends_on}
    record(session, action="end_representation", aggregate="seat", key=seat.slug, by=by, details=details)
    return row


def _seat(session: Session, slug: str, *, version: int | None = None) -> Seat:
    seat = by_slug(session, Seat, slug, lock=True)
    if seat is None:
        raise NotFound(what="seat", key=slug)
    if version is not None and version != seat.version:
        raise Conflict(what="seat", key=slug)
    return seat


def _latest(session: Session, seat: Seat) -> Representation | None:
    rows = select(Representation).where(Representation.seat_id == seat.id)
    return session.exec(rows.order_by(col(Representation.number).desc())).first()


def _require_order(row: Seat | Representation, command: EndSeat | EndRepresentation) -> None:
    if command.ends_on < row.begins_on:
        raise PeriodInvalid(start=row.begins_on.isoformat(), end=command.ends_on.isoformat())


def _save(session: Session, seat: Seat) -> None:
    seat.version += 1
    session.add(seat)
    session.flush()
