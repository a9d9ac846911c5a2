"""Asks the leads what became of their activities: one address each, and the letter that carries it."""

from collections.abc import Iterable

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.capture import RecordCaptureDispatch, RemindOfActivity
from bkcore.post.letters import Letter
from bkcore.reports.capture import WaitingActivity
from bkcore.services.capture_links import REMINDER_VALID, record_capture_dispatch, remind_of_activity
from bkcore.store.unit_of_work import today_of
from bkcore.wording import capture as words


def ask(session: Session, activities: Iterable[WaitingActivity], *, site: str, by: Actor) -> tuple[Letter, ...]:
    """Return one letter for each activity, with a fresh address that opens its form.

    Args:
        session: Open session; the unit of work around it commits.
        activities: What is asked about; each of a project that has an address.
        site: Public address of the dashboard.
        by: Who asks; must be the administration.

    Returns:
        The letters in the order of the activities.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: One of the projects has no address.
    """
    return tuple(_letter(session, one, site=site, by=by) for one in activities)


def question_went_out(session: Session, link_id: int, by: Actor) -> object:
    """Keep the moment such a letter went out; what ``delivery.deliver`` calls."""
    return record_capture_dispatch(session, RecordCaptureDispatch(link_id=link_id), by=by)


def _letter(session: Session, activity: WaitingActivity, *, site: str, by: Actor) -> Letter:
    issued = remind_of_activity(session, RemindOfActivity(activity=activity.slug), by=by)
    address = f"{site}/erfassen/{issued.token}"
    body = words.reminder_body(
        title=activity.title,
        announced=words.period(activity.starts_on, activity.ends_on, precision=activity.precision),
        address=address,
        ends_on=today_of(session) + REMINDER_VALID,
    )
    return Letter(
        link_id=issued.link.id or 0,
        title=activity.title,
        address=address,
        subject=" ".join(words.reminder_subject(activity.title).split()),
        body=body,
        calendar=b"",
        mail=issued.link.mail,
    )
