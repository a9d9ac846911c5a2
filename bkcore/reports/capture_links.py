"""Which addresses for recording are given, to whom, and when they were used last."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.model.capture import CaptureLink
from bkcore.model.projects import Project
from bkcore.store.unit_of_work import town_day


@dataclass(frozen=True, slots=True)
class GivenLink:
    """One lasting address that works.

    Attributes:
        id: Its number.
        project: Slug of its project, ``None`` for the calendar of all.
        project_title: Its title.
        label: For whom it is.
        mail: Where questions go.
        created_on: The day it was given.
        last_used_on: The day it was used last.
    """

    id: int
    project: str | None
    project_title: str
    label: str
    mail: str | None
    created_on: date
    last_used_on: date | None


def given_links(session: Session, *, by: Actor) -> tuple[GivenLink, ...]:
    """Return the lasting addresses that work, by project.

    Raises:
        NotPermitted: The actor does not manage access.
    """
    require(administers(by), action="read_capture_links")
    rows = session.exec(
        select(CaptureLink, Project.slug, Project.title)
        .outerjoin(Project, col(CaptureLink.project_id) == col(Project.id))
        .where(col(CaptureLink.activity_id).is_(None), col(CaptureLink.revoked_at).is_(None))
        .order_by(col(Project.title), col(CaptureLink.id))
    ).all()
    return tuple(
        GivenLink(
            id=link.id or 0,
            project=slug,
            project_title=title or "",
            label=link.label,
            mail=link.mail,
            created_on=town_day(link.created_at),
            last_used_on=link.last_used_on,
        )
        for link, slug, title in rows
    )
