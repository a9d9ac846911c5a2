"""Of which activities somebody should be reminded: their day has passed, and nobody has said what became of them."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.model.activities import Activity
from bkcore.model.capture import CaptureLink
from bkcore.model.projects import Project
from bkcore.reports.capture import WaitingActivity, parted, waiting


@dataclass(frozen=True, slots=True)
class Reminder:
    """One activity to ask about.

    Attributes:
        activity: The activity.
        mail: Where the question goes; ``None`` when its project has no address or told none.
        reachable: Whether its project has an address at all.
        asked_on: The day it was last asked about by mail, ``None`` when never.
    """

    activity: WaitingActivity
    mail: str | None
    reachable: bool
    asked_on: date | None


def reminders(session: Session, *, today: date, by: Actor) -> tuple[Reminder, ...]:
    """Return the activities whose last day has passed, the latest first, with how to reach whom to ask.

    Args:
        session: Open session.
        today: The day it is.
        by: Who asks; must be the administration.

    Raises:
        NotPermitted: The actor does not keep the records.
    """
    require(administers(by), action="read_reminders")
    reach = _reach(session)
    asked = _asked(session)
    over, _ = parted((one for one in waiting(session) if one.is_past(today)), today=today)
    return tuple(
        Reminder(one, reach.get(one.project or ""), (one.project or "") in reach, asked.get(one.slug)) for one in over
    )


def due(found: tuple[Reminder, ...], *, today: date) -> tuple[Reminder, ...]:
    """Return those to be asked about by mail now: within two weeks after their day, each of them once."""
    return tuple(one for one in found if one.mail and one.asked_on is None and not one.activity.is_overdue(today))


def _reach(session: Session) -> dict[str, str | None]:
    """Return the mail address of each project that has a lasting address, the latest one's."""
    rows = session.exec(
        select(Project.slug, CaptureLink.mail)
        .join(CaptureLink, col(CaptureLink.project_id) == col(Project.id))
        .where(col(CaptureLink.activity_id).is_(None), col(CaptureLink.revoked_at).is_(None))
        .order_by(col(CaptureLink.id))
    ).all()
    return dict(rows)


def _asked(session: Session) -> dict[str, date]:
    rows = session.exec(
        select(Activity.slug, CaptureLink.sent_at)
        .join(CaptureLink, col(CaptureLink.activity_id) == col(Activity.id))
        .where(col(CaptureLink.sent_at).is_not(None))
        .order_by(col(CaptureLink.sent_at))
    ).all()
    return {slug: sent.date() for slug, sent in rows if sent is not None}
