"""Which released yearly reports stand beside a state of the briefing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One released report in a list, without its document."""

    number: int
    year: int
    version: int
    made_on: date


def standing(entries: Iterable[ReportEntry], *, until: date) -> tuple[ReportEntry, ...]:
    """Return the report that stood for each year at the end of a day; a further version replaces the one before.

    Args:
        entries: Every released report, in any order.
        until: The day of the state they stand beside.

    Returns:
        One report for each year that has one by then, the newest year first.

    Examples:
        >>> first, second = (ReportEntry(n, 2024, n, date(2025, 1, n)) for n in (1, 2))
        >>> [one.number for one in standing((first, second), until=date(2025, 1, 1))]
        [1]
    """
    known = sorted((one for one in entries if one.made_on <= until), key=lambda one: one.version)
    by_year = {one.year: one for one in known}
    return tuple(by_year[year] for year in sorted(by_year, reverse=True))
