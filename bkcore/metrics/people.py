"""Sums of people over activities, with how many activities they are known for."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from bkcore.columns import ACTIVITIES


@dataclass(frozen=True)
class PeopleSum:
    """A sum of people and its coverage: known for ``known`` of ``of`` activities."""

    sum: int | None
    known: int
    of: int


def people_sum(selected: pd.DataFrame, *, count: str, left_out: Collection[str] = ()) -> PeopleSum:
    """Add up people over activities, with the number of activities the sum is known for.

    Args:
        selected: ``ACTIVITIES`` frame, shape (activities, >=2), of the activities to add up.
        count: Column to add up: ``attendees``, ``first_timers`` or ``volunteers``.
        left_out: Activities whose people are counted in their parts, from ``counted_in_parts``.

    Returns:
        Sum from 0, unit "people", None when no number is known; ``of`` are the activities not left out, ``known`` those
        of them that state a number.

    Raises:
        ColumnMissing: A column of ``ACTIVITIES`` is missing.

    Source:
        docs/methodology.md: only sums of people leave out an activity with parts when a part states a number.

    Examples:
        >>> week = pd.DataFrame({"activity_id": ["week", "film", "feast"], "attendees": [300, 40, None]})
        >>> people_sum(week, count="attendees", left_out={"week"})
        PeopleSum(sum=40, known=1, of=2)
    """
    ACTIVITIES.check(selected, "activity_id", count)
    counted = selected.loc[~selected["activity_id"].isin(list(left_out)), count]
    known = counted.dropna()
    return PeopleSum(sum=int(known.sum()) if len(known) else None, known=len(known), of=len(counted))


def counted_in_parts(activities: pd.DataFrame, *, count: str) -> frozenset[str]:
    """Return the activities of which a part states a number, so that adding both would count the same people twice.

    Args:
        activities: ``ACTIVITIES`` frame, shape (activities, >=3), of all that took place, not only of a window: a part
            in the next month still speaks for its whole, so that months add up to their year.
        count: Column to add up: ``attendees``, ``first_timers`` or ``volunteers``.

    Returns:
        Their ids, unit "activity"; parts of parts count as parts; empty when no part states a number.

    Raises:
        ColumnMissing: A column of ``ACTIVITIES`` is missing.

    Source:
        docs/methodology.md: only sums of people leave out an activity with parts when a part states a number.

    Examples:
        >>> week = pd.DataFrame({
        ...     "activity_id": ["week", "film"], "part_of": [None, "week"], "attendees": [300, 40]
        ... })
        >>> sorted(counted_in_parts(week, count="attendees"))
        ['week']
    """
    ACTIVITIES.check(activities, "activity_id", "part_of", count)
    parents = activities.dropna(subset="part_of").set_index("activity_id")["part_of"]
    found: frozenset[str] = frozenset()
    stating = frozenset(activities.loc[activities[count].notna(), "activity_id"])
    while not (wholes := frozenset(parents[parents.index.isin(list(stating | found))])) <= found:
        found |= wholes
    return found
