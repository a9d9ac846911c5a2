"""Reads a folder of CSV files, a single one, or a workbook into tables."""

from collections.abc import Mapping
from pathlib import Path

from bkcore.faults import FileUnreadable
from bkcore.intake.csv_file import csv_table
from bkcore.intake.limits import MAX_BYTES
from bkcore.intake.table import Table
from bkcore.intake.workbook import workbook_tables
from bkcore.wording import intake as wording


def read(path: Path) -> tuple[Table, ...]:
    """Read what lies at a path.

    Args:
        path: A folder with CSV files (everything else in it is ignored), one CSV file, or one ``.xlsx``.

    Returns:
        All tables found, nothing judged yet.

    Raises:
        FileUnreadable: There is nothing, or it is not what its name says.
    """
    if not path.exists():
        raise FileUnreadable(path=str(path), reason=wording.MISSING)
    if not path.is_dir():
        return read_files({path.name: _content(path)})
    files = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv" and not each.name.startswith("."))
    if not files:
        raise FileUnreadable(path=str(path), reason=wording.WRONG_KIND)
    return read_files({each.name: _content(each) for each in files})


def read_files(files: Mapping[str, bytes]) -> tuple[Table, ...]:
    """Read files that somebody uploaded.

    Args:
        files: Content by name.

    Returns:
        All tables found, nothing judged yet.

    Raises:
        FileUnreadable: One of them is neither CSV nor workbook, or broken.
    """
    return tuple(table for name, content in files.items() for table in _tables(name, content))


def _tables(name: str, content: bytes) -> tuple[Table, ...]:
    if name.lower().endswith(".csv"):
        return (csv_table(name, content),)
    if name.lower().endswith(".xlsx"):
        return workbook_tables(name, content)
    raise FileUnreadable(path=name, reason=wording.WRONG_KIND)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileUnreadable(path=str(path), reason=wording.TOO_BIG)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=wording.NOT_ALLOWED) from error
