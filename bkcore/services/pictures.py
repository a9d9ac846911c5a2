"""Services on the pictures of projects."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from sqlmodel import Session, col, delete, select

from bkcore.access import Actor, releases, require
from bkcore.commands.pictures import PutPicture, ReleasePicture, RemovePicture
from bkcore.errors import Conflict, NotFound
from bkcore.model.pictures import ProjectPicture, ReleasedPicture
from bkcore.model.projects import Project
from bkcore.pictures import Prepared, prepare
from bkcore.services.journal import record
from bkcore.services.records import required

AGGREGATE: Final = "project_picture"
_TOLD: Final = ("digest", "alt", "consent")


def put_picture(session: Session, command: PutPicture, *, by: Actor) -> ProjectPicture:
    """Give a project a picture, in place of the one it had; it waits to be released.

    Args:
        session: Open session; the unit of work around it commits.
        command: The project, the file, its description and who agreed.
        by: Who acts; must be the administration.

    Returns:
        The stored picture.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such project.
        PictureRefused: The file is no picture that can be shown.
    """
    require(releases(by), action="put_picture")
    project = required(session, Project, command.slug)
    row, details = given(session, project, kept_as(prepare(command.content), alt=command.alt, consent=command.consent))
    record(session, action="put_picture", aggregate=AGGREGATE, key=command.slug, by=by, details=details)
    return row


def release_picture(session: Session, command: ReleasePicture, *, by: Actor) -> ProjectPicture:
    """Release the picture a person has looked at, or take that back.

    Args:
        session: Open session; the unit of work around it commits.
        command: The project, the picture that was looked at, and whether it is released.
        by: Who acts; must be the administration.

    Returns:
        The stored picture.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such project, or it has no picture.
        Conflict: The project has another picture by now.
    """
    require(releases(by), action="release_picture")
    row = _required(session, command.slug)
    if row.digest != command.digest:
        raise Conflict(what=AGGREGATE, key=command.slug)
    if row.released != command.released:
        row.released = command.released
        session.add(row)
        if not row.released:
            _withdraw(session, row.digest)
        details = {"after": {"digest": row.digest, "released": row.released}}
        record(session, action="release_picture", aggregate=AGGREGATE, key=command.slug, by=by, details=details)
    return row


def remove_picture(session: Session, command: RemovePicture, *, by: Actor) -> None:
    """Delete the picture of a project for good; the journal keeps its name and description, not the picture.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which project.
        by: Who acts; must be the administration.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such project, or it has no picture.
    """
    require(releases(by), action="remove_picture")
    row = _required(session, command.slug)
    details = {"before": told(row.model_dump())}
    _withdraw(session, row.digest)
    session.delete(row)
    record(session, action="remove_picture", aggregate=AGGREGATE, key=command.slug, by=by, details=details)


def kept_as(prepared: Prepared, *, alt: str, consent: str) -> dict[str, str | int]:
    """Return the columns in which a picture is kept.

    Args:
        prepared: The picture.
        alt: What it shows.
        consent: Who agreed.
    """
    return {
        "digest": prepared.digest,
        "alt": alt,
        "consent": consent,
        "width": prepared.width,
        "height": prepared.height,
        "large": b64encode(prepared.large).decode("ascii"),
        "small": b64encode(prepared.small).decode("ascii"),
    }


def told(kept: Mapping[str, object]) -> dict[str, object]:
    """Return what the journal keeps of a picture: its name and the words, never the picture."""
    return {name: kept[name] for name in _TOLD}


def given(
    session: Session, project: Project, kept: Mapping[str, str | int]
) -> tuple[ProjectPicture, dict[str, object]]:
    """Give a project a picture in place of the one it had, not released, and return it with what the journal keeps.

    Args:
        session: Open session of the unit of work; whoever calls has asked who may, and writes the journal.
        project: Whose picture it becomes.
        kept: Columns, as ``kept_as`` gives them.
    """
    row = _of(session, project)
    details: dict[str, object] = {"after": told(kept)}
    if row is None:
        row = ProjectPicture(project_id=project.id or 0, **kept)  # type: ignore[arg-type]  # each under its own name
    else:
        details = {"before": told(row.model_dump()), **details}
        _withdraw(session, row.digest)
        row.sqlmodel_update({**kept, "released": False})
    session.add(row)
    return row, details


def _withdraw(session: Session, digest: str) -> None:
    """Delete the file behind the live link at once; the next release brings back one that another project shows."""
    session.exec(delete(ReleasedPicture).where(col(ReleasedPicture.digest) == digest))


def _required(session: Session, slug: str) -> ProjectPicture:
    row = _of(session, required(session, Project, slug))
    if row is None:
        raise NotFound(what=AGGREGATE, key=slug)
    return row


def _of(session: Session, project: Project) -> ProjectPicture | None:
    query = select(ProjectPicture).where(ProjectPicture.project_id == project.id)
    return session.exec(query.with_for_update()).first()
