"""Services on perspectives and on the next steps for those that are missing."""

from typing import Final

from sqlmodel import Session, select

from bkcore.access import Actor, keeps_perspectives, require
from bkcore.commands.perspectives import DeclarePerspective, NoteGap, PutGap, PutPerspective
from bkcore.errors import AlreadyExists, PeriodInvalid
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.services.records import Stored, free_slug, id_of, put
from bkcore.services.slugs import slugify
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import GapState

_ROOM: Final = 74
"""Letters of a slug that leave room for a number."""


def declare_perspective(session: Session, command: DeclarePerspective, *, by: Actor) -> Stored[Perspective]:
    """Declare that a perspective matters.

    Args:
        session: Open session; the unit of work around it commits.
        command: What it is called and by which words the record knows it.
        by: Who acts; a member of the steering group or the administration.

    Returns:
        The new row.

    Raises:
        NotPermitted: The actor keeps no list of perspectives.
        AlreadyExists: It is on the list already, perhaps retired.
    """
    require(keeps_perspectives(by), action="declare_perspective")
    for other in session.exec(select(Perspective).where(Perspective.trait == command.trait)):
        if other.title.casefold() == command.title.casefold():
            raise AlreadyExists(what="perspective", key=command.title)
    slug = free_slug(session, Perspective, slugify(f"{command.trait}-{command.title}")[:_ROOM].strip("-"))
    values = {**command.model_dump(), "retired": False, "certainty": None}
    return put(session, Perspective, slug=slug, values=values, version=None, action="declare_perspective", by=by)


def put_perspective(session: Session, command: PutPerspective, *, by: Actor) -> Stored[Perspective]:
    """Record a perspective as described, in place of what is there.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; a member of the steering group or the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor keeps no list of perspectives.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(keeps_perspectives(by), action="put_perspective")
    values = command.model_dump(exclude={"slug", "version"})
    return put(
        session,
        Perspective,
        slug=command.slug,
        values=values,
        version=command.version,
        action="put_perspective",
        by=by,
    )


def note_gap(session: Session, command: NoteGap, *, by: Actor) -> Stored[PerspectiveGap]:
    """Put the next step for a missing perspective on the list; it begins open.

    Args:
        session: Open session; the unit of work around it commits.
        command: What is done, by whom and until when.
        by: Who acts; a member of the steering group or the administration.

    Returns:
        The new row.

    Raises:
        NotPermitted: The actor keeps no list of perspectives.
        NotFound: The perspective or the organisation is not recorded.
        PeriodInvalid: The day it is due has passed already.
    """
    require(keeps_perspectives(by), action="note_gap")
    today = today_of(session)
    if command.due_on < today:
        raise PeriodInvalid(start=today.isoformat(), end=command.due_on.isoformat())
    values = {**_gap_values(session, command), "state": GapState.OPEN}
    slug = free_slug(session, PerspectiveGap, command.perspective[:_ROOM].strip("-"), number=1)
    return put(session, PerspectiveGap, slug=slug, values=values, version=None, action="note_gap", by=by)


def put_gap(session: Session, command: PutGap, *, by: Actor) -> Stored[PerspectiveGap]:
    """Record a next step as described: changed, done, or open again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; a member of the steering group or the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor keeps no list of perspectives.
        NotFound: The perspective or the organisation is not recorded.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(keeps_perspectives(by), action="put_gap")
    values = {**_gap_values(session, command), "state": command.state}
    return put(
        session, PerspectiveGap, slug=command.slug, values=values, version=command.version, action="put_gap", by=by
    )


def _gap_values(session: Session, command: NoteGap | PutGap) -> dict[str, object]:
    return {
        "perspective_id": id_of(session, Perspective, command.perspective),
        "step": command.step,
        "organisation_id": id_of(session, Organisation, command.organisation),
        "owner": command.owner,
        "due_on": command.due_on,
        "note": command.note,
    }
