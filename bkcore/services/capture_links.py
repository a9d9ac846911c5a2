"""Services on the addresses from which leads record activities: give, remind, record what was sent, revoke."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.commands.capture import CreateCaptureLink, RecordCaptureDispatch, RemindOfActivity, RevokeCaptureLink
from bkcore.errors import NotFound
from bkcore.model.activities import Activity
from bkcore.model.capture import CaptureLink
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.links import Issued, issue, note_sent
from bkcore.services.records import id_of, required
from bkcore.store.unit_of_work import now_of

REMINDER_VALID = timedelta(days=60)
IssuedCaptureLink = Issued[CaptureLink]


def create_capture_link(session: Session, command: CreateCaptureLink, *, by: Actor) -> IssuedCaptureLink:
    """Give an address from which a project's activities are recorded, valid until it is revoked.

    Args:
        session: Open session; the unit of work around it commits.
        command: For which project, for whom, and where reminders go.
        by: Who acts; must be the administration.

    Returns:
        The address and its token.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such project.
    """
    require(administers(by), action="create_capture_link")
    project = id_of(session, Project, command.project)
    issued = issue(session, CaptureLink, project_id=project, label=command.label, mail=command.mail)
    details, key = {"project": command.project}, str(issued.link.id)
    record(session, action="create_capture_link", aggregate="capture_link", key=key, by=by, details=details)
    return issued


def remind_of_activity(session: Session, command: RemindOfActivity, *, by: Actor) -> IssuedCaptureLink:
    """Give one more address, about one activity, for sixty days; the lasting one stays valid beside it.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which activity.
        by: Who acts; must be the administration.

    Returns:
        The address, made out as the project's latest lasting one, and its token.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such activity, or its project has no address.
    """
    require(administers(by), action="remind_of_activity")
    activity = required(session, Activity, command.activity)
    lasting = lasting_link(session, project_id=activity.project_id)
    if lasting is None:
        raise NotFound(what="capture_link", key=command.activity)
    issued = issue(
        session,
        CaptureLink,
        project_id=lasting.project_id,
        activity_id=activity.id,
        label=lasting.label,
        mail=lasting.mail,
        expires_at=now_of(session) + REMINDER_VALID,
    )
    details, key = {"activity": command.activity}, str(issued.link.id)
    record(session, action="remind_of_activity", aggregate="capture_link", key=key, by=by, details=details)
    return issued


def record_capture_dispatch(session: Session, command: RecordCaptureDispatch, *, by: Actor) -> CaptureLink:
    """Record the moment the mail server took the message with an address.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such address.
    """
    require(administers(by), action="record_capture_dispatch")
    link = note_sent(session, CaptureLink, command.link_id)
    record(session, action="record_capture_dispatch", aggregate="capture_link", key=str(link.id), by=by)
    return link


def revoke_capture_link(session: Session, command: RevokeCaptureLink, *, by: Actor) -> CaptureLink:
    """Take an address away, a lasting one with its reminders; where they went is forgotten.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which address.
        by: Who acts; must be the administration.

    Returns:
        The revoked address; revoking twice changes nothing.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such address.
    """
    require(administers(by), action="revoke_capture_link")
    link = session.get(CaptureLink, command.link_id, with_for_update=True)
    if link is None:
        raise NotFound(what="capture_link", key=str(command.link_id))
    if link.revoked_at is not None:
        return link
    for each in [link, *_reminders_of(session, link)]:
        each.revoked_at, each.mail = now_of(session), None
        session.add(each)
    record(session, action="revoke_capture_link", aggregate="capture_link", key=str(link.id), by=by)
    return link


def lasting_link(session: Session, *, project_id: int | None) -> CaptureLink | None:
    """Return the latest address of a project that is no reminder and works, ``None`` when there is none."""
    if project_id is None:
        return None
    return session.exec(
        select(CaptureLink)
        .where(
            CaptureLink.project_id == project_id,
            col(CaptureLink.activity_id).is_(None),
            col(CaptureLink.revoked_at).is_(None),
        )
        .order_by(col(CaptureLink.id).desc())
    ).first()


def _reminders_of(session: Session, link: CaptureLink) -> Sequence[CaptureLink]:
    """Return the reminders that were made out after a lasting address and still work; a reminder has none.

    Each was made out after the latest lasting address its project had at that moment.
    """
    if link.project_id is None or link.activity_id is not None:
        return ()
    every = session.exec(select(CaptureLink).where(CaptureLink.project_id == link.project_id)).all()
    lasting = [one for one in every if one.activity_id is None]
    return [
        one
        for one in every
        if one.activity_id is not None
        and one.revoked_at is None
        and link.id == max((other.id or 0 for other in lasting if _was_there(other, one)), default=0)
    ]


def _was_there(lasting: CaptureLink, reminder: CaptureLink) -> bool:
    """Tell whether a lasting address worked when a reminder was made out."""
    before = (lasting.id or 0) < (reminder.id or 0)
    return before and (lasting.revoked_at is None or lasting.revoked_at > reminder.created_at)
