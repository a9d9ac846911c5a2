"""Which organisations met, how often and when last: the table beside the graph."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.products import blocks


def co_participation_pairs(ties: Ties, *, activities: pd.DataFrame, at_least: int = 1) -> pd.DataFrame:
    """Return each pair of organisations that shares an activity, the closest first.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=2): ``activity_id``, ``start``.
        at_least: Only pairs that share so many activities; 2 leaves out whom one large meeting brought together.

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
    days = starts.reindex(list(network.activities)).to_numpy(dtype="datetime64[us]")
    ids = pd.Index(network.organisations, dtype="str")
    work = network.matrix @ network.organisations_of
    found = [_pairs(network, days, begins=begins, ends=ends, at_least=at_least) for begins, ends in blocks(work)]
    rows, columns, shared, weight, last = (
        np.concatenate(parts) for parts in zip(*(found or [_nothing()]), strict=True)
    )
    pairs = pd.DataFrame(
        {
            "organisation_a": ids.take(rows),
            "organisation_b": ids.take(columns),
            "shared": shared,
            "weight": weight,
            "last_together": last,
        }
    )
    order = np.lexsort([columns, rows, -weight, -shared])  # rows and columns follow the sorted ids
    return pairs.take(order).reset_index(drop=True)


def _pairs(
    network: Incidence, days: npt.NDArray[np.datetime64], *, begins: int, ends: int, at_least: int
) -> tuple[npt.NDArray[np.generic], ...]:
    """Return row, column, shared activities, weight and latest day of the pairs whose first organisation is in a block.

    Every meeting of two organisations is written out once and then added up by pair.
    """
    members, mine = network.matrix.T.tocsr(), network.matrix[begins:ends]
    times = np.diff(members.indptr)[mine.indices]
    row = np.repeat(np.repeat(np.arange(begins, ends, dtype=np.int64), np.diff(mine.indptr)), times)
    activity = np.repeat(mine.indices, times)
    within = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
    column = members.indices[members.indptr[activity] + within].astype(np.int64)
    once = np.flatnonzero(column > row)
    order = once[np.argsort(row[once] * members.shape[1] + column[once], kind="stable")]
    row, column, activity = row[order], column[order], activity[order]
    first = np.flatnonzero(np.r_[True, (np.diff(row) != 0) | (np.diff(column) != 0)][: len(row)])
    if not len(first):
        return _nothing()
    shared = np.diff(np.r_[first, len(row)])
    weight = np.add.reduceat(1 / (network.organisations_of[activity] - 1), first)
    last = np.fmax.reduceat(days[activity], first)
    often = shared >= at_least
    return row[first][often], column[first][often], shared[often], weight[often], last[often]


def _nothing() -> tuple[npt.NDArray[np.generic], ...]:
    """Return no pair."""
    none = np.zeros(0, dtype=np.int64)
    return none, none, none, none.astype(np.float64), none.astype("datetime64[us]")
