"""The same network by chance: ties shuffled so that everybody takes part as often and every activity is as large."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.metrics.incidence import Ties, incidence

_ROUNDS = 40
_LIKELY = 0.5  # a swap is offered to every second pair: were it always made, some arrangements could not be reached
Keys = npt.NDArray[np.int64]


def shuffled_ties(ties: Ties, *, seed: int) -> pd.DataFrame:
    """Return the ties shuffled: who meets whom is left to chance, how often and in which company size is not.

    Two ties (a, x) and (b, y) become (a, y) and (b, x) when neither exists; in each of forty rounds half of
    the ties are offered a partner by chance.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        seed: Same seed, same result.

    Returns:
        Frame with ``organisation_id`` and ``activity_id``, as many ties as given for each organisation and each
        activity, sorted, unit "tie"; without rows when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Gotelli (2000), Null model analysis of species co-occurrence patterns, Ecology 81(9), 2606-2621: fixed row and
        column sums by swaps.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "b"], "activity_id": ["x", "x", "y"]})
        >>> shuffled_ties(ties, seed=1).groupby("organisation_id").size().to_dict()
        {'a': 1, 'b': 2}
    """
    network = incidence(ties)
    chance, m = np.random.default_rng(seed), max(len(network.activities), 1)
    keys = np.repeat(np.arange(len(network.organisations)), network.activities_of.astype(int)) * np.int64(m)
    keys += network.matrix.indices
    for _ in range(_ROUNDS):
        order = chance.permutation(len(keys))
        keys = _swapped(keys, order, offered=chance.random(len(keys) // 2) < _LIKELY, width=m)
    keys = np.sort(keys)
    return pd.DataFrame(
        {
            "organisation_id": pd.Index(network.organisations, dtype="str").take(keys // m),
            "activity_id": pd.Index(network.activities, dtype="str").take(keys % m),
        }
    )


def _swapped(keys: Keys, order: npt.NDArray[np.int64], *, offered: npt.NDArray[np.bool_], width: int) -> Keys:
    """Return the ties with the activities of the chosen pairs of neighbours in an order exchanged, if that is possible.

    A swap that would make a tie that exists, or the same tie as another swap, does not happen.
    """
    half = len(keys) // 2
    one, other = order[:half][offered], order[half : 2 * half][offered]
    mine, theirs = keys[one], keys[other]
    fresh = np.stack([mine - mine % width + theirs % width, theirs - theirs % width + mine % width])
    twice = np.unique(fresh, return_inverse=True, return_counts=True)
    alone = (twice[2][twice[1]] == 1).reshape(fresh.shape)
    free = (alone & ~np.isin(fresh, keys)).all(axis=0)
    keys = keys.copy()
    keys[one[free]], keys[other[free]] = fresh[0, free], fresh[1, free]
    return keys
