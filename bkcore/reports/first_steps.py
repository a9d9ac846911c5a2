"""What somebody finds who takes over integration management: what is due, what is missing, what is set up."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from sqlmodel import Session, col, func, select

from bkcore.access import Actor, administers, require
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Round
from bkcore.model.council import Release
from bkcore.model.members import Representation, Seat, lasts
from bkcore.model.organisations import Organisation
from bkcore.reports.cycle import Cycle
from bkcore.reports.overview import OverviewReport, standing
from bkcore.reports.rounds import RoundState, all_rounds
from bkcore.settings import Settings
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import LinkKind

_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class Duty(StrEnum):
    """What a hand-over goes through, in the order of the year; what the operator sets comes last."""

    CONFIRM = "confirm"
    ROUND = "round"
    LETTERS = "letters"
    SEATS = "seats"
    MEETING = "meeting"
    MEASURES = "measures"
    REPORT = "report"
    COUNCIL = "council"
    MAIL = "mail"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """The hand-over.

    Attributes:
        overview: The first page.
        cycle: Where the year stands.
        turn: The open round, else the next planned one.
        letters: Personal links of rounds that are not over which were neither sent by the program nor ever opened.
        seats: Seats of the steering group.
        vacant: Organisations with a seat on which nobody sits.
        findings: What the report about the year that is over still lacks.
        released_on: The day of the latest release to the council, ``None`` before the first.
        has_mail: Whether a mail server is set.
        has_address: Whether the program knows the address under which others reach it.
    """

    overview: OverviewReport
    cycle: Cycle
    turn: RoundState | None
    letters: int
    seats: int
    vacant: tuple[str, ...]
    findings: int
    released_on: date | None
    has_mail: bool
    has_address: bool

    @property
    def is_reported(self) -> bool:
        """Whether the report about the year that is over was released."""
        return self.overview.reported is not None and self.overview.reported >= self.overview.report_due

    @property
    def waiting(self) -> frozenset[Duty]:
        """Return what is still to be done."""
        open_now = {
            Duty.CONFIRM: self.overview.unconfirmed > 0,
            Duty.ROUND: self.turn is None,
            Duty.LETTERS: self.letters > 0,
            Duty.SEATS: not self.seats or bool(self.vacant),
            Duty.MEETING: self.cycle.prepared is None and self.cycle.running is None,
            Duty.MEASURES: self.cycle.overdue > 0,
            Duty.REPORT: not self.is_reported,
            Duty.COUNCIL: self.released_on is None,
            Duty.MAIL: not self.has_mail,
            Duty.ADDRESS: not self.has_address,
        }
        return frozenset(duty for duty, is_open in open_now.items() if is_open)


def build(
    session: Session, *, overview: OverviewReport, findings: int, settings: Settings, by: Actor, today: date
) -> FirstSteps:
    """Return the hand-over.

    Args:
        session: Open session.
        overview: The first page of this day.
        findings: What the report about the year that is over still lacks.
        settings: What the environment set.
        by: Who asks; must be the administration.
        today: The day it is.

    Raises:
        NotPermitted: The actor does not administer.
    """
    require(administers(by), action="read_first_steps")
    planned = [one for one in all_rounds(session, today=today) if one.is_planned]
    seats, vacant = _seats(session, today=today)
    released: datetime | None = session.exec(select(func.max(col(Release.made_at)))).one()
    return FirstSteps(
        overview=overview,
        cycle=standing(session, overview),
        turn=overview.round or (planned[-1] if planned else None),
        letters=_letters(session, today=today),
        seats=seats,
        vacant=vacant,
        findings=findings,
        released_on=town_day(released) if released else None,
        has_mail=bool(settings.smtp_url),
        has_address=urlsplit(settings.public_url).hostname not in _OWN_MACHINE,
    )


def _letters(session: Session, *, today: date) -> int:
    """Count assessments that are not handed in and whose links nobody was sent and nobody opened."""
    rows = session.exec(
        select(AccessLink, Round)
        .join(Assessment, col(AccessLink.assessment_id) == col(Assessment.id))
        .join(Round, col(Assessment.round_id) == col(Round.id))
        .where(
            AccessLink.kind == LinkKind.PERSONAL,
            col(AccessLink.revoked_at).is_(None),
            col(Assessment.handed_in_at).is_(None),
        )
    ).all()
    living = [link for link, turn in rows if turn.is_open(today) or turn.is_planned(today)]
    reached = {link.assessment_id for link in living if link.sent_at or link.last_used_on}
    return len({link.assessment_id for link in living} - reached)


def _seats(session: Session, *, today: date) -> tuple[int, tuple[str, ...]]:
    """Return how many seats there are today, and the organisations of those on which nobody sits."""
    rows = session.exec(select(Seat, Organisation.name).join(Organisation)).all()
    there = [(seat, name) for seat, name in rows if lasts(seat.begins_on, seat.ends_on, day=today)]
    sitting = session.exec(select(Representation))
    taken = {one.seat_id for one in sitting if lasts(one.begins_on, one.ends_on, day=today)}
    return len(there), tuple(sorted({name for seat, name in there if seat.id not in taken}, key=str.casefold))
