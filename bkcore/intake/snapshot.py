"""Reads the database as it is at one moment, however long the reading takes and whoever writes meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlmodel import Session

from bkcore.store.unit_of_work import reading


@contextmanager
def snapshot(engine: Engine) -> Iterator[Session]:
    """Open a session for reading that sees one moment.

    SQLite gives that to every transaction (write-ahead log); PostgreSQL has to be asked.

    Args:
        engine: Where the tables are.

    Yields:
        Session; nobody who writes waits for it.
    """
    with reading(engine) as session:
        if engine.dialect.name == "postgresql":
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session
