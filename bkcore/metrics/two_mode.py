"""How tightly organisations and activities are tied, without folding the network into one mode."""

import pandas as pd

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
    possible = len(network.organisations) * len(network.activities)
    return network.matrix.nnz / possible if possible else None


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
    paths = float((network.activities_of - 1) @ (network.matrix @ (network.organisations_of - 1)))
    return 4 * network.meetings.cycles / paths if paths else None


def two_mode_degree_centrality(ties: Ties) -> "pd.Series[float]":
    """Share of all activities in which each organisation takes part.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        deg/m in (0, 1] by ``organisation_id``, unit "share"; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269: the largest
        possible degree is the size of the other mode, not n-1.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "x"]})
        >>> two_mode_degree_centrality(ties).to_dict()
        {'a': 1.0, 'b': 0.5}
    """
    network = incidence(ties)
    ids = pd.Index(network.organisations, name="organisation_id", dtype="str")
    return pd.Series(network.activities_of / max(len(network.activities), 1), index=ids, name="centrality")


def activity_degree_centrality(ties: Ties) -> "pd.Series[float]":
    """Share of all active organisations that each activity brings together.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        deg/n in (0, 1] by ``activity_id``, unit "share"; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b"], "activity_id": ["x", "y", "x"]})
        >>> activity_degree_centrality(ties).to_dict()
        {'x': 1.0, 'y': 0.5}
    """
    network = incidence(ties)
    ids = pd.Index(network.activities, name="activity_id", dtype="str")
    return pd.Series(network.organisations_of / max(len(network.organisations), 1), index=ids, name="centrality")
