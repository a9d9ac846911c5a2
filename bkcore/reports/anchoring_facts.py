"""What is known of where integration is anchored: cells, departments, years; plain values."""

from collections.abc import Mapping
from dataclasses import dataclass

from bkcore.vocabulary import AnchorKind, CoverageState


@dataclass(frozen=True, slots=True)
class AnchorCell:
    """What shows integration in one department in one year, of one kind.

    Attributes:
        found: How many projects, measures or own assessments.
        open: How many of the year nobody knows the department of.
        of: How many there were in the year in all departments.
        state: What follows from it.
        titles: Their titles, for the house alone.
    """

    found: int
    open: int
    of: int
    state: CoverageState
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnchoredDepartment:
    """One department with its cells by year and kind; without those of years in which it did not exist."""

    slug: str
    title: str
    cells: Mapping[tuple[int, AnchorKind], AnchorCell]

    def exists(self, year: int) -> bool:
        """Tell whether the department existed in a year that is told."""
        return (year, AnchorKind.PROJECT) in self.cells

    def anchored(self, year: int) -> bool:
        """Tell whether anything shows integration there in a year."""
        return any(self.cells[year, kind].found for kind in AnchorKind)

    def unsure(self, year: int) -> bool:
        """Tell whether nothing is found there in a year, but something may be that nobody wrote down."""
        unsure = {CoverageState.UNCERTAIN, CoverageState.UNKNOWN}
        return not self.anchored(year) and any(self.cells[year, kind].state in unsure for kind in AnchorKind)


@dataclass(frozen=True, slots=True)
class AnchoringYear:
    """The departments of one year; ``share`` is a lower bound while some are unsure, ``None`` when not defined."""

    year: int
    departments: int
    anchored: int
    unsure: int
    share: float | None


@dataclass(frozen=True, slots=True)
class AnchoringReport:
    """The matrix of all years.

    Attributes:
        departments: By title, retired ones included.
        years: The oldest first, without a gap.
        unassigned: Titles of the projects of a year that name no listed department.
    """

    departments: tuple[AnchoredDepartment, ...]
    years: tuple[AnchoringYear, ...]
    unassigned: Mapping[int, tuple[str, ...]]

    def of(self, year: int) -> tuple[AnchoredDepartment, ...]:
        """Return the departments that existed in a year."""
        return tuple(one for one in self.departments if one.exists(year))
