"""Through whom the shortest connections run: exact in small networks, sampled with its error in large ones."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.shared import adjacency, shared_blocks

EXACT_BELOW = 2_000
"""Organisations from which on betweenness is estimated from a sample."""
PIVOTS = 256
_SEED = 2019
_IN_95_OF_100 = 1.96
_AT_ONCE = 64
_CROWDED = 0.05  # share of possible pairs above which a full matrix is faster than a sparse one
_FEWEST = 3  # the formula needs two others

Block = npt.NDArray[np.float64]


def betweenness(ties: Ties) -> "pd.Series[float]":
    """Share of the shortest connections between two others that run through each organisation.

    Exact below 2,000 organisations; above, the estimate of ``sampled_betweenness`` from its 256 starting points.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Value in [0, 1] by ``organisation_id`` in the unweighted projection, normalised by 2/((n-1)(n-2)), unit "share";
        NaN for all below three organisations; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Freeman (1978), Centrality in social networks, Social Networks 1(3), 215-239; algorithm of Brandes (2001).

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> betweenness(ties).to_dict()
        {'a': 1.0, 'b': 0.0, 'c': 0.0}
    """
    return estimated_betweenness(ties)["betweenness"]


def estimated_betweenness(ties: Ties) -> pd.DataFrame:
    """Betweenness of each organisation and its standard error: exact below 2,000 organisations, above an estimate.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Frame as that of ``sampled_betweenness``: ``error`` is 0 where the value is exact; NaN for all below three
        organisations; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Freeman (1978), Centrality in social networks, Social Networks 1(3), 215-239; sampled as by Brandes and Pich
        (2007), International Journal of Bifurcation and Chaos 17(7), 2303-2318.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> estimated_betweenness(ties)["error"].tolist()
        [0.0, 0.0, 0.0]
    """
    network = incidence(ties)
    n = len(network.organisations)
    return sampled_betweenness(network, pivots=n if n < EXACT_BELOW else PIVOTS)


def sampled_betweenness(ties: Ties, *, pivots: int, seed: int = _SEED) -> pd.DataFrame:
    """Estimate betweenness from the shortest connections that begin at some organisations, drawn by chance.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        pivots: Starting points; as many as there are organisations, or more, make the value exact.
        seed: Same seed, same starting points.

    Returns:
        Frame by ``organisation_id``: ``betweenness`` as the function of that name, from 0, and ``error``, the standard
        error of the estimate over draws of starting points without replacement, 0 when it is exact; unit "share"; NaN
        for all below three organisations; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Brandes and Pich (2007), Centrality estimation in large networks, International Journal of Bifurcation and Chaos
        17(7), 2303-2318; standard error of a mean from a finite population as in Cochran (1977), chapter 2.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> sampled_betweenness(ties, pivots=3)["betweenness"].to_dict()
        {'a': 1.0, 'b': 0.0, 'c': 0.0}
    """
    network = incidence(ties)
    n = len(network.organisations)
    ids = pd.Index(network.organisations, name="organisation_id", dtype="str")
    if n < _FEWEST:
        return pd.DataFrame({"betweenness": np.full(n, np.nan), "error": np.full(n, np.nan)}, index=ids)
    k = min(pivots, n)
    starts = np.arange(n) if k == n else np.sort(np.random.default_rng(seed).choice(n, size=k, replace=False))
    met = _adjacency(network, exact=k == n)
    total, squares = np.zeros(n), np.zeros(n)
    for first in range(0, k, _AT_ONCE):
        through = _through(met, starts[first : first + _AT_ONCE])
        total += through.sum(axis=1)
        squares += np.square(through).sum(axis=1)
    spread = np.sqrt(np.maximum(squares - total**2 / k, 0.0) / max(k - 1, 1) / k * (1 - k / n))
    scale = n / ((n - 1) * (n - 2))
    return pd.DataFrame({"betweenness": total / k * scale, "error": spread * scale}, index=ids)


def error_margin(errors: "pd.Series[float]") -> float | None:
    """How far the estimate of an organisation may lie from its exact betweenness, in about 95 of 100 samples.

    The rule: 1.96 times the largest standard error of all organisations, so that it holds for each of them.

    Args:
        errors: Standard errors as ``sampled_betweenness`` gives them, shape (organisations,), from 0, NaN where there
            is none.

    Returns:
        Margin from 0, unit "share"; 0.0 when all are exact; None when no organisation has a value.

    Raises:
        TypeError: The errors are no numbers.

    Source:
        Confidence limits of a mean from a finite population, Cochran (1977), Sampling Techniques, section 2.8.

    Examples:
        >>> error_margin(pd.Series([0.0, 0.01]))
        0.0196
    """
    largest = float(errors.astype("float64").max())
    return None if math.isnan(largest) else _IN_95_OF_100 * largest


def _adjacency(network: Incidence, *, exact: bool) -> Block | sparse.csr_array:
    """Return 1.0 for each pair that met: full where the network is crowded, sparse where it is not."""
    n = len(network.organisations)
    kind = np.dtype(np.float64 if exact else np.float32)  # a sample errs by percents, not by the eighth digit
    if 2 * network.meetings.pairs >= _CROWDED * n * n:
        return adjacency(network.matrix, kind=kind)
    found = list(shared_blocks(network.matrix))
    rows, columns = (np.concatenate([getattr(pairs, side) for pairs in found]) for side in ("rows", "columns"))
    half = sparse.coo_array((np.ones(len(rows), dtype=kind), (rows, columns)), shape=(n, n)).tocsr()
    return half + half.T


def _through(met: Block | sparse.csr_array, starts: npt.NDArray[np.intp]) -> Block:
    """Return the share of shortest connections from each start that runs through each organisation.

    All starts walk at once, one step of the breadth-first search being one product; then the shares flow back.

    Args:
        met: 1.0 for each pair that met, shape (organisations, organisations).
        starts: Rows to start at, shape (starts,).

    Returns:
        Dependencies from 0, shape (organisations, starts), 0 at each start itself.
    """
    n, k = met.shape[0], len(starts)
    step = np.zeros((n, k), dtype=met.dtype)
    step[starts, np.arange(k)] = 1
    ways = step.copy()
    seen = step > 0
    layers = [seen.copy()]
    while True:
        step = np.where(seen, 0, met @ step)
        layer = step > 0
        if not layer.any():
            break
        ways += step
        seen |= layer
        layers.append(layer)
    through = np.zeros((n, k), dtype=met.dtype)
    for nearer, farther in zip(layers[-2::-1], layers[:0:-1], strict=True):
        owed = np.divide(1 + through, ways, out=np.zeros_like(ways), where=farther)
        through += np.where(nearer, (met @ owed) * ways, 0)
    through[starts, np.arange(k)] = 0
    return np.asarray(through, dtype=np.float64)
