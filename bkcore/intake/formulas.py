"""Keeps text text in spreadsheets.

A spreadsheet takes a cell of a CSV file that begins with one of ``= + - @`` for a formula, and a hostile one can call
out of it. The usual cure, an apostrophe in front, would come back as part of the text. We put a blank in front instead:
it makes the cell text in Excel and LibreOffice, and the import drops blanks around every cell, so a round trip changes
nothing. In a workbook no such mark is needed, because there every cell states its type.
"""

_BEGINNINGS = ("=", "+", "-", "@", "\t")


def guarded(text: str) -> str:
    """Return text that no spreadsheet runs as a formula.

    Examples:
        >>> guarded("=1+1"), guarded("Fest")
        (' =1+1', 'Fest')
    """
    return f" {text}" if text.startswith(_BEGINNINGS) else text
