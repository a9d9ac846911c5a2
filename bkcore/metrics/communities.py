"""Groups of organisations that meet more among themselves, and whether chance would make them too."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.shared import Vector, adjacency, shared_blocks
from bkcore.metrics.shuffling import shuffled_ties

LARGEST = 3_000
"""Organisations up to which groups are looked for; beyond, the full matrix of pairs would be too large."""
_RUNS = 100
_SEED = 2019
_GAIN = 1e-12  # smaller gains are rounding


@dataclass(frozen=True)
class ModularityBaseline:
    """The modularity found, beside that of the same network with its ties shuffled.

    Attributes:
        found: Modularity of the communities found.
        mean: Mean over the shuffled networks.
        low: Value that 2.5 % of them lie below.
        high: Value that 2.5 % of them lie above.
        runs: Number of shuffled networks.
    """

    found: float | None
    mean: float | None
    low: float | None
    high: float | None
    runs: int


def communities(ties: Ties) -> "pd.Series[int]":
    """Return the group of each organisation, found by joining groups as long as that raises the modularity.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Number of the group from 0, the largest first, by ``organisation_id``; an organisation without partners is a
        group; empty when there is no tie, and above 3,000 organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Clauset, Newman and Moore (2004), Finding community structure in very large networks, Physical Review E 70,
        066111.

    Examples:
        >>> pairs = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]
        >>> communities(pd.DataFrame(pairs, columns=["organisation_id", "activity_id"])).to_dict()
        {'a': 0, 'b': 0, 'c': 1, 'd': 1}
    """
    network = incidence(ties)
    if len(network.organisations) > LARGEST:
        network = incidence(pd.DataFrame({"organisation_id": [], "activity_id": []}, dtype="str"))
    group = _joined(adjacency(network.matrix))
    _, first, number, sizes = np.unique(group, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.lexsort([first, -sizes])] = np.arange(len(first))
    ids = pd.Index(network.organisations, name="organisation_id", dtype="str")
    return pd.Series(rank[number], index=ids, name="community", dtype="int64")


def modularity(ties: Ties, *, groups: "pd.Series[int]") -> float | None:
    """Share of pairs that met inside their group, minus the share to be expected from their numbers of partners.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        groups: Group of every active organisation by ``organisation_id``, shape (organisations,).

    Returns:
        Q = Σ[L_c/L - (D_c/2L)²] in [-0.5, 1), unit "index"; None when nobody met.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.
        KeyError: An active organisation has no group.

    Source:
        Newman and Girvan (2004), Finding and evaluating community structure in networks, Physical Review E 69, 026113.

    Examples:
        >>> pairs = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]
        >>> ties = pd.DataFrame(pairs, columns=["organisation_id", "activity_id"])
        >>> modularity(ties, groups=communities(ties))
        0.5
    """
    network = incidence(ties)
    if not network.meetings.pairs:
        return None
    group, _ = pd.factorize(groups.loc[list(network.organisations)])
    inside = sum(int((group[found.rows] == group[found.columns]).sum()) for found in shared_blocks(network.matrix))
    reach = np.bincount(group, weights=network.meetings.partners) / (2 * network.meetings.pairs)
    return inside / network.meetings.pairs - float(reach @ reach)


def modularity_baseline(ties: Ties, *, runs: int = _RUNS, seed: int = _SEED) -> ModularityBaseline:
    """Compare the modularity found with that of the same network with its ties shuffled.

    Small networks always fall into groups somehow; only a value above the band says that these groups are no accident.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        runs: How many times to shuffle.
        seed: Of the first run; the others follow.

    Returns:
        Values in [-0.5, 1), unit "index", the band from 2.5 % to 97.5 % of the shuffled ones; None when nobody met, and
        above 3,000 organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Guimera, Sales-Pardo and Amaral (2004), Modularity from fluctuations in random graphs and complex networks,
        Physical Review E 70, 025101.

    Examples:
        >>> pairs = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]
        >>> modularity_baseline(pd.DataFrame(pairs, columns=["organisation_id", "activity_id"]), runs=5)
        ModularityBaseline(found=0.5, mean=0.5, low=0.5, high=0.5, runs=5)
    """
    network = incidence(ties)
    if not network.meetings.pairs or len(network.organisations) > LARGEST:
        return ModularityBaseline(found=None, mean=None, low=None, high=None, runs=0)
    by_chance = [_best(incidence(shuffled_ties(network, seed=seed + run))) for run in range(runs)]
    low, high = np.quantile(by_chance, [0.025, 0.975])
    return ModularityBaseline(
        found=_best(network), mean=float(np.mean(by_chance)), low=float(low), high=float(high), runs=runs
    )


def _best(network: Incidence) -> float:
    """Return the modularity of the communities found; 0 where nobody met."""
    return modularity(network, groups=communities(network)) or 0.0


def _joined(met: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return the group of each row after joining, again and again, the two groups that raise the modularity most.

    Args:
        met: Symmetric, shape (organisations, organisations), 0 on the diagonal.

    Returns:
        One member of its group for each row, shape (organisations,).
    """
    n, ends = len(met), met.sum()
    group = np.arange(n)
    if not ends:
        return group
    between, reach = met / ends, met.sum(axis=1) / ends
    gains = np.where(between > 0, between - np.outer(reach, reach), -np.inf)
    partner = gains.argmax(axis=1)
    best = gains[group, partner]
    while best.max() > _GAIN:
        stays = int(best.argmax())
        goes = int(partner[stays])
        group[group == goes] = stays
        _join(between, reach, gains, stays=stays, goes=goes)
        row = gains[stays]
        stale = np.flatnonzero((partner == goes) | (partner == stays) | (row > best))
        partner[stale] = gains[stale].argmax(axis=1)
        partner[stays] = row.argmax()
        best = gains[np.arange(n), partner]
    return group


def _join(between: Vector, reach: Vector, gains: Vector, *, stays: int, goes: int) -> None:
    """Move the ties of one group to another and renew the gains of joining that one."""
    between[stays] += between[goes]
    between[:, stays] = between[stays]
    between[goes] = between[:, goes] = 0
    reach[stays] += reach[goes]
    reach[goes] = 0
    row = np.where(between[stays] > 0, between[stays] - reach[stays] * reach, -np.inf)
    row[stays] = -np.inf
    gains[stays] = gains[:, stays] = row
    gains[goes] = gains[:, goes] = -np.inf
