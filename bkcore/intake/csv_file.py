"""Reads one CSV file: UTF-8 with or without BOM, semicolon or comma."""

import csv
import io

from bkcore.faults import FileUnreadable
from bkcore.intake.folding import fold
from bkcore.intake.limits import MAX_BYTES, MAX_ROWS
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.table import Row, Table, sheet_name
from bkcore.wording import intake as wording

_KNOWN = frozenset(column.name for layout in LAYOUTS.values() for column in layout.columns)
_SEPARATORS = ";,"


def csv_table(file: str, content: bytes) -> Table:
    """Read one CSV file as a spreadsheet program would show it.

    Args:
        file: Its name, which is that of its sheet.
        content: Its bytes.

    Returns:
        Its rows as text; a file of an unknown name is not looked into.

    Raises:
        FileUnreadable: It is no UTF-8 text, too big, or its quotation marks do not close.
    """
    name = sheet_name(file.rsplit(".", 1)[0])
    if name not in LAYOUTS:
        return Table(name, file, (), ())
    text = _text(file, content)
    rows = _rows(file, text, separator=max(_SEPARATORS, key=lambda each: _known_columns(text, each)))
    if not rows:
        return Table(name, file, (), ())
    return Table(name, file, rows[0].cells, tuple(rows[1:]), header_row=rows[0].number)


def _text(file: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise FileUnreadable(path=file, reason=wording.TOO_BIG)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(path=file, reason=wording.NOT_UTF_8) from error
    if "\0" in text:
        raise FileUnreadable(path=file, reason=wording.NOT_UTF_8)
    return text


def _known_columns(text: str, separator: str) -> int:
    # The first row decides, read with its quotes: a separator inside a quoted cell separates nothing.
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return 0
    return sum(fold(cell) in _KNOWN for cell in header)


def _rows(file: str, text: str, *, separator: str) -> list[Row]:
    found: list[Row] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if any(cell.strip() for cell in cells):
                found.append(Row(number, tuple(cells)))
            if len(found) > MAX_ROWS:
                raise FileUnreadable(path=file, reason=wording.TOO_MANY_ROWS)
    except csv.Error as error:
        raise FileUnreadable(path=file, reason=wording.quotes_broken(number + 1)) from error
    return found
