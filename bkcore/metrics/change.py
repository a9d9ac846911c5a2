"""Who came, who came back, who stayed and who was missing, against the window just before."""

from dataclasses import dataclass

import pandas as pd

from bkcore.metrics.ties import ties
from bkcore.metrics.window import Window


@dataclass(frozen=True)
class Change:
    """Counts of organisations; None where the comparison has no base."""

    new: int | None
    returned: int | None
    left: int | None
    retained: int | None
    base_year: bool


def change(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window,
    include_announced: bool = False,
    link: str | None = None,
) -> Change:
    """Compare the active organisations of a window with those of the window of equal length just before.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times.
        activities: ``ACTIVITIES`` frame, shape (activities, >=4), of all times.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=1).
        window: Half-open period to compare with the one before.
        include_announced: Whether what was only announced counts too.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        Counts from 0 to the active organisations, unit "organisations". ``new`` had no tie ever before, ``returned``
        had one earlier but none in the window before, ``left`` had one there and none here, ``retained`` in both.
        ``base_year`` when no tie lies before the window: ``new`` and ``returned`` are None then. Without a window of
        equal length before (a side is open) ``returned``, ``left`` and ``retained`` are None.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        design/interfaces.md; retention and churn as in practice.md. A quiet year is not an exit.

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["x", "y"],
        ...     "start": pd.to_datetime(["2023-05-01", "2024-05-01"]),
        ...     "start_latest": pd.to_datetime(["2023-05-01", "2024-05-01"]),
        ...     "status": ["stattgefunden", "stattgefunden"],
        ... })
        >>> participations = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "y"]})
        >>> organisations = pd.DataFrame({"organisation_id": ["a", "b"]})
        >>> change(participations, activities, organisations, window=calendar_year(2024))
        Change(new=1, returned=0, left=0, retained=1, base_year=False)
    """

    def active(period: Window) -> set[str]:
        found = ties(
            participations, activities, organisations, window=period, include_announced=include_announced, link=link
        )
        return set(found["organisation_id"])

    here = active(window)
    earlier = active(Window(end=window.start)) if window.start is not None else set()
    before = window.before()
    there = active(before) if before is not None else None
    return Change(
        new=len(here - earlier) if earlier else None,
        returned=len(here & earlier - there) if earlier and there is not None else None,
        left=len(there - here) if there is not None else None,
        retained=len(there & here) if there is not None else None,
        base_year=not earlier,
    )
