"""Seats of the steering group, who represents whom there, and continuity and change as figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, keeps_members, reads_members, require
from bkcore.frames import members as frames
from bkcore.metrics.members import Counted, filled_seats, median_service, new_members, stayed_members
from bkcore.model.members import Representation, Seat, lasts
from bkcore.model.organisations import Organisation
from bkcore.reports import choices


@dataclass(frozen=True, slots=True)
class Sitting:
    """One representation as its reader may see it.

    Attributes:
        id: Its id.
        number: The first of a seat is 1.
        name: Empty when it is erased, or not for this reader.
        contact: Address, for the administration alone.
        begins_on: First day.
        ends_on: Last day, ``None`` while it lasts.
        erased_on: The day name and address were erased.
        erase_on: The day they will be erased by themselves, ``None`` while it lasts or when they are.
    """

    id: int
    number: int
    name: str
    contact: str
    begins_on: date
    ends_on: date | None
    erased_on: date | None
    erase_on: date | None

    def is_current(self, today: date) -> bool:
        """Tell whether it has begun and not ended."""
        return lasts(self.begins_on, self.ends_on, day=today)


@dataclass(frozen=True, slots=True)
class SeatState:
    """One seat with everybody who sat on it, the latest first."""

    slug: str
    organisation: str
    title: str
    begins_on: date
    ends_on: date | None
    handover: str
    version: int
    sittings: tuple[Sitting, ...]

    def exists(self, today: date) -> bool:
        """Tell whether the seat has begun and not ended."""
        return lasts(self.begins_on, self.ends_on, day=today)

    def current(self, today: date) -> Sitting | None:
        """Return who sits there, ``None`` when nobody does."""
        return next((one for one in self.sittings if one.is_current(today)), None)


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """Continuity and change, as how many of how many; ``None`` where a figure is not defined."""

    filled: Counted | None
    new: Counted | None
    stayed: Counted | None
    service: float | None


@dataclass(frozen=True, slots=True)
class MembersReport:
    """All seats by organisation, those that ended last; the figures of a day; whom one can give a seat."""

    seats: tuple[SeatState, ...]
    figures: MemberFigures
    organisations: Mapping[str, str]


def build(session: Session, *, by: Actor, today: date, kept_days: int) -> MembersReport:
    """Return all seats as their reader may see them.

    The steering group sees the names of those who sit there now; earlier names and all addresses are for the
    administration alone, which needs them for a hand-over until they are erased.

    Args:
        session: Open session.
        by: Who reads.
        today: The day it is.
        kept_days: How many days after its end a name is kept; after that it is not shown, erased or not.

    Raises:
        NotPermitted: The actor reads no members.
    """
    require(reads_members(by), action="read_members")
    sittings: dict[int, list[Sitting]] = {}
    for row in session.exec(select(Representation).order_by(col(Representation.number).desc())):
        shown = _sitting(row, today=today, kept=timedelta(days=kept_days), keeper=keeps_members(by))
        sittings.setdefault(row.seat_id, []).append(shown)
    rows = session.exec(select(Seat, Organisation).join(Organisation)).all()
    states = [_state(seat, organisation, sittings.get(seat.id or 0, [])) for seat, organisation in rows]
    states.sort(key=lambda one: (not one.exists(today), one.organisation.casefold(), one.title.casefold(), one.slug))
    seats, representations = frames.seats(session), frames.representations(session)
    return MembersReport(
        seats=tuple(states),
        figures=MemberFigures(
            filled=filled_seats(seats, representations=representations, day=today),
            new=new_members(seats, representations=representations, day=today),
            stayed=stayed_members(representations, day=today),
            service=median_service(representations, day=today),
        ),
        organisations=choices.organisations(session),
    )


def _sitting(row: Representation, *, today: date, kept: timedelta, keeper: bool) -> Sitting:
    over = row.ends_on is not None and row.ends_on < today
    erase_on = row.ends_on + kept if row.ends_on is not None and row.erased_on is None else None
    visible = (keeper or not over) and (erase_on is None or erase_on > today)
    return Sitting(
        id=row.id or 0,
        number=row.number,
        name=(row.name or "") if visible else "",
        contact=(row.contact or "") if visible and keeper else "",
        begins_on=row.begins_on,
        ends_on=row.ends_on,
        erased_on=row.erased_on,
        erase_on=erase_on,
    )


def _state(seat: Seat, organisation: Organisation, sittings: Sequence[Sitting]) -> SeatState:
    return SeatState(
        slug=seat.slug,
        organisation=organisation.name,
        title=seat.title,
        begins_on=seat.begins_on,
        ends_on=seat.ends_on,
        handover=seat.handover or "",
        version=seat.version,
        sittings=tuple(sittings),
    )
