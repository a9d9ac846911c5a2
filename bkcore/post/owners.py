"""Writes to whoever owns a measure: the first link, or a reminder, each with the day for the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.measures import RecordOwnerDispatch
from bkcore.post import calendar
from bkcore.post.letters import Letter
from bkcore.reports.measure_board import BoardMeasure
from bkcore.services.measure_links import OwnerLink, record_owner_dispatch
from bkcore.wording import owner_letters as words


@dataclass(frozen=True, slots=True)
class Writing:
    """The moment of writing, its day in Bergkamen, and the public address of the dashboard."""

    now: datetime
    today: date
    site: str


def invitation(measure: BoardMeasure, issued: OwnerLink, *, at: Writing) -> Letter:
    """Return the letter with a first link."""
    address = _address(issued, at)
    body = words.invitation_body(title=measure.title, owner=measure.owner, due_on=measure.due_on, address=address)
    return _letter(measure, issued, at=at, subject=words.invitation_subject(measure.title), body=body)


def reminder(measure: BoardMeasure, issued: OwnerLink, *, at: Writing) -> Letter:
    """Return the letter that reminds, with a fresh link."""
    body = words.reminder_body(
        title=measure.title,
        owner=measure.owner,
        due_on=measure.due_on,
        today=at.today,
        address=_address(issued, at),
    )
    subject = words.reminder_subject(measure.title, due_on=measure.due_on, today=at.today)
    return _letter(measure, issued, at=at, subject=subject, body=body)


def due_days(measures: Iterable[BoardMeasure], *, now: datetime) -> bytes:
    """Return the days of these measures as one calendar; closed ones are left out."""
    return calendar.deadlines((_deadline(one) for one in measures if not one.is_closed), now=now)


def letter_taken(session: Session, link_id: int, by: Actor) -> None:
    """Record that the mail server took a letter, for ``bkcore.post.delivery``."""
    record_owner_dispatch(session, RecordOwnerDispatch(link_id=link_id), by=by)


def _address(issued: OwnerLink, at: Writing) -> str:
    return f"{at.site}/massnahme/{issued.token}"


def _deadline(measure: BoardMeasure) -> calendar.Deadline:
    return calendar.Deadline(
        key=f"massnahme/{measure.id}",
        title=words.calendar_title(measure.title),
        text=words.calendar_text(measure.owner),
        closes_on=measure.due_on,
    )


def _letter(measure: BoardMeasure, issued: OwnerLink, *, at: Writing, subject: str, body: str) -> Letter:
    return Letter(
        link_id=issued.link.id or 0,
        title=words.name(measure.title, issued.link.label),
        address=_address(issued, at),
        subject=" ".join(subject.split()),
        body=body,
        calendar=calendar.deadlines([_deadline(measure)], now=at.now),
        mail=issued.link.mail,
        calendar_file=words.CALENDAR_FILE,
    )
