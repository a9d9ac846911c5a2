"""The descriptions of projects and whether somebody released them, for whoever releases."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bkcore.access import Actor, releases, require
from bkcore.model.projects import Project
from bkcore.vocabulary import SubjectKind


@dataclass(frozen=True, slots=True)
class ProjectText:
    """One project with its text."""

    slug: str
    title: str
    description: str
    released: bool


def project_texts(session: Session, *, by: Actor) -> tuple[ProjectText, ...]:
    """Return all projects that have a text, by title.

    Raises:
        NotPermitted: The actor does not release.
    """
    require(releases(by), action="read")
    rows = session.exec(
        select(Project)
        .where(col(Project.description) != "", Project.kind == SubjectKind.PROJECT)
        .order_by(col(Project.title))
    )
    return tuple(ProjectText(row.slug, row.title, row.description or "", row.description_released) for row in rows)
