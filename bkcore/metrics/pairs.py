"""Which organisations met, how often and when last: the table beside the graph."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.incidence import Ties, incidence


def co_participation_pairs(ties: Ties, *, activities: pd.DataFrame) -> pd.DataFrame:
    """Return each pair of organisations that shares an activity, the closest first.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=2): ``activity_id``, ``start``.

    Returns:
        Frame with ``organisation_a`` < ``organisation_b``, ``shared`` activities (from 1), ``weight`` after Newman (sum
        of 1/(d-1) over the shared activities, d organisations each, above 0) and ``last_together`` (first day of the
        latest shared activity, NaT without a date), by shared, weight (both falling) and ids; empty when nobody met.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "x"]})
        >>> activities = pd.DataFrame({"activity_id": ["x"], "start": pd.to_datetime(["2024-05-01"])})
        >>> co_participation_pairs(ties, activities=activities)[["organisation_a", "organisation_b", "weight"]]
          organisation_a organisation_b  weight
        0              a              b     0.5
        1              a              c     0.5
        2              b              c     0.5
    """
    ACTIVITIES.check(activities, "activity_id", "start")
    network = incidence(ties)
    starts = activities.drop_duplicates("activity_id").set_index("activity_id")["start"]
    days = starts.reindex(list(network.activities)).to_numpy(dtype="datetime64[us]").view(np.int64)
    discount = 1 / np.maximum(network.organisations_of - 1, 1)
    weights = (network.matrix * discount) @ network.matrix.T
    rows, columns = np.nonzero(np.triu(network.shared))
    ids = np.array(network.organisations, dtype=object)
    pairs = pd.DataFrame(
        {
            "organisation_a": pd.Series(ids[rows], dtype="str"),
            "organisation_b": pd.Series(ids[columns], dtype="str"),
            "shared": network.shared[rows, columns].astype(np.int64),
            "weight": weights[rows, columns],
            "last_together": _latest(network.matrix[rows] * network.matrix[columns] > 0, days=days),
        }
    )
    order = ["shared", "weight", "organisation_a", "organisation_b"]
    return pairs.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def _latest(together: npt.NDArray[np.bool_], *, days: npt.NDArray[np.int64]) -> npt.NDArray[np.datetime64]:
    """Return the latest known day of each row of activities; the smallest integer is NaT, so unknown days lose."""
    not_a_time = np.iinfo(np.int64).min
    latest = np.where(together, days, not_a_time).max(axis=1, initial=not_a_time)
    return np.asarray(latest, dtype=np.int64).astype("datetime64[us]")
