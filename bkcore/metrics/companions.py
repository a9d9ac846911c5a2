"""What was counted beside each self-rated factor, and for how many activities it is known."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.diversity import joint_activities
from bkcore.metrics.people import counted_in_parts, people_sum
from bkcore.metrics.ties import ties
from bkcore.metrics.window import ALL_TIME, Window, select_activities
from bkcore.vocabulary import ActivityStatus

_HELD: Final = frozenset({ActivityStatus.HELD.value})
_SEPARATOR: Final = ";"


@dataclass(frozen=True)
class CountedFigure:
    """A counted figure and its coverage: known for ``known`` of ``of`` activities; None when known for none."""

    value: int | None
    known: int
    of: int


def counted_companions(
    activities: pd.DataFrame,
    participations: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window = ALL_TIME,
    project: str | None = None,
) -> dict[str, CountedFigure]:
    """Return the counted figure beside each factor, by the key the catalogue gives it.

    Args:
        activities: ``ACTIVITIES`` frame, shape (activities, >=10), with the optional columns of what was recorded.
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2).
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2), with their sectors.
        window: Half-open period the activities must lie in.
        project: Only activities of this project; all when not given.

    Returns:
        Eight figures from 0 with the number of activities they are known for, unit "language", "person", "activity",
        "proposal" or "role"; the value is None when no activity states it, because nothing known is not zero.

    Raises:
        ColumnMissing: A column of one of the frames is missing.

    Source:
        docs/methodology.md; counted figures beside opinions as in Decidim's pages on democratic quality.

    Examples:
        >>> day = pd.to_datetime(["2026-03-15"])
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["fest"], "project_id": ["p"], "part_of": None, "start": day, "start_latest": day,
        ...     "status": ["stattgefunden"], "attendees": [40], "first_timers": [None], "languages": "de;tr",
        ...     "free_of_charge": [True], "accessible": [None], "joint_planning": [None],
        ...     "proposals_taken_up": [None], "roles_handed_over": [None],
        ... })
        >>> found = counted_companions(activities, PARTICIPATIONS.empty(), ORGANISATIONS.empty())
        >>> found["languages_offered"], found["first_time_participants"]
        (CountedFigure(value=2, known=1, of=1), CountedFigure(value=None, known=0, of=1))
    """
    ACTIVITIES.check(activities, "activity_id", "project_id", "attendees", "first_timers", *_RECORDED)
    everything = activities if project is None else activities[activities["project_id"] == project]
    held = select_activities(everything, window=window, statuses=_HELD)
    together = ties(participations, everything, organisations, window=window)
    joint = joint_activities(together, organisations=organisations)
    with_ties = int(together["activity_id"].nunique())
    return {
        "languages_offered": _languages(held),
        "first_time_participants": _people(held, everything, count="first_timers"),
        "returning_participants": _returning(held, everything),
        "free_accessible_dates": _both(held, "free_of_charge", "accessible"),
        "joint_activities": CountedFigure(joint if with_ties else None, known=with_ties, of=len(held)),
        "proposals_taken_up": _sum(held["proposals_taken_up"]),
        "joint_planning_meetings": _both(held, "joint_planning"),
        "roles_handed_over": _sum(held["roles_handed_over"]),
    }


_RECORDED: Final = (
    "languages",
    "free_of_charge",
    "accessible",
    "joint_planning",
    "proposals_taken_up",
    "roles_handed_over",
)


def _languages(held: pd.DataFrame) -> CountedFigure:
    """Count different languages, however they are written."""
    stated = [_names(text) for text in held["languages"].dropna()]
    stated = [names for names in stated if names]
    return CountedFigure(len(set().union(*stated)) if stated else None, known=len(stated), of=len(held))


def _names(text: str) -> set[str]:
    return {name.strip().casefold() for name in text.split(_SEPARATOR) if name.strip()}


def _people(held: pd.DataFrame, everything: pd.DataFrame, *, count: str) -> CountedFigure:
    found = people_sum(held, count=count, left_out=counted_in_parts(_that_took_place(everything), count=count))
    return CountedFigure(found.sum, known=found.known, of=found.of)


def _returning(held: pd.DataFrame, everything: pd.DataFrame) -> CountedFigure:
    """Count those who had been there before, where both numbers are known."""
    return _people(_with_returning(held), _with_returning(everything), count="returning")


def _with_returning(activities: pd.DataFrame) -> pd.DataFrame:
    known = activities["attendees"].astype("Int64") - activities["first_timers"].astype("Int64")
    return activities.assign(returning=known)


def _that_took_place(activities: pd.DataFrame) -> pd.DataFrame:
    return activities[activities["status"].isin(list(_HELD))]


def _both(held: pd.DataFrame, *columns: str) -> CountedFigure:
    """Count the activities for which all columns say yes, among those that state them all."""
    stated = held[list(columns)].dropna().astype("bool")
    yes = int(stated.all(axis=1).sum())
    return CountedFigure(yes if len(stated) else None, known=len(stated), of=len(held))


def _sum(column: "pd.Series[int]") -> CountedFigure:
    known = column.dropna()
    return CountedFigure(int(known.sum()) if len(known) else None, known=len(known), of=len(column))
