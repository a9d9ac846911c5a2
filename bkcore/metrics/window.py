"""The period figures are about, and the activities that lie in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.errors import PeriodInvalid

_LAST_DAY_OF_EVERY_MONTH = 28


@dataclass(frozen=True)
class Window:
    """A half-open period [start, end); either side may be open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it has begun."""
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise PeriodInvalid(start=self.start.isoformat(), end=self.end.isoformat())

    @property
    def is_open(self) -> bool:
        """Whether no side is given, so that everything lies in it, even what has no date."""
        return self.start is None and self.end is None

    def before(self) -> "Window | None":
        """Return the window of equal length that ends where this one starts.

        A window of whole months (both bounds on the same day of the month, at most the 28th) moves by as many months,
        so that calendar years stay calendar years; every other window moves by its number of days.

        Returns:
            The window before; None when a side is open, because then there is no length, or when the calendar has none.
        """
        if self.start is None or self.end is None or self.start - date.min < self.end - self.start:
            return None
        if self.start.day == self.end.day <= _LAST_DAY_OF_EVERY_MONTH:
            months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
            year, month = divmod(self.start.year * 12 + self.start.month - 1 - months, 12)
            return Window(date(year, month + 1, self.start.day), self.start)
        return Window(self.start - (self.end - self.start), self.start)


ALL_TIME = Window()


def calendar_year(year: int) -> Window:
    """Return the window from 1 January of a year to 1 January of the next."""
    return Window(date(year, 1, 1), date(year + 1, 1, 1))


def calendar_month(year: int, month: int) -> Window:
    """Return the window from the first of a month to the first of the next."""
    return Window(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))


def select_activities(
    activities: pd.DataFrame, *, window: Window = ALL_TIME, statuses: Collection[str], link: str | None = None
) -> pd.DataFrame:
    """Return the activities of the accepted states that lie in a window.

    An activity lies in the window when all days it can have begun on do: its first day when that is known, else its
    whole month or year. One without a date lies only in the window that is open on both sides.

    Args:
        activities: ``ACTIVITIES`` frame, shape (activities, >=4): ``activity_id``, ``start``, ``start_latest``,
            ``status``, and ``link`` when asked for.
        window: Half-open period.
        statuses: Accepted states.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        The rows that fit, all columns, in their order; unit "activity"; no rows when none fits.

    Raises:
        ColumnMissing: A column of ``ACTIVITIES`` is missing.

    Source:
        docs/methodology.md, `bk metrics network --json`; intervals as in adhocracy4 (start <= day < end).

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["a", "b"],
        ...     "start": pd.to_datetime(["2024-03-15", "2024-01-01"]),
        ...     "start_latest": pd.to_datetime(["2024-03-15", "2024-12-31"]),
        ...     "status": ["stattgefunden", "stattgefunden"],
        ... })
        >>> spring = Window(date(2024, 3, 1), date(2024, 6, 1))
        >>> select_activities(activities, window=spring, statuses={"stattgefunden"})["activity_id"].tolist()
        ['a']
    """
    ACTIVITIES.check(activities, "activity_id", "start", "start_latest", "status", *(["link"] if link else []))
    fits = activities["status"].isin([str(status) for status in statuses])
    if window.start is not None:
        fits &= activities["start"] >= pd.Timestamp(window.start)
    if window.end is not None:
        fits &= activities["start_latest"] < pd.Timestamp(window.end)
    if link is not None:
        fits &= activities["link"] == link
    return activities[fits.astype(bool)]


def known_years(activities: pd.DataFrame) -> pd.Series:
    """Return the calendar year of each activity by ``activity_id``; without those of which no single year is known."""
    ACTIVITIES.check(activities, "activity_id", "start", "start_latest")
    year = activities["start"].dt.year
    known = year.eq(activities["start_latest"].dt.year)
    return pd.Series(
        year[known].to_numpy(dtype="int64"),
        index=pd.Index(activities.loc[known, "activity_id"], name="activity_id"),
        name="year",
    ).loc[lambda years: ~years.index.duplicated()]
