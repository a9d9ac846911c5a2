"""The descriptions and pictures of projects and whether somebody released them, for whoever releases."""

from base64 import b64decode
from dataclasses import dataclass

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from bkcore.access import Actor, releases, require
from bkcore.model.pictures import ProjectPicture
from bkcore.model.projects import Project
from bkcore.vocabulary import NetworkLink, SubjectKind


@dataclass(frozen=True, slots=True)
class PictureOfProject:
    """The picture of one project: its description, who agreed, whether it is released, and its small file (JPEG)."""

    digest: str
    alt: str
    consent: str
    released: bool
    small: bytes


@dataclass(frozen=True, slots=True)
class ProjectText:
    """One project with its text and picture; ``appears`` only what belongs to the network itself."""

    slug: str
    title: str
    description: str
    released: bool
    appears: bool
    picture: PictureOfProject | None = None


def project_texts(session: Session, *, by: Actor) -> tuple[ProjectText, ...]:
    """Return all projects that have a text, by title.

    Raises:
        NotPermitted: The actor does not release.
    """
    require(releases(by), action="read")
    rows = session.exec(
        select(Project, ProjectPicture)
        .join(ProjectPicture, col(ProjectPicture.project_id) == col(Project.id), isouter=True)
        .options(defer(ProjectPicture.large))  # type: ignore[arg-type]  # a column
        .where(col(Project.description) != "", Project.kind == SubjectKind.PROJECT)
        .order_by(col(Project.title))
    )
    return tuple(
        ProjectText(
            slug=row.slug,
            title=row.title,
            description=row.description or "",
            released=row.description_released,
            appears=row.link in {None, NetworkLink.CORE},
            picture=_picture(shown),
        )
        for row, shown in rows
    )


def _picture(row: ProjectPicture | None) -> PictureOfProject | None:
    if row is None:
        return None
    return PictureOfProject(
        digest=row.digest, alt=row.alt, consent=row.consent, released=row.released, small=b64decode(row.small)
    )
