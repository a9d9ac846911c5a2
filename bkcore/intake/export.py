"""Writes everything into a folder of CSV files or a workbook; importing it elsewhere gives the same export again."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Engine

from bkcore.access import Actor, administers, require
from bkcore.faults import FileUnwritable
from bkcore.intake.exchange_rows import Cells, exchange_rows
from bkcore.intake.formulas import guarded
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.snapshot import snapshot
from bkcore.intake.workbook_out import workbook_bytes
from bkcore.intake.write import write_whole
from bkcore.wording import intake as wording


def export(engine: Engine, path: Path, *, by: Actor) -> Mapping[str, int]:
    """Write all nine sheets as they are at one moment.

    Only assessments that were handed in are part of it, under their pseudonyms, and the participants' voices of closed
    forms, under names made up for each answer. Remarks, drafts and the moment of an answer are no part of the format.

    Args:
        engine: Where the tables are.
        path: A name ending in ``.xlsx``, or a folder, made when it is missing.
        by: Who acts; must be the administration.

    Returns:
        Number of rows by sheet.

    Raises:
        NotPermitted: The actor does not export.
        FileUnwritable: The path cannot be written, or its ending is of another kind of file.
    """
    if path.suffix.lower() not in {"", ".xlsx"} and not path.is_dir():
        raise FileUnwritable(path=str(path), reason=wording.NO_EXPORT_OF_THIS_KIND)
    rows = export_rows(engine, by=by)
    if path.suffix.lower() == ".xlsx":
        write_whole(path, workbook_bytes(rows))
    else:
        for name, content in csv_files(rows).items():
            write_whole(path / name, content)
    return {name: len(found) for name, found in rows.items()}


def export_rows(engine: Engine, *, by: Actor) -> Mapping[str, Sequence[Cells]]:
    """Return what an export holds, for ``workbook_bytes`` or ``csv_files``.

    Raises:
        NotPermitted: The actor does not export.
    """
    require(administers(by), action="export")
    with snapshot(engine) as session:
        return exchange_rows(session)


def csv_files(rows: Mapping[str, Sequence[Cells]]) -> dict[str, bytes]:
    """Return one CSV file for every sheet, by file name: UTF-8 without BOM, semicolons, unix line ends."""
    return {f"{name}.csv": _csv(name, found) for name, found in rows.items()}


def _csv(name: str, rows: Sequence[Cells]) -> bytes:
    columns = [column.name for column in LAYOUTS[name].columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cells[column]) for column in columns] for cells in rows)
    return text.getvalue().encode("utf-8")
