"""The format of a backup: one zip with every table as JSON lines, and a manifest with revision and checksums.

It is the same for SQLite and PostgreSQL, so that a backup of one can be restored into the other.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import Table

from bkcore.faults import FileUnreadable
from bkcore.model.registry import TABLES
from bkcore.wording import intake as wording

FORMAT = "bk-backup-1"
_MANIFEST = "manifest.json"


class Part(BaseModel):
    """What the manifest says about one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: int
    sha256: str


class Manifest(BaseModel):
    """What a backup holds, by table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: str
    revision: str
    made_at: datetime
    tables: dict[str, Part]


def all_tables() -> Sequence[Table]:
    """Return all tables, those that others point to first."""
    return TABLES.sorted_tables


def part_of(rows: Sequence[bytes]) -> Part:
    """Return what the manifest says about the lines of a table."""
    return Part(rows=len(rows), sha256=hashlib.sha256(b"".join(rows)).hexdigest())


def packed(manifest: Manifest, rows: Mapping[str, Sequence[bytes]]) -> bytes:
    """Return the content of a backup file.

    Args:
        manifest: What it holds.
        rows: Lines of JSON by table.

    Returns:
        A zip.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MANIFEST, manifest.model_dump_json(indent=1))
        for name, lines in rows.items():
            archive.writestr(_part_name(name), b"".join(lines))
    return content.getvalue()


def unpacked(path: Path) -> tuple[Manifest, Mapping[str, Sequence[bytes]]]:
    """Read a backup file whole and check it against its own manifest.

    Args:
        path: A file written by ``backup``.

    Returns:
        The manifest, and lines of JSON by table.

    Raises:
        FileUnreadable: It is missing, no backup, changed, or incomplete.
    """
    if not path.exists():
        raise FileUnreadable(path=str(path), reason=wording.MISSING)
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = Manifest.model_validate_json(archive.read(_MANIFEST))
            rows = {name: archive.read(_part_name(name)).splitlines(keepends=True) for name in manifest.tables}
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, ValidationError, NotImplementedError) as error:
        raise FileUnreadable(path=str(path), reason=wording.NO_BACKUP) from error
    if manifest.format != FORMAT:
        raise FileUnreadable(path=str(path), reason=wording.NO_BACKUP)
    if any(part_of(rows[name]) != part for name, part in manifest.tables.items()):
        raise FileUnreadable(path=str(path), reason=wording.BACKUP_CHANGED)
    return manifest, rows


def _part_name(table: str) -> str:
    return f"tables/{table}.jsonl"
