"""Several records at the desk at once: read as rows of their sheet, and saved together or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.errors import NotFound
from bkcore.intake import desk
from bkcore.intake.apply import SERVICES
from bkcore.intake.exchange_rows import Cells, cells_of
from bkcore.intake.known import known_to
from bkcore.intake.references import Entry, reference_faults
from bkcore.intake.row import CheckedRow, Reason, check_row
from bkcore.intake.sheets import LAYOUTS

MOST_ROWS = 100
"""So many rows one can still look over; whoever wants more takes the Excel workbook."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One record as somebody sees it while editing: text by column, and the version that was seen."""

    cells: Cells
    version: int

    @property
    def slug(self) -> str:
        """Its lasting short name."""
        return self.cells["kennung"]


@dataclass(frozen=True, slots=True)
class GridFault:
    """Why a cell cannot be saved: of which record, in which column."""

    slug: str
    reason: Reason


def rows(session: Session, sheet: str, words: str, *, by: Actor, most: int = MOST_ROWS) -> tuple[GridRow, ...]:
    """Return records whose name or slug holds every word, by name.

    Args:
        session: Open session.
        sheet: Which kind, a key of ``desk.TABLES``.
        words: What is looked for; empty finds all.
        by: Who looks; must be the administration.
        most: At most so many.

    Raises:
        NotPermitted: The actor does not keep the records.
    """
    found = [one.slug for one in desk.find(session, sheet, words, by=by, most=most)]
    table = desk.TABLES[sheet]
    there = session.exec(select(table).where(col(table.slug).in_(found)))  # type: ignore[attr-defined]  # every such table has one
    by_slug = {row.slug: GridRow(cells_of(session, sheet, row), row.version) for row in there}  # type: ignore[attr-defined]
    return tuple(by_slug[slug] for slug in found)


def save_all(
    session: Session, sheet: str, changed: Sequence[GridRow], *, by: Actor
) -> tuple[int, tuple[GridFault, ...]]:
    """Save several changed records as rows of their sheet, all or none.

    Args:
        session: Open session; the unit of work around it commits.
        sheet: Their sheet.
        changed: Rows as they shall be, each with the version the person saw.
        by: Who acts; must be the administration.

    Returns:
        How many records were saved, and why not; with any fault none was saved.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: One of them is gone.
        Conflict: Somebody changed one of them since its version; none was saved.
    """
    require(administers(by), action="save_record")
    checked = {row.slug: check_row(LAYOUTS[sheet], row.cells) for row in changed}
    faults = [*_own(checked), *_references(session, sheet, changed, checked)]
    if faults:
        return 0, tuple(faults)
    for row in changed:
        command = checked[row.slug].command
        if command is None:
            raise NotFound(what=sheet, key=row.slug)
        SERVICES[sheet](session, command.model_copy(update={"version": row.version}), by=by)
    return len(changed), ()


def _own(checked: Mapping[str, CheckedRow]) -> list[GridFault]:
    return [GridFault(slug, reason) for slug, row in checked.items() for reason in row.reasons]


def _references(
    session: Session, sheet: str, changed: Sequence[GridRow], checked: Mapping[str, CheckedRow]
) -> list[GridFault]:
    """Look at all rows together: an activity that becomes part of another one is only seen so."""
    entries = [
        Entry(row.slug, number, row.cells, frozenset(reason.column for reason in checked[row.slug].reasons))
        for number, row in enumerate(changed)
    ]
    found = reference_faults({sheet: entries}, known_to(session))
    return [GridFault(fault.file, Reason(fault.column, fault.reason)) for fault in found]
