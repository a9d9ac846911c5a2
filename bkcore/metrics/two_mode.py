"""How tightly organisations and activities are tied, without folding the network into one mode."""

from bkcore.metrics.incidence import Ties, incidence


def two_mode_density(ties: Ties) -> float | None:
    """Share of possible organisation-activity ties that exist.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Density in (0, 1], unit "share"; None when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "x"]})
        >>> two_mode_density(ties)
        0.75
    """
    network = incidence(ties)
    return float(network.matrix.mean()) if network.matrix.size else None


def two_mode_clustering(ties: Ties) -> float | None:
    """Share of three-step paths that close to a cycle of two organisations and two activities.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        4·C4/L3 in [0, 1], unit "share"; None when no path of three ties exists.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Robins and Alexander (2004), Small worlds among interlocking directors, Computational and Mathematical
        Organization Theory 10(1), 69-94.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b", "b"], "activity_id": ["x", "y", "x", "y"]})
        >>> two_mode_clustering(ties)
        1.0
    """
    network = incidence(ties)
    paths = float((network.activities_of - 1) @ network.matrix @ (network.organisations_of - 1))
    cycles = float((network.shared * (network.shared - 1)).sum()) / 4  # both orders of a pair, two orders within it
    return 4 * cycles / paths if paths else None
