"""Puts a backup in place of what the database holds, after it has passed every check."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, bindparam, create_engine, func, select
from sqlalchemy.exc import DataError, StatementError

from bkcore.access import SYSTEM, Actor, administers, require
from bkcore.faults import FileUnreadable, SampleMixed
from bkcore.intake.archive import Manifest, all_tables, unpacked
from bkcore.intake.json_lines import Values, from_line
from bkcore.model.base import metadata
from bkcore.model.journal import JournalEntry
from bkcore.services.journal import record
from bkcore.services.samples import MARK, is_sample
from bkcore.store.data_version import data_version
from bkcore.store.schema import head, migrate
from bkcore.store.unit_of_work import unit_of_work
from bkcore.wording import intake as wording

_JOURNAL = str(JournalEntry.__tablename__)


def restore(engine: Engine, path: Path, *, by: Actor = SYSTEM, now: datetime | None = None) -> Manifest:
    """Replace everything in the database by a backup, or nothing.

    The backup is first restored into a database in memory, so that keys, references and allowed values are known to fit
    before anything is touched. A journal entry is added on top, so that the data version never falls back and no cache
    shows what was there before.

    Args:
        engine: The database; an empty one gets its tables first.
        path: A file written by ``backup``, from either kind of database.
        by: Who acts; must be the administration.
        now: The moment of the journal entry, the clock's when absent.

    Returns:
        What was restored.

    Raises:
        NotPermitted: The actor does not restore.
        FileUnreadable: It is no backup, damaged, inconsistent, or made by another version of the program.
        SampleMixed: It would replace real data by the invented sample, or the other way round.
    """
    require(administers(by), action="restore")
    manifest, lines = unpacked(path)
    if manifest.revision != head():
        reason = wording.other_revision(backup=manifest.revision, program=head())
        raise FileUnreadable(path=str(path), reason=reason)
    rows = _rows(path, lines)
    _rehearse(path, rows)
    migrate(engine)
    try:
        with unit_of_work(engine, now=now) as session:
            connection = session.connection()
            version = data_version(session)
            if version and is_sample(session) is not _holds_sample(rows):
                raise SampleMixed(value=str(is_sample(session)).lower())
            for table in reversed(all_tables()):
                connection.execute(table.delete())
            _insert(connection, rows)
            _set_sequences(connection, at_least={_JOURNAL: version})
            details = {"made_at": manifest.made_at}
            record(session, action="restore_backup", aggregate="record", key=path.name[:120], by=by, details=details)
    except DataError as error:
        raise FileUnreadable(path=str(path), reason=wording.BACKUP_INCONSISTENT) from error
    return manifest


def _holds_sample(rows: Mapping[str, Sequence[Values]]) -> bool:
    return any(row["action"] == MARK for row in rows[_JOURNAL])


def _rows(path: Path, lines: Mapping[str, Sequence[bytes]]) -> Mapping[str, Sequence[Values]]:
    if set(lines) != {table.name for table in all_tables()}:
        raise FileUnreadable(path=str(path), reason=wording.BACKUP_INCONSISTENT)
    try:
        return {table.name: [from_line(table, line) for line in lines[table.name]] for table in all_tables()}
    except ValueError as error:
        raise FileUnreadable(path=str(path), reason=wording.BACKUP_INCONSISTENT) from error


def _rehearse(path: Path, rows: Mapping[str, Sequence[Values]]) -> None:
    scratch = create_engine("sqlite://")
    try:
        with scratch.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
            metadata.create_all(connection)
            _insert(connection, rows)
    except StatementError as error:
        raise FileUnreadable(path=str(path), reason=wording.BACKUP_INCONSISTENT) from error
    finally:
        scratch.dispose()


def _insert(connection: Connection, rows: Mapping[str, Sequence[Values]]) -> None:
    for table in all_tables():
        # A row may point to a later one of its own table: such columns are filled once all rows are there.
        own = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
        empty = {column.name: None for column in own}
        if found := rows[table.name]:
            connection.execute(table.insert(), [dict(row) | empty for row in found])
        for column in own:
            pairs = [{"row": row["id"], "target": row[column.name]} for row in found if row[column.name] is not None]
            if pairs:
                change = table.update().where(table.c.id == bindparam("row")).values({column: bindparam("target")})
                connection.execute(change, pairs)


def _set_sequences(connection: Connection, *, at_least: Mapping[str, int]) -> None:
    """Let new rows on PostgreSQL go on after the highest id; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in all_tables():
        if "id" in table.columns:
            highest = connection.execute(select(func.max(table.c.id))).scalar() or 0
            _set_sequence(connection, table, max(highest, at_least.get(table.name, 0)))


def _set_sequence(connection: Connection, table: Table, highest: int) -> None:
    sequence = func.pg_get_serial_sequence(table.name, "id")
    connection.execute(select(func.setval(sequence, max(highest, 1), highest > 0)))
