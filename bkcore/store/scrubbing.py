"""Clears what the database still holds of rows that were changed or deleted, where the database lets us."""

from contextlib import suppress

import psycopg
from sqlalchemy import Engine

_TABLES = ("representation", "seat")
"""Those that hold persons."""


def scrub(engine: Engine) -> None:
    """Let nothing of earlier rows stay in the files of the database; call it after an erasure was committed.

    SQLite overwrites erased content by itself (``secure_delete``); what is left of it in the write-ahead log goes with
    a checkpoint. While others read, the log stays until the next one. On PostgreSQL the tables that hold persons are
    written anew, if its role may; its own log and its backups are the operator's.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        if engine.dialect.name == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        driver = connection.driver_connection
        if isinstance(driver, psycopg.Connection):
            driver.autocommit = True  # VACUUM stands alone
            cursor.execute("SET lock_timeout = 2000")
            with suppress(psycopg.Error):  # busy, or the role may not: the erasure itself stands
                for table in _TABLES:
                    cursor.execute(f"VACUUM (FULL) {table}")
    finally:
        connection.invalidate()  # it carries settings of its own
        connection.close()
