"""Writes a backup: everything the database holds at one moment, in one file."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from bkcore.intake.archive import FORMAT, Manifest, all_tables, packed, part_of
from bkcore.intake.json_lines import to_line
from bkcore.intake.snapshot import snapshot
from bkcore.intake.write import write_whole
from bkcore.store.schema import head, require_head

_OWNER_ONLY = 0o600


def backup(engine: Engine, path: Path, *, now: datetime | None = None) -> Manifest:
    """Write a backup while the server runs; nobody waits for it.

    It holds everything: drafts, free texts, hashes of links, the journal, all releases. So the file is readable by its
    owner alone, and belongs where the database itself may be.

    Args:
        engine: Where the tables are.
        path: The file; an older one of that name is replaced once the new one is complete.
        now: The moment it is made, the clock's when absent.

    Returns:
        What was written.

    Raises:
        SchemaOutdated: The database is not at this program's schema.
        FileUnreadable: The path cannot be written.
    """
    require_head(engine)
    with snapshot(engine) as session:
        rows = {
            table.name: [
                to_line(dict(row)) for row in session.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in all_tables()
        }
    manifest = Manifest(
        format=FORMAT,
        revision=head(),
        made_at=now or datetime.now(UTC),
        tables={name: part_of(lines) for name, lines in rows.items()},
    )
    write_whole(path, packed(manifest, rows), mode=_OWNER_ONLY)
    return manifest
