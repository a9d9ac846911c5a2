"""How much rests on few organisations."""

import numpy as np
import numpy.typing as npt

from bkcore.metrics.incidence import Incidence, Ties, incidence

_MOST_ACTIVE = 3


def ranking(network: Incidence) -> npt.NDArray[np.intp]:
    """Return the rows of an incidence matrix by number of activities, most first, equal ones by id."""
    return np.argsort(-network.activities_of, kind="stable")


def top3_share(ties: Ties) -> float | None:
    """Share of activities in which at least one of the three most active organisations takes part.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Share in (0, 1] of the activities with ties; of equally active organisations the first by id count; None when
        there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; concentration ratio CR3 applied to activities instead of ties.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c", "d"], "activity_id": ["x", "x", "y", "z"]})
        >>> round(top3_share(ties), 3)
        0.667
    """
    network = incidence(ties)
    if not network.activities:
        return None
    leading = network.matrix[ranking(network)[:_MOST_ACTIVE]]
    return len(np.unique(leading.indices)) / len(network.activities)


def herfindahl(ties: Ties) -> float | None:
    """How unevenly the ties are spread over the organisations, from 0 (all equal) towards 1 (nearly all with one).

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        (Σs² - 1/n)/(1 - 1/n) in [0, 1), unit "index"; None below two active organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Hirschman (1964), The paternity of an index, American Economic Review 54(5), 761-762; normalised for small n.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "a", "b"], "activity_id": ["x", "y", "z", "x"]})
        >>> herfindahl(ties)
        0.25
    """
    activities_of = incidence(ties).activities_of
    n = len(activities_of)
    if n < 2:  # noqa: PLR2004 - the formula needs two
        return None
    all_ties = float(activities_of.sum())
    return (n * float(activities_of @ activities_of) - all_ties**2) / (all_ties**2 * (n - 1))


def gini(ties: Ties) -> float | None:
    """How unevenly activities are spread over the active organisations, from 0 (all equal) to 1 (all with one).

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Gini coefficient times n/(n-1), so that small networks are comparable, in [0, 1], unit "index"; None below two
        active organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Deltas (2003), The small-sample bias of the Gini coefficient, Review of Economics and Statistics 85(1), 226-234.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "a", "b"], "activity_id": ["x", "y", "z", "x"]})
        >>> gini(ties)
        0.5
    """
    counts = np.sort(incidence(ties).activities_of)
    n = len(counts)
    if n < 2:  # noqa: PLR2004 - the formula needs two
        return None
    balance = 2 * np.arange(1, n + 1) - n - 1
    return float(balance @ counts) / (float(counts.sum()) * (n - 1))
