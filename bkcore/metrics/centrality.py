"""Where each organisation stands in the network: partners, strength and redundancy."""

import numpy as np
import pandas as pd

from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.sole_ties import sole_ties


def degree(ties: Ties) -> "pd.Series[int]":
    """Number of partners of each organisation: others with whom it shares at least one activity.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Count from 0 to n-1 by ``organisation_id``, unit "organisations"; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Freeman (1978), Centrality in social networks: conceptual clarification, Social Networks 1(3), 215-239.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> degree(ties).to_dict()
        {'a': 2, 'b': 1, 'c': 1}
    """
    network = incidence(ties)
    return pd.Series(network.meetings.partners, index=_ids(network), name="degree")


def strength(ties: Ties) -> "pd.Series[float]":
    """Weight of all partnerships of each organisation, small joint activities counting more for each partner.

    The Newman weight of two organisations is the sum of 1/(d-1) over the activities they share, d organisations taking
    part. Over all partners each activity with company adds (d-1)/(d-1) = 1: the sum is the number of such activities.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Sum of Newman weights in [0, activities] by ``organisation_id``, unit "weight"; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a"], "activity_id": ["x", "x", "y"]})
        >>> strength(ties).to_dict()
        {'a': 1.0, 'b': 1.0}
    """
    network = incidence(ties)
    return pd.Series(network.matrix @ (network.organisations_of > 1), index=_ids(network), name="strength", dtype=float)


def redundancy(ties: Ties) -> "pd.Series[float]":
    """Share of an organisation's pairs of activities that another organisation ties together as well.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Share in [0, 1] by ``organisation_id``; NaN below two activities; empty when there is no tie. 0 means: without
        this organisation none of its activities would be tied to another.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Latapy, Magnien and Del Vecchio (2008), Basic notions for the analysis of large two-mode networks, Social
        Networks 30(1), 31-48.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "b", "b"], "activity_id": ["x", "y", "x", "y"]})
        >>> redundancy(ties).to_dict()
        {'a': 1.0, 'b': 1.0}
    """
    network = incidence(ties)
    pairs = network.activities_of * (network.activities_of - 1) / 2
    tied = pairs - sole_ties(network.matrix)
    values = np.divide(tied, pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
    return pd.Series(values, index=_ids(network), name="redundancy", dtype=float)


def _ids(network: Incidence) -> pd.Index:
    """Return the organisations as an index."""
    return pd.Index(network.organisations, name="organisation_id", dtype="str")
