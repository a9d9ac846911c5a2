"""Services on departments of the administration, which are assessed like projects (ADR 0015)."""

from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.commands.departments import AddDepartment, RenameDepartment, RetireDepartment
from bkcore.errors import AlreadyExists, NotFound
from bkcore.folding import folded
from bkcore.model.projects import Project
from bkcore.services.records import Stored, by_slug, put
from bkcore.services.slugs import slugify
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import SubjectKind

_PREFIX = "b-"
_SEPARATOR = ";"


def add_department(session: Session, command: AddDepartment, *, by: Actor) -> Stored[Project]:
    """Add a department; its slug is made from the name and tells it from projects.

    Args:
        session: Open session; the unit of work around it commits.
        command: Its name.
        by: Who acts; must be the administration.

    Returns:
        The new row.

    Raises:
        NotPermitted: The actor does not keep the records.
        AlreadyExists: There is a department of this name.
    """
    require(administers(by), action="add_department")
    _require_free(session, command.title)
    slug = f"{_PREFIX}{slugify(command.title)}"[:80].strip("-")
    if by_slug(session, Project, slug) is not None:
        raise AlreadyExists(what="department", key=command.title)
    values = {"title": command.title, "kind": SubjectKind.DEPARTMENT}
    return put(session, Project, slug=slug, values=values, version=None, action="add_department", by=by)


def rename_department(session: Session, command: RenameDepartment, *, by: Actor) -> Stored[Project]:
    """Give a department another name; projects that name it as responsible follow.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which one, and its new name.
        by: Who acts; must be the administration.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such department.
        AlreadyExists: Another one has this name.
    """
    require(administers(by), action="rename_department")
    row = _department(session, command.slug)
    if row.title != command.title:
        _require_free(session, command.title, except_for=command.slug)
    _follow(session, row.title, command.title, by=by)
    values = {"title": command.title}
    return put(session, Project, slug=command.slug, values=values, version=None, action="rename_department", by=by)


def retire_department(session: Session, command: RetireDepartment, *, by: Actor) -> Stored[Project]:
    """Ask a department no longer, or again; what was recorded with it stays.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which one, and whether it is retired.
        by: Who acts; must be the administration.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such department.
    """
    require(administers(by), action="retire_department")
    row = _department(session, command.slug)
    yesterday = (today_of(session) - timedelta(days=1)).isoformat()
    values = {"ends": (row.ends or yesterday) if command.retired else None}
    return put(session, Project, slug=command.slug, values=values, version=None, action="retire_department", by=by)


def _follow(session: Session, before: str, after: str, *, by: Actor) -> None:
    """Write the new name where projects name the department, each part of a list of names for itself."""
    for row in session.exec(select(Project).where(col(Project.responsibility).is_not(None))):
        names = [name.strip() for name in (row.responsibility or "").split(_SEPARATOR)]
        if folded(before) in {folded(name) for name in names}:
            names = [after if folded(name) == folded(before) else name for name in names]
            values = {"responsibility": f"{_SEPARATOR} ".join(names)}
            put(session, Project, slug=row.slug, values=values, version=None, action="rename_department", by=by)


def _department(session: Session, slug: str) -> Project:
    row = by_slug(session, Project, slug)
    if row is None or row.kind is not SubjectKind.DEPARTMENT:
        raise NotFound(what="department", key=slug)
    return row


def _require_free(session: Session, title: str, *, except_for: str = "") -> None:
    for other in session.exec(select(Project).where(Project.kind == SubjectKind.DEPARTMENT)):
        if other.slug != except_for and other.title.casefold() == title.casefold():
            raise AlreadyExists(what="department", key=title)
