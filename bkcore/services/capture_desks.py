"""What stands behind an address: whose activities it records, and whose planned ones its calendar shows."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bkcore.access import Actor
from bkcore.errors import LinkDead
from bkcore.model.activities import Activity
from bkcore.model.capture import CaptureLink
from bkcore.model.projects import Project
from bkcore.services.links import note_used
from bkcore.services.tokens import token_hash
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import Role


@dataclass(frozen=True, slots=True)
class CaptureDesk:
    """Whose activities an address records.

    Attributes:
        link_id: Number of the address.
        actor: As whom it acts; ``None`` when it only gives a calendar.
        project: Slug of the project, ``None`` for the calendar of all.
        title: The project's title; empty for the calendar of all.
        activity: Slug of the one activity it was sent about.
    """

    link_id: int
    actor: Actor | None
    project: str | None = None
    title: str = ""
    activity: str | None = None


def desk_behind(session: Session, token: str) -> CaptureDesk:
    """Return what an address opens, without leaving a trace.

    Raises:
        LinkDead: The address is unknown, expired or revoked; which of these is never said.
    """
    return _desk(session, col(CaptureLink.token_hash) == token_hash(token))


def calendar_behind(session: Session, link_id: int) -> str | None:
    """Return the project whose planned activities the calendar of an address shows, ``None`` for those of all.

    The number alone opens nothing: whoever asks has it from a sealed address, which lets nobody record.

    Raises:
        LinkDead: The address it belongs to is unknown, expired or revoked.
    """
    return _desk(session, col(CaptureLink.id) == link_id).project


def note_use(session: Session, token: str) -> None:
    """Keep the day an address was used last."""
    note_used(session, CaptureLink, token)


def _desk(session: Session, which: ColumnElement[bool]) -> CaptureDesk:
    row = session.exec(
        select(CaptureLink, Project, Activity.slug)
        .outerjoin(Project, col(CaptureLink.project_id) == col(Project.id))
        .outerjoin(Activity, col(CaptureLink.activity_id) == col(Activity.id))
        .where(which)
    ).first()
    if row is None:
        raise LinkDead
    link, project, activity = row
    if link.revoked_at is not None or (link.expires_at is not None and link.expires_at <= now_of(session)):
        raise LinkDead
    if project is None:
        return CaptureDesk(link.id or 0, actor=None)
    actor = Actor(role=Role.PROJECT_LEAD, label=link.label, project=project.slug)
    return CaptureDesk(link.id or 0, actor=actor, project=project.slug, title=project.title, activity=activity)
