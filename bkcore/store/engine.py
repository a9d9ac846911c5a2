"""The engine for SQLite (embedded default) and PostgreSQL."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import create_engine

from bkcore.faults import DatabaseUnreachable

WAIT_MILLISECONDS = 15_000
"""How long a writer waits for another one before it gives up."""

_QUEUE = 2_022_0767
"""Key of the advisory lock that lets one writer of PostgreSQL in at a time."""


@cache
def engine_for(database_url: str) -> Engine:
    """Return the one engine of this process for an address.

    Args:
        database_url: ``sqlite:///…`` or ``postgresql+psycopg://…``.

    Returns:
        Engine; the folder of an SQLite file is made when it is missing.

    Raises:
        DatabaseUnreachable: That folder cannot be made.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=15)
        event.listen(engine, "begin", _begin_in_turn)
        return engine
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnreachable(url=database_url) from error
    engine = create_engine(url, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # Autocommit in the driver: SQLAlchemy's own BEGIN below is then the only one (the driver's is late and deferred).
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={WAIT_MILLISECONDS}",
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",
        "secure_delete=ON",  # what is erased is overwritten, not only forgotten
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A writer takes its place in the queue at once; readers stay deferred and never wait (WAL).
    mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def _begin_in_turn(connection: Connection) -> None:
    # As on SQLite: one writer at a time, from its first statement on. So checks before a write still hold when it is
    # written, and journal ids are committed in the order they are given: no cache misses what a lower id brings later.
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {WAIT_MILLISECONDS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_QUEUE})")
