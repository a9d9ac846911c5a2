"""What a form offers to choose: what lies in the archive is left out, unless it was chosen already."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project


def organisations(session: Session, *chosen: object) -> dict[str, str]:
    """Return the organisations one can choose: names by slug, sorted by name.

    Args:
        session: Open session.
        chosen: Columns that hold ids of organisations; whatever they hold is offered even from the archive.
    """
    query = select(Organisation.slug, Organisation.name).where(offered(Organisation, *chosen))
    return _sorted(session.exec(query).all())


def projects(session: Session, *chosen: object) -> dict[str, str]:
    """Return the projects one can choose: titles by slug, sorted by title.

    Args:
        session: Open session.
        chosen: Columns that hold ids of projects; whatever they hold is offered even from the archive.
    """
    return _sorted(session.exec(select(Project.slug, Project.title).where(offered(Project, *chosen))).all())


def offered(table: type[Organisation] | type[Project], *chosen: object) -> ColumnElement[bool]:
    """Return the condition for that: not in the archive, or in one of the columns."""
    held = (col(table.id).in_(select(column)) for column in chosen)  # type: ignore[call-overload]  # a column
    return or_(col(table.archived_on).is_(None), *held)


def _sorted(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(sorted(pairs, key=lambda pair: pair[1].casefold()))
