"""Writes exchange rows into a workbook, every cell as text."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from bkcore.intake.exchange_rows import Cells
from bkcore.intake.sheets import LAYOUTS

_TEXT = "@"


def workbook_bytes(rows: Mapping[str, Sequence[Cells]]) -> bytes:
    """Return a workbook with one sheet for each of the seven, also for the empty ones.

    Every cell is stored as text and marked as such, so that ``=1+1`` stays what somebody typed, a month stays a month,
    and editing a cell does not turn it into a formula.

    Args:
        rows: Cells by column, by sheet.

    Returns:
        The content of an ``.xlsx`` file.
    """
    book = openpyxl.Workbook(write_only=True)
    for name, layout in LAYOUTS.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append([_cell(sheet, column.name, bold=True) for column in layout.columns])
        for cells in rows.get(name, ()):
            sheet.append([_cell(sheet, cells[column.name]) for column in layout.columns])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: object, text: str, *, bold: bool = False) -> object:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = _TEXT
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
