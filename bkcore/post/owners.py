"""Writes to whoever owns a measure: the first link, or a reminder, each with the day for the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.measures import InviteOwner, RecordOwnerDispatch, RemindOwner
from bkcore.post import calendar
from bkcore.post.letters import Letter
from bkcore.reports.measure_board import BoardMeasure
from bkcore.services.measure_links import OwnerLink, invite_owner, record_owner_dispatch, remind_owner
from bkcore.wording import owner_letters as words


@dataclass(frozen=True, slots=True)
class Writing:
    """The moment of writing, its day in Bergkamen, and the public address of the dashboard."""

    now: datetime
    today: date
    site: str


def invite(session: Session, measure: BoardMeasure, command: InviteOwner, *, at: Writing, by: Actor) -> Letter:
    """Return the letter with a first link.

    Args:
        session: Open session; the unit of work around it commits.
        measure: The measure the command names.
        command: For which function, and where it goes.
        at: Moment and site.
        by: Who invites; must be the administration.

    Raises:
        NotPermitted: The actor gives out no links.
        NotFound: There is no such measure.
    """
    issued = invite_owner(session, command, by=by)
    address = _address(issued, at)
    body = words.invitation_body(title=measure.title, owner=measure.owner, due_on=measure.due_on, address=address)
    return _letter(measure, issued, at=at, subject=words.invitation_subject(measure.title), body=body)


def remind(session: Session, measures: Iterable[BoardMeasure], *, at: Writing, by: Actor) -> tuple[Letter, ...]:
    """Return one reminder for each measure, with a fresh link; the earlier ones stay valid.

    Args:
        session: Open session; the unit of work around it commits.
        measures: Whose owners are to be reminded.
        at: Moment and site.
        by: Who reminds; must be the administration.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: One of the measures is gone.
    """
    letters = []
    for measure in measures:
        issued = remind_owner(session, RemindOwner(measure_id=measure.id), by=by)
        subject = words.reminder_subject(measure.title, due_on=measure.due_on, today=at.today)
        body = words.reminder_body(
            title=measure.title,
            owner=measure.owner,
            due_on=measure.due_on,
            today=at.today,
            address=_address(issued, at),
        )
        letters.append(_letter(measure, issued, at=at, subject=subject, body=body))
    return tuple(letters)


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
