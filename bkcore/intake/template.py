"""Makes the workbook people fill in: a sheet for each file, with help, lists and required columns marked.

``python -m bkcore.intake.template`` writes it anew into ``data/templates``, where a test compares it with the code.
"""

import io

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bkcore.intake.columns import Column, Form, Layout
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.workbook import GUIDE_SHEET, VALUES_SHEET
from bkcore.settings import ROOT
from bkcore.vocabulary import OptOut
from bkcore.wording import intake as wording

TEMPLATE = ROOT / "data" / "templates" / "bergkamen-vorlage.xlsx"

_LAST_ROW = 5_000
_LEVELS = ("1", "2", "3", "4", "5")
_TEXT_FORMAT = "@"
_REQUIRED = PatternFill("solid", fgColor="FF1F4E79")
_OPTIONAL = PatternFill("solid", fgColor="FFDDE6EE")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def template_bytes() -> bytes:
    """Return the empty template, ready to be filled in.

    Cells are formatted as text, so that no spreadsheet turns "03.2024" into a day.

    Returns:
        The content of an ``.xlsx`` file.
    """
    book = openpyxl.Workbook()
    book.active.title = GUIDE_SHEET
    _guide(book.active)
    sheets = {layout.name: book.create_sheet(layout.name) for layout in LAYOUTS.values()}
    values = book.create_sheet(VALUES_SHEET)
    for layout in LAYOUTS.values():
        sheets[layout.name].freeze_panes = "A2"
        for position, column in enumerate(layout.columns, start=1):
            _column(sheets[layout.name], layout, column, position)
            if allowed := _allowed(column):
                _list(sheets[layout.name], position, source=_listed(values, layout, column, allowed))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, text in enumerate(wording.GUIDE, start=1):
        cell = sheet.cell(row=number, column=1, value=text)
        cell.alignment = _WRAPPED
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)


def _column(sheet: Worksheet, layout: Layout, column: Column, position: int) -> None:
    letter = get_column_letter(position)
    sheet.column_dimensions[letter].number_format = _TEXT_FORMAT
    sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
    cell = sheet.cell(row=1, column=position, value=column.name)
    cell.font = Font(bold=column.required, color="FFFFFFFF" if column.required else "FF000000")
    cell.fill = _REQUIRED if column.required else _OPTIONAL
    cell.comment = Comment(wording.column_help(layout.name, column.name), "Vorlage", width=320, height=110)


def _allowed(column: Column) -> tuple[str, ...]:
    if column.vocabulary is not None:
        return tuple(member.value for member in column.vocabulary)
    if column.form is Form.YES_NO:
        return ("ja", "nein")
    return (*_LEVELS, *OptOut) if column.form is Form.LEVEL else ()


def _listed(values: Worksheet, layout: Layout, column: Column, allowed: tuple[str, ...]) -> str:
    """Write the values below each other on their own sheet; a list inside a cell may not be longer than 255 letters."""
    position = 1 if values.cell(row=1, column=1).value is None else values.max_column + 1
    for row, text in enumerate((f"{layout.name}: {column.name}", *allowed), start=1):
        values.cell(row=row, column=position, value=text).number_format = _TEXT_FORMAT
    letter = get_column_letter(position)
    values.column_dimensions[letter].width = 28
    return f"{VALUES_SHEET}!${letter}$2:${letter}${len(allowed) + 1}"


def _list(sheet: Worksheet, position: int, *, source: str) -> None:
    letter = get_column_letter(position)
    rule = DataValidation(type="list", formula1=f"={source}", allow_blank=True, error=wording.NOT_IN_LIST)
    rule.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(rule)


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(template_bytes())
