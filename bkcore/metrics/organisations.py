"""The figures of each active organisation, most active first."""

import math
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.betweenness import estimated_betweenness
from bkcore.metrics.centrality import degree, redundancy, strength
from bkcore.metrics.concentration import ranking
from bkcore.metrics.incidence import Incidence, Ties, incidence

Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class OrganisationFigures:
    """One active organisation; None where a figure is not defined."""

    id: str
    activities: int
    degree: int
    strength: float
    betweenness: float | None
    betweenness_error: float | None
    redundancy: float | None
    first: date | None
    last: date | None


def organisation_figures(ties: Ties, *, activities: pd.DataFrame) -> tuple[OrganisationFigures, ...]:
    """Return the figures of every active organisation, by number of activities, most first, equal ones by id.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=2): ``activity_id``, ``start``.

    Returns:
        One object each; ``betweenness_error`` is the standard error of an estimate, 0 when exact; ``first`` and
        ``last`` are the earliest and latest first day of its activities (the first of the month or year where no day is
        known), None when none has a date; empty when there is no tie.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md, `by_organisation`; each metric names its own.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "b"], "activity_id": ["x", "x", "y"]})
        >>> days = pd.to_datetime(["2024-05-01", "2024-06-01"])
        >>> figures = organisation_figures(ties, activities=pd.DataFrame({"activity_id": ["x", "y"], "start": days}))
        >>> [(row.id, row.activities, row.last.isoformat()) for row in figures]
        [('b', 2, '2024-06-01'), ('a', 1, '2024-05-01')]
    """
    ACTIVITIES.check(activities, "activity_id", "start")
    network = incidence(ties)
    starts = activities.drop_duplicates("activity_id").set_index("activity_id")["start"]
    days = starts.reindex(list(network.activities)).to_numpy(dtype="datetime64[us]")
    order, ids = ranking(network), network.organisations
    through = estimated_betweenness(network)
    columns: tuple[pd.Series, ...] = (
        degree(network),
        strength(network),
        through["betweenness"],
        through["error"],
        redundancy(network),
    )
    partners, weights, between, errors, redundant = (column.to_numpy()[order].tolist() for column in columns)
    counts = network.activities_of[order].astype(int).tolist()
    first, last = (extreme[order].tolist() for extreme in _first_and_last(network, days=days))
    return tuple(
        OrganisationFigures(
            id=ids[row],
            activities=counts[place],
            degree=partners[place],
            strength=weights[place],
            betweenness=_defined(between[place]),
            betweenness_error=_defined(errors[place]),
            redundancy=_defined(redundant[place]),
            first=_day(first[place]),
            last=_day(last[place]),
        )
        for place, row in enumerate(order.tolist())
    )


def _first_and_last(network: Incidence, *, days: Days) -> tuple[Days, Days]:
    """Return the earliest and latest known day of each organisation, NaT where none of its activities has one."""
    of_ties, begins = days[network.matrix.indices], network.matrix.indptr[:-1]
    if not len(begins):
        return days[:0], days[:0]
    return np.fmin.reduceat(of_ties, begins), np.fmax.reduceat(of_ties, begins)


def _defined(value: float) -> float | None:
    """Return a figure, None instead of NaN."""
    return None if math.isnan(value) else value


def _day(moment: datetime | None) -> date | None:
    """Return the day of a moment."""
    return None if moment is None else moment.date()
