"""Turns what a spreadsheet cell holds into exchange text."""

import re
from datetime import date, datetime

_QUOTED_OR_ESCAPED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def cell_text(value: object, *, number_format: str | None = None) -> str:
    """Return the text a cell means in an exchange file.

    A spreadsheet turns a typed "03.2024" or "2024-03" into the first day of that month; the cell's format tells, so
    such a date comes back as month or year.

    Args:
        value: What the spreadsheet library gives: text, number, truth value, date, or nothing.
        number_format: The cell's format in the spreadsheet's code.

    Returns:
        Text; empty for nothing.

    Examples:
        >>> cell_text(30.0), cell_text(True), cell_text(date(2024, 3, 15)), cell_text(None)
        ('30', 'ja', '2024-03-15', '')
        >>> cell_text(datetime(2024, 3, 1), number_format="mmm yy")
        '2024-03'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()[: _known_length(number_format)]
    return str(value)


def _known_length(number_format: str | None) -> int:
    code = _QUOTED_OR_ESCAPED.sub("", number_format or "yyyy-mm-dd").lower()
    if "d" in code or "t" in code:
        return len("2024-03-15")
    return len("2024-03") if "m" in code else len("2024")
