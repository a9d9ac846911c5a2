"""Services on the pictures of projects."""

from base64 import b64encode

from sqlmodel import Session, col, delete, select

from bkcore.access import Actor, releases, require
from bkcore.commands.pictures import PutPicture, ReleasePicture, RemovePicture
from bkcore.errors import Conflict, NotFound
from bkcore.model.pictures import ProjectPicture, ReleasedPicture
from bkcore.model.projects import Project
from bkcore.pictures import prepare
from bkcore.services.journal import record
from bkcore.services.records import required

_AGGREGATE = "project_picture"


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
    prepared = prepare(command.content)
    row = _of(session, project)
    before = {"digest": row.digest, "alt": row.alt, "consent": row.consent} if row else None
    told = {"digest": prepared.digest, "alt": command.alt, "consent": command.consent}
    values = {
        **told,
        "width": prepared.width,
        "height": prepared.height,
        "large": b64encode(prepared.large).decode("ascii"),
        "small": b64encode(prepared.small).decode("ascii"),
        "released": False,
    }
    if row is None:
        row = ProjectPicture(project_id=project.id or 0, **values)  # type: ignore[arg-type]  # each under its own name
    else:
        _withdraw(session, row.digest)
        row.sqlmodel_update(values)
    session.add(row)
    details = {"before": before, "after": told} if before else {"after": told}
    record(session, action="put_picture", aggregate=_AGGREGATE, key=command.slug, by=by, details=details)
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
        raise Conflict(what=_AGGREGATE, key=command.slug)
    if row.released != command.released:
        row.released = command.released
        session.add(row)
        if not row.released:
            _withdraw(session, row.digest)
        details = {"after": {"digest": row.digest, "released": row.released}}
        record(session, action="release_picture", aggregate=_AGGREGATE, key=command.slug, by=by, details=details)
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
    details = {"before": {"digest": row.digest, "alt": row.alt, "consent": row.consent}}
    _withdraw(session, row.digest)
    session.delete(row)
    record(session, action="remove_picture", aggregate=_AGGREGATE, key=command.slug, by=by, details=details)


def _withdraw(session: Session, digest: str) -> None:
    """Delete the file behind the live link at once; the next release brings back one that another project shows."""
    session.exec(delete(ReleasedPicture).where(col(ReleasedPicture.digest) == digest))


def _required(session: Session, slug: str) -> ProjectPicture:
    row = _of(session, required(session, Project, slug))
    if row is None:
        raise NotFound(what=_AGGREGATE, key=slug)
    return row


def _of(session: Session, project: Project) -> ProjectPicture | None:
    query = select(ProjectPicture).where(ProjectPicture.project_id == project.id)
    return session.exec(query.with_for_update()).first()
