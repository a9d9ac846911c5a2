"""How many organisations come together, and how often each takes part."""

from dataclasses import dataclass

import numpy as np

from bkcore.metrics.incidence import Ties, Vector, incidence


@dataclass(frozen=True)
class Average:
    """Mean and median of one count; both None when there is nothing to count."""

    mean: float | None
    median: float | None


def organisations_per_activity(ties: Ties) -> Average:
    """Mean and median number of organisations in an activity with at least one organisation.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Both in [1, organisations], unit "organisations per activity"; None when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269: L/m.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a"], "activity_id": ["x", "x", "y"]})
        >>> organisations_per_activity(ties)
        Average(mean=1.5, median=1.5)
    """
    return _average(incidence(ties).organisations_of)


def activities_per_organisation(ties: Ties) -> Average:
    """Mean and median number of activities of an organisation with at least one activity.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Both in [1, activities], unit "activities per organisation"; None when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269: L/n.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "x"]})
        >>> activities_per_organisation(ties)
        Average(mean=1.5, median=1.5)
    """
    return _average(incidence(ties).activities_of)


def _average(counts: Vector) -> Average:
    """Return mean and median of counts."""
    if not counts.size:
        return Average(mean=None, median=None)
    return Average(mean=float(counts.mean()), median=float(np.median(counts)))
