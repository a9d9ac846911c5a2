"""Whether public, civil and private organisations work together."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.columns import ORGANISATIONS
from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.vocabulary import Sector

_SECTORS = tuple(sector.value for sector in Sector)


def joint_activities(ties: Ties, *, organisations: pd.DataFrame) -> int:
    """Number of activities with organisations of at least two sectors.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.

    Returns:
        Count from 0 to the activities with ties, unit "activities"; 0 when there is no tie.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; sectors as in the record (public, civil, private).

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "b"], "activity_id": ["x", "x", "y"]})
        >>> sectors = pd.DataFrame({"organisation_id": ["a", "b"], "sector": ["public", "civil"]})
        >>> joint_activities(ties, organisations=sectors)
        1
    """
    network = incidence(ties)
    membership = _membership(network, organisations)
    return int(((network.matrix.T @ membership > 0).sum(axis=1) > 1).sum())


def sector_diversity(ties: Ties, *, organisations: pd.DataFrame) -> float | None:
    """How evenly the active organisations are spread over the three sectors, from 0 (one sector) to 1 (even).

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.

    Returns:
        Blau index (1 - Σp²)/(1 - 1/3) in [0, 1], unit "index"; None when no organisation is active.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        Blau (1977), Inequality and Heterogeneity, Free Press; normalised by the fixed list of three sectors.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> sectors = pd.DataFrame({"organisation_id": ["a", "b"], "sector": ["public", "civil"]})
        >>> sector_diversity(ties, organisations=sectors)
        0.75
    """
    network = incidence(ties)
    if not network.organisations:
        return None
    sizes = _membership(network, organisations).sum(axis=0)
    n, k = len(network.organisations), len(_SECTORS)
    return float(n * n - sizes @ sizes) * k / (n * n * (k - 1))


def ei_index(ties: Ties, *, organisations: pd.DataFrame) -> float | None:
    """Whether partners come rather from other sectors (towards 1) or from the own one (towards -1).

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.

    Returns:
        (E - I)/(E + I) over the pairs that share an activity, in [-1, 1], unit "index"; None without such a pair.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        Krackhardt and Stern (1988), Informal networks and organizational crises, Social Psychology Quarterly 51(2),
        123-140.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> sectors = pd.DataFrame({"organisation_id": ["a", "b"], "sector": ["public", "civil"]})
        >>> ei_index(ties, organisations=sectors)
        1.0
    """
    network = incidence(ties)
    met = network.marked(sectors=sectors_of(network, organisations=organisations)).meetings
    return (met.pairs - 2 * met.within_sectors) / met.pairs if met.pairs else None


def ei_expected(ties: Ties, *, organisations: pd.DataFrame) -> float | None:
    """The E-I index to be expected if the sectors were shuffled over the active organisations.

    Every pair of organisations is then equally likely to sit on an edge, so the expectation is exact:
    two different organisations differ in sector with probability q = 1 - Σ k(k-1)/(n(n-1)), and E-I is 2q - 1.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.

    Returns:
        Expectation in [-1, 1], unit "index"; None when there is no pair that shares an activity.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        Krackhardt and Stern (1988), as for the index; mean of the permutation distribution in closed form.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "x"]})
        >>> sectors = pd.DataFrame({"organisation_id": ["a", "b", "c"], "sector": ["public", "civil", "civil"]})
        >>> round(ei_expected(ties, organisations=sectors), 3)
        0.333
    """
    network = incidence(ties)
    if not network.meetings.pairs:
        return None
    sizes = _membership(network, organisations).sum(axis=0)
    n = len(network.organisations)
    return 1 - 2 * float(sizes @ (sizes - 1)) / (n * (n - 1))


def sector_matrix(ties: Ties, *, organisations: pd.DataFrame) -> pd.DataFrame:
    """Number of activities in which each two sectors took part together.

    Counted are activities, not pairs of organisations, so that one large meeting does not outweigh all others.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.

    Returns:
        Frame of shape (3, 3), symmetric, sectors of the fixed list in rows and columns, counts from 0, unit
        "activities"; on the diagonal those in which at least two organisations of the sector met.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; mixing matrix as in Newman (2003), Mixing patterns in networks, Physical Review E 67,
        026126, counted in the two-mode network.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "b"], "activity_id": ["x", "x", "y"]})
        >>> sectors = pd.DataFrame({"organisation_id": ["a", "b"], "sector": ["public", "civil"]})
        >>> sector_matrix(ties, organisations=sectors).loc["public", "civil"].item()
        1
    """
    network = incidence(ties)
    there = network.matrix.T @ _membership(network, organisations)
    some = (there > 0).astype(np.int64)
    met = some.T @ some
    np.fill_diagonal(met, (there > 1).sum(axis=0))
    names = pd.Index(_SECTORS, name="sector", dtype="str")
    return pd.DataFrame(met, index=names, columns=names)


def sectors_of(network: Incidence, *, organisations: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Return the number of the sector of each organisation of a network, in its order; -1 without one."""
    ORGANISATIONS.check(organisations, "organisation_id", "sector")
    sector_of = organisations.drop_duplicates("organisation_id").set_index("organisation_id")["sector"]
    sectors = sector_of.reindex(list(network.organisations))
    return np.asarray(pd.Index(_SECTORS).get_indexer(pd.Index(sectors)), dtype=np.int8)


def _membership(network: Incidence, organisations: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return organisations × sectors, 1.0 in the sector of each organisation."""
    sectors = sectors_of(network, organisations=organisations)
    return np.equal.outer(sectors, np.arange(len(_SECTORS))).astype(np.float64)
