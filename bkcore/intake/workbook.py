"""Reads the sheets of one Excel workbook."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL

from bkcore.faults import FileUnreadable
from bkcore.intake.cells import cell_text
from bkcore.intake.limits import MAX_BYTES, MAX_COLUMNS, MAX_PARTS, MAX_ROWS, MAX_UNPACKED_BYTES
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.table import Row, Table, sheet_name
from bkcore.wording import intake as wording

GUIDE_SHEET = "Anleitung"
VALUES_SHEET = "Werte"
"""Sheets of the template that explain and hold no rows."""

_LAST_ROW = 1_048_576  # of Excel itself; a larger number is a lie
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"


def workbook_tables(file: str, content: bytes) -> tuple[Table, ...]:
    """Read all sheets of a workbook; formulas count as the value they last showed.

    Args:
        file: Its name.
        content: Its bytes.

    Returns:
        One table for every sheet that holds anything or bears the name of one of the seven.

    Raises:
        FileUnreadable: It is no workbook, protected by a password, broken, or too big once unpacked.
    """
    _refuse_hostile(file, content)
    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                return tuple(_tables(file, book))
            finally:
                book.close()
    except FileUnreadable:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise FileUnreadable(path=file, reason=wording.NO_WORKBOOK) from error


def _refuse_hostile(file: str, content: bytes) -> None:
    if content.startswith(_OLD_OR_ENCRYPTED):
        raise FileUnreadable(path=file, reason=wording.OLD_OR_ENCRYPTED)
    if len(content) > MAX_BYTES:
        raise FileUnreadable(path=file, reason=wording.TOO_BIG)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise FileUnreadable(path=file, reason=wording.NO_WORKBOOK) from error
    # zipfile never unpacks more than the directory states, so what is stated is what can come out.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise FileUnreadable(path=file, reason=wording.TOO_BIG)


def _tables(file: str, book: openpyxl.Workbook) -> Iterator[Table]:
    for sheet in book.worksheets:
        if sheet.title in {GUIDE_SHEET, VALUES_SHEET}:
            continue
        name = sheet_name(sheet.title)
        place = wording.sheet_of(file, sheet.title)
        sheet.reset_dimensions()
        rows = _rows(file, sheet.iter_rows(max_col=MAX_COLUMNS))
        if rows:
            yield Table(name, place, rows[0].cells, tuple(rows[1:]), header_row=rows[0].number)
        elif name in LAYOUTS:
            yield Table(name, place, (), ())


def _rows(file: str, rows: Iterable[Sequence[object]]) -> list[Row]:
    found: list[Row] = []
    before: Sequence[object] = ()
    for number, row in enumerate(rows, start=1):
        if len(found) > MAX_ROWS or number > _LAST_ROW:
            raise FileUnreadable(path=file, reason=wording.TOO_MANY_ROWS)
        if row is before:  # the library fills gaps with one and the same empty row
            continue
        before = row
        filled = len(row)  # the library pads every row to the widest one allowed
        while filled and row[filled - 1] is EMPTY_CELL:
            filled -= 1
        cells = [_text(cell) for cell in row[:filled]]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            found.append(Row(number, tuple(cells)))
    return found


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    dated = isinstance(value, date)  # the format of all others says nothing, and is slow to ask for
    return cell_text(value, number_format=getattr(cell, "number_format", None) if dated else None)
