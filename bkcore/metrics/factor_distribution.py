"""How the projects lie on each factor: how many in which band."""

from collections.abc import Collection

import pandas as pd

from bkcore.metrics.factors import band
from bkcore.vocabulary import Band


def band_counts(projects: pd.DataFrame, *, factors: Collection[str]) -> pd.DataFrame:
    """Return how many projects lie in each band of each factor; counts, never an order of projects.

    Args:
        projects: Result of ``project_scores``, shape (scores, 3); unrounded, so that 3.96 is not yet a strength.
        factors: Factors in the catalogue's order.

    Returns:
        Frame indexed by ``factor_id`` with a column for each band (``concern``, ``discuss``, ``strength``) and ``n``,
        their sum; unit "project", 0 without a score.

    Raises:
        KeyError: A column of ``project_scores`` is missing.

    Source:
        Bands after the Wilder Collaboration Factors Inventory (Mattessich and Johnson 2018).

    Examples:
        >>> projects = pd.DataFrame({"factor_id": "f4", "project_id": list("pqr"), "score": [2.5, 3.96, 4.0]})
        >>> band_counts(projects, factors=["f4"]).loc["f4"].to_dict()
        {'concern': 1, 'discuss': 1, 'strength': 1, 'n': 3}
    """
    bands = [Band.CONCERN.value, Band.DISCUSS.value, Band.STRENGTH.value]
    index = pd.Index(list(factors), name="factor_id", dtype="str")
    found = pd.crosstab(projects["factor_id"], projects["score"].map(band).astype("str"))
    counts = found.reindex(index=index, columns=bands, fill_value=0).astype("int64")
    return counts.assign(n=counts.sum(axis=1)).rename_axis(columns=None)
