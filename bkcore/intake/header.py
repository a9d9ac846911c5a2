"""Checks the header of a table: which column means what, which are unknown, repeated or missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from bkcore.intake.columns import Layout
from bkcore.intake.folding import fold
from bkcore.intake.report import Fault
from bkcore.intake.table import Row, Table
from bkcore.wording import intake as wording


@dataclass(frozen=True, slots=True)
class Header:
    """The column at every position (``None``: not one of ours) and what is wrong with the header."""

    names: tuple[str | None, ...]
    faults: tuple[Fault, ...]

    def cells(self, row: Row) -> dict[str, str]:
        """Return the cells of a row by column; those of unknown columns are left out."""
        return {name: cell for name, cell in zip(self.names, row.cells, strict=False) if name is not None}

    def nameless(self, row: Row) -> str:
        """Return the first cell that stands beyond the header or under an empty one, or nothing."""
        beyond = row.cells[len(self.names) :]
        return next((cell.strip() for cell in beyond if cell.strip()), "")


def check_header(layout: Layout, table: Table) -> Header:
    """Match the header of a table with its layout.

    Args:
        layout: The columns there may be.
        table: The table; the order of its columns is free.

    Returns:
        The column at every position, and one fault for each that is unknown, repeated or missing.
    """
    written = list(table.header)
    while written and not written[-1].strip():
        written.pop()
    known = {fold(column.name): column.name for column in layout.columns}
    names = tuple(known.get(fold(cell)) for cell in written)
    return Header(_first_only(names), tuple(_faults(layout, table, written, names)))


def _first_only(names: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return tuple(name if name not in names[:position] else None for position, name in enumerate(names))


def _faults(layout: Layout, table: Table, written: list[str], names: tuple[str | None, ...]) -> Iterator[Fault]:
    for position, (cell, name) in enumerate(zip(written, names, strict=True)):
        text = cell.strip()
        if name is None and (text or any(row.cells[position : position + 1] not in {(), ("",)} for row in table.rows)):
            reason = wording.UNKNOWN_COLUMN if text else wording.NAMELESS_COLUMN
            yield Fault(table.file, table.header_row, text, text, reason)
        elif name is not None and name in names[:position]:
            yield Fault(table.file, table.header_row, name, text, wording.REPEATED_COLUMN)
    for column in layout.columns:
        if column.required and column.name not in names:
            yield Fault(table.file, table.header_row, column.name, "", wording.MISSING_COLUMN)
