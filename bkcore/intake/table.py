"""An exchange file as it was found: text in cells, nothing judged yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bkcore.intake.folding import fold
from bkcore.intake.sheets import LAYOUTS


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the number a person sees beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One file or sheet.

    Attributes:
        name: Name of the sheet; one of the seven, or whatever it was called.
        file: What a person opens to find it.
        header: The first row.
        rows: All rows below that hold anything.
        header_row: Number of the first row.
    """

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_row: int = 1


def sheet_name(text: str) -> str:
    """Return the sheet a file or sheet of this name is, or the name itself when it is none."""
    return fold(text) if fold(text) in LAYOUTS else text


def table_of(name: str, rows: Iterable[Mapping[str, str]]) -> Table:
    """Build a table from rows in memory; the header is that of the sheet.

    Args:
        name: One of the nine sheets.
        rows: Cells by column; a missing one is empty.

    Returns:
        A table as if it had been read from a file.
    """
    header = tuple(column.name for column in LAYOUTS[name].columns)
    cells = (tuple(row.get(column, "") for column in header) for row in rows)
    return Table(name, name, header, tuple(Row(number, cell) for number, cell in enumerate(cells, start=2)))
