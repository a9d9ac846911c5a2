"""Who came, who came back, who stayed and who was missing, against the window just before."""

from dataclasses import dataclass

import pandas as pd

from bkcore.metrics.membership import among
from bkcore.metrics.ties import accepted, accepted_statuses
from bkcore.metrics.window import Window, select_activities


@dataclass(frozen=True)
class Change:
    """Counts of organisations; None where the comparison has no base."""

    new: int | None
    returned: int | None
    left: int | None
    retained: int | None
    base_year: bool


@dataclass(frozen=True)
class ChangedOrganisations:
    """Ids of the organisations behind each count; None where the comparison has no base."""

    new: frozenset[str] | None
    returned: frozenset[str] | None
    left: frozenset[str] | None
    retained: frozenset[str] | None
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
        docs/methodology.md; retention and churn. A quiet year is not an exit.

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
    found = changed_organisations(
        participations, activities, organisations, window=window, include_announced=include_announced, link=link
    )
    return Change(
        new=_count(found.new),
        returned=_count(found.returned),
        left=_count(found.left),
        retained=_count(found.retained),
        base_year=found.base_year,
    )


def changed_organisations(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window,
    include_announced: bool = False,
    link: str | None = None,
) -> ChangedOrganisations:
    """Name the organisations that came, came back, were missing or stayed, against the window just before.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times.
        activities: ``ACTIVITIES`` frame, shape (activities, >=4), of all times.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=1).
        window: Half-open period to compare with the one before.
        include_announced: Whether what was only announced counts too.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        One object with a set of ids per count of ``change``, by the same definitions; together ``new``, ``returned``
        and ``retained`` are the active organisations of the window. None where ``change`` has None.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        docs/methodology.md; the sets behind the counts of ``change``.

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["x", "y"],
        ...     "start": pd.to_datetime(["2023-05-01", "2024-05-01"]),
        ...     "start_latest": pd.to_datetime(["2023-05-01", "2024-05-01"]),
        ...     "status": ["stattgefunden", "stattgefunden"],
        ... })
        >>> participations = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "y"]})
        >>> organisations = pd.DataFrame({"organisation_id": ["a", "b"]})
        >>> changed_organisations(participations, activities, organisations, window=calendar_year(2024)).new
        frozenset({'b'})
    """
    statuses = accepted_statuses(include_announced=include_announced)
    counted = select_activities(activities, statuses=statuses, link=link)
    known = accepted(participations, counted, organisations, include_announced=include_announced)

    def active(period: Window) -> frozenset[str]:
        selected = select_activities(counted, window=period, statuses=statuses)
        return frozenset(known.loc[among(known["activity_id"], selected["activity_id"]), "organisation_id"].unique())

    here = active(window)
    earlier = active(Window(end=window.start)) if window.start is not None else frozenset()
    before = window.before()
    there = active(before) if before is not None else None
    return ChangedOrganisations(
        new=here - earlier if earlier else None,
        returned=here & earlier - there if earlier and there is not None else None,
        left=there - here if there is not None else None,
        retained=there & here if there is not None else None,
        base_year=not earlier,
    )


def _count(organisations: frozenset[str] | None) -> int | None:
    return None if organisations is None else len(organisations)
