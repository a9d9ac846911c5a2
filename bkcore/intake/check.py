"""Checks all tables together and lets nothing through that has a fault; a fault never hides the next one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bkcore.commands.base import Command
from bkcore.intake.columns import Layout
from bkcore.intake.header import Header, check_header
from bkcore.intake.known import Known
from bkcore.intake.references import Entry, reference_faults
from bkcore.intake.report import Fault
from bkcore.intake.row import check_row
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.steps import Steps
from bkcore.intake.table import Row, Table
from bkcore.wording import intake as wording


@dataclass(frozen=True, slots=True)
class Checked:
    """Commands by sheet in the order of import, complete only when there is no fault."""

    commands: Mapping[str, tuple[Command, ...]]
    faults: tuple[Fault, ...]


def check(tables: Sequence[Table], known: Known, steps: Steps | None = None) -> Checked:
    """Check all tables against the format, each other and the database.

    Args:
        tables: What was read, in any order.
        known: What the database knows already.
        steps: Counts the rows.

    Returns:
        A command for every row without fault of its own, and all faults by file and row.
    """
    tables = sorted(tables, key=_place)
    steps = steps or Steps(0)
    faults: list[Fault] = []
    entries: dict[str, list[Entry]] = {}
    commands: dict[str, list[Command]] = {}
    for table in tables:
        layout = LAYOUTS.get(table.name)
        if layout is None:
            faults.append(Fault(table.file, None, "", "", wording.unknown_sheet(LAYOUTS)))
        elif layout.name in entries:
            faults.append(Fault(table.file, None, "", "", wording.REPEATED_SHEET))
        else:
            entries[layout.name] = []
            commands[layout.name] = []
            faults += _check_table(layout, table, entries[layout.name], commands[layout.name], steps)
    faults += reference_faults(entries, known)
    faults.sort(key=lambda fault: _where(fault, tables))
    return Checked({name: tuple(found) for name, found in commands.items()}, tuple(faults))


def _place(table: Table) -> int:
    return [*LAYOUTS].index(table.name) if table.name in LAYOUTS else len(LAYOUTS)


def _where(fault: Fault, tables: Sequence[Table]) -> tuple[int, int, int]:
    position, table = next((number, each) for number, each in enumerate(tables) if each.file == fault.file)
    layout = LAYOUTS.get(table.name)
    columns = [column.name for column in layout.columns] if layout else []
    return position, fault.row or 0, columns.index(fault.column) if fault.column in columns else len(columns)


def _check_table(
    layout: Layout, table: Table, entries: list[Entry], commands: list[Command], steps: Steps
) -> Iterator[Fault]:
    header = check_header(layout, table)
    yield from header.faults
    absent = {column.name for column in layout.columns} - set(header.names)
    first_rows: dict[tuple[str, ...], int] = {}
    for row in steps.over(table.rows):
        cells = header.cells(row)
        checked = check_row(layout, cells)
        for reason in checked.reasons:
            if reason.column not in absent:
                value = cells.get(reason.column, "").strip()
                yield Fault(table.file, row.number, reason.column, value, reason.text)
        yield from _whole_row_faults(layout, table, header, row, first_rows)
        entries.append(Entry(table.file, row.number, cells, frozenset(reason.column for reason in checked.reasons)))
        if checked.command is not None:
            commands.append(checked.command)


def _whole_row_faults(
    layout: Layout, table: Table, header: Header, row: Row, first_rows: dict[tuple[str, ...], int]
) -> Iterator[Fault]:
    if stray := header.nameless(row):
        yield Fault(table.file, row.number, "", stray, wording.NAMELESS_COLUMN)
    cells = header.cells(row)
    key = tuple(cells.get(name, "").strip().lower() for name in layout.key)
    if not all(key):
        return
    first = first_rows.setdefault(key, row.number)
    if first != row.number:
        column = layout.key[0] if len(layout.key) == 1 else ""
        value = " / ".join(cells[name].strip() for name in layout.key)
        yield Fault(table.file, row.number, column, value, wording.repeated_row(first))
