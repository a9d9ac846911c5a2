"""Writes many records in one unit of work without asking and flushing row by row.

Every unit of work for writing is alone (one writer at a time, on both databases), so what it has read once stays true
until it ends, except for what it writes itself. Ordinary units remember a row they found by its slug; an import also
reads whole tables at first use, and lets rows and journal entries go to the database together.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar, cast

from sqlalchemy import event, insert
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session, SQLModel

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Row = TypeVar("Row", bound=SQLModel)
Values = tuple[type[SQLModel], dict[str, object]]

_BULK: Final = "bulk"
_COLLECTED: Final = "collected"
_VALUES: Final = "values"
_FOUND: Final = "rows_by_slug"


@contextmanager
def bulk(session: Session) -> Iterator[None]:
    """Collect what is written until the end.

    Args:
        session: Session of a unit of work for writing.
    """
    session.flush()
    session.info |= {_BULK: {}, _COLLECTED: [], _VALUES: []}
    try:
        with session.no_autoflush:
            yield
        session.flush()
        _write(session, session.info[_COLLECTED], session.info[_VALUES])
    finally:
        del session.info[_BULK], session.info[_COLLECTED], session.info[_VALUES]


def collect(session: Session, row: SQLModel) -> None:
    """Add a row whose id nobody asks for; inside of ``bulk`` it is written at the end, as it is then.

    Row by row SQLite would be asked for each id, which is what an import takes longest for.
    """
    if in_bulk(session) and row not in session:
        session.info[_COLLECTED].append(row)
    else:
        session.add(row)


def collect_values(session: Session, table: type[SQLModel], values: dict[str, object]) -> None:
    """Add a row as plain values, to be written at the end of ``bulk``; all columns but the id.

    Args:
        session: Session inside of ``bulk``.
        table: Where it goes.
        values: Value by column.
    """
    session.info[_VALUES].append((table, values))


def _write(session: Session, rows: Iterable[SQLModel], plain: Iterable[Values]) -> None:
    tables: dict[type[SQLModel], list[dict[str, object]]] = {}
    for row in {id(row): row for row in rows}.values():
        values = {name: getattr(row, name) for name in type(row).model_fields if name != "id"}
        tables.setdefault(type(row), []).append(values)
    for kind, one in plain:
        tables.setdefault(kind, []).append(one)
    for table, found in tables.items():
        session.execute(insert(table), found)


def in_bulk(session: Session) -> bool:
    """Tell whether rows are collected now."""
    return _BULK in session.info


def index(session: Session, name: Hashable, read: Callable[[], dict[Key, Value]]) -> dict[Key, Value] | None:
    """Return what was read once under a name, to be kept up to date by whoever writes; ``None`` outside of ``bulk``.

    Args:
        session: Open session.
        name: What it is.
        read: Reads it from the database at first use.
    """
    if not in_bulk(session):
        return None
    known = session.info[_BULK]
    if name not in known:
        session.flush()
        known[name] = read()
    return cast("dict[Key, Value]", known[name])


def remembered(session: Session, table: type[Row], slug: str) -> Row | None:
    """Return the row this unit of work found under a slug before, unless it was deleted, undone or renamed since."""
    row = session.info.get(_FOUND, {}).get((table, slug))
    if row is None or row not in session or row in session.deleted or row.slug != slug:
        return None
    return cast("Row", row)


def remember(session: Session, table: type[Row], slug: str, row: Row) -> None:
    """Keep a row that was found under its slug; that there is none is never kept, so a new one is always found."""
    if _FOUND not in session.info:
        session.info[_FOUND] = {}
        event.listen(session, "after_soft_rollback", _forget)
    session.info[_FOUND][table, slug] = row


def _forget(session: Session, _: SessionTransaction) -> None:
    session.info[_FOUND].clear()
