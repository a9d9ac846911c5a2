"""Puts a record with a slug in place: new, changed or unchanged, with version check and journal entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from sqlmodel import Session, SQLModel, col, select

from bkcore.access import Actor
from bkcore.errors import Conflict, NotFound
from bkcore.services.bulk import index, remember, remembered
from bkcore.services.journal import record


class Outcome(StrEnum):
    """What putting a record came to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Sluggish(Protocol):
    """A row people name by slug and edit under a version."""

    id: int | None
    slug: str
    version: int


Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Stored(Generic[Row]):
    """A stored row and whether it is new, changed or unchanged."""

    row: Row
    outcome: Outcome


def by_slug(session: Session, table: type[Row], slug: str, *, lock: bool = False) -> Row | None:
    """Return the row with this slug, ``None`` when there is none; locked against other writers when asked."""
    if (known := index(session, table, lambda: _all(session, table))) is not None:
        return known.get(slug)
    if not lock and (found := remembered(session, table, slug)) is not None:
        return found
    query = select(table).where(col(table.slug) == slug)  # type: ignore[attr-defined]  # every such table has a slug
    row = session.exec(query.with_for_update() if lock else query).first()
    if row is not None:
        remember(session, table, slug, row)
    return row


def required(session: Session, table: type[Row], slug: str) -> Row:
    """Return the row with this slug.

    Raises:
        NotFound: There is none.
    """
    row = by_slug(session, table, slug)
    if row is None:
        raise NotFound(what=str(table.__tablename__), key=slug)
    if row.id is None:  # type: ignore[attr-defined]  # every such table has an id; collected rows get theirs here
        session.flush()
    return row


def free_slug(session: Session, table: type[SQLModel], wish: str, *, number: int = 0) -> str:
    """Return a slug nobody has: the wish itself, or with the first free number behind it."""
    slug = f"{wish}-{number}" if number else wish
    return slug if by_slug(session, table, slug) is None else free_slug(session, table, wish, number=number + 1)


def id_of(session: Session, table: type[SQLModel], slug: str | None) -> int | None:
    """Return the id behind a slug, ``None`` for no slug.

    Raises:
        NotFound: The slug names nothing.
    """
    if slug is None:
        return None
    identity: int | None = required(session, table, slug).id  # type: ignore[attr-defined]  # every such table has an id
    return identity


def put(
    session: Session,
    table: type[Row],
    *,
    slug: str,
    values: Mapping[str, object],
    version: int | None,
    action: str,
    by: Actor,
) -> Stored[Row]:
    """Put a record in place of what is there.

    Args:
        session: Open session of the unit of work.
        table: A table with ``slug`` and ``version``.
        slug: Which record.
        values: All other columns.
        version: The version the person saw; ``None`` does not compare.
        action: Name of the command, for the journal.
        by: Who acts.

    Returns:
        The row and what it came to; an unchanged row leaves no journal entry.

    Raises:
        Conflict: Somebody changed the record since ``version``.
    """
    name = str(table.__tablename__)
    row = by_slug(session, table, slug, lock=True)
    if row is None:
        row = table(slug=slug, **values)
        session.add(row)
        if (known := index(session, table, lambda: _all(session, table))) is not None:
            known[slug] = row
        record(session, action=action, aggregate=name, key=slug, by=by, details={"after": _set(values)})
        return Stored(row, Outcome.NEW)
    if version is not None and version != row.version:  # type: ignore[attr-defined]  # see by_slug
        raise Conflict(what=name, key=slug)
    before = {key: getattr(row, key) for key, value in values.items() if getattr(row, key) != value}
    if not before:
        return Stored(row, Outcome.UNCHANGED)
    for key in before:
        setattr(row, key, values[key])
    row.version += 1  # type: ignore[attr-defined]  # see by_slug
    session.add(row)
    after = {key: values[key] for key in before}
    record(session, action=action, aggregate=name, key=slug, by=by, details={"before": before, "after": after})
    return Stored(row, Outcome.CHANGED)


def _all(session: Session, table: type[Row]) -> dict[str, Row]:
    return {row.slug: row for row in session.exec(select(table))}  # type: ignore[attr-defined]  # see by_slug


def _set(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
