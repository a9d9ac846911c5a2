"""The figures of each active organisation, most active first."""

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.centrality import betweenness, degree, redundancy, strength
from bkcore.metrics.concentration import ranking
from bkcore.metrics.incidence import Ties, incidence


@dataclass(frozen=True)
class OrganisationFigures:
    """One active organisation; None where a figure is not defined."""

    id: str
    activities: int
    degree: int
    strength: float
    betweenness: float | None
    redundancy: float | None
    first: date | None
    last: date | None


def organisation_figures(ties: Ties, *, activities: pd.DataFrame) -> tuple[OrganisationFigures, ...]:
    """Return the figures of every active organisation, by number of activities, most first, equal ones by id.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=2): ``activity_id``, ``start``.

    Returns:
        One object each; ``first`` and ``last`` are the earliest and latest first day of its activities (the first of
        the month or year where no day is known), None when none has a date; empty when there is no tie.

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
    begins = activities.drop_duplicates("activity_id").set_index("activity_id")["start"]
    days = begins.reindex(list(network.activities))
    frame = pd.DataFrame(
        {
            "degree": degree(network),
            "strength": strength(network),
            "betweenness": betweenness(network),
            "redundancy": redundancy(network),
        }
    )
    found = []
    for row in ranking(network):
        organisation = network.organisations[row]
        dates = days[network.matrix[row] > 0].dropna()
        found.append(
            OrganisationFigures(
                id=organisation,
                activities=int(network.activities_of[row]),
                degree=int(frame["degree"].iloc[row]),
                strength=float(frame["strength"].iloc[row]),
                betweenness=_defined(frame["betweenness"].iloc[row]),
                redundancy=_defined(frame["redundancy"].iloc[row]),
                first=dates.min().date() if len(dates) else None,
                last=dates.max().date() if len(dates) else None,
            )
        )
    return tuple(found)


def _defined(value: float) -> float | None:
    """Return a figure, None instead of NaN."""
    return None if math.isnan(value) else float(value)
