"""Who is nearly always there, and who comes now and then."""

import pandas as pd

from bkcore.metrics.incidence import Ties
from bkcore.metrics.two_mode import two_mode_degree_centrality

HALF = 0.5


def core_periphery(ties: Ties, *, at_least: float = HALF) -> pd.DataFrame:
    """Return which organisations belong to the core: those active in at least half of the activities.

    A simple rule that anyone can check by counting, instead of a fitted model.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), of one year, one row per tie; repeated rows count once.
        at_least: Share of the activities with ties from which on an organisation belongs to the core.

    Returns:
        Frame by ``organisation_id``: ``share`` of the activities in (0, 1] and whether it is in the ``core``; the
        others are the periphery; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; core and periphery as in Borgatti and Everett (2000), Models of core/periphery structures,
        Social Networks 21(4), 375-395, by a counting rule.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a", "a", "b"], "activity_id": ["x", "y", "z", "x"]})
        >>> core_periphery(ties)["core"].to_dict()
        {'a': True, 'b': False}
    """
    share = two_mode_degree_centrality(ties)
    return pd.DataFrame({"share": share, "core": share >= at_least})
