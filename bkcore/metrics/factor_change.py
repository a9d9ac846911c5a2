"""What changed between two rounds, over the projects that took part in both, with the uncertainty of few projects."""

from collections.abc import Collection
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

FEWEST_PROJECTS: Final = 3
"""Fewest projects in both rounds before a change is stated."""
DRAWS: Final = 10_000
_SEED: Final = 120767
_LOWER, _UPPER = 2.5, 97.5


def factor_changes(before: pd.DataFrame, after: pd.DataFrame, *, comparable: Collection[str]) -> pd.DataFrame:
    """Return how much each factor moved from one round to the next: mean of the projects' differences, with interval.

    Args:
        before: Result of ``project_scores``, shape (scores, 3), of the earlier round.
        after: The same of the later round.
        comparable: Factors whose indicators mean the same in both rounds, in the catalogue's order; others are not
            compared.

    Returns:
        Frame indexed by ``factor_id``, the comparable factors in their order: ``n`` projects with a score in both
        rounds, ``change`` in [-4, 4], unit "level", and ``lower``, ``upper``, the 95 % percentile interval of 10000
        bootstrap samples of projects (fixed seed). All three NaN below 3 common projects.

    Raises:
        KeyError: A column of ``project_scores`` is missing.

    Source:
        Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13: percentile interval.

    Examples:
        >>> before = pd.DataFrame({"factor_id": "f4", "project_id": list("pqr"), "score": [2.0, 3.0, 4.0]})
        >>> factor_changes(before, before.assign(score=before["score"] + 0.5), comparable=["f4"]).loc["f4"].tolist()
        [3.0, 0.5, 0.5, 0.5]
    """
    both = before.merge(after, on=["factor_id", "project_id"], suffixes=("_before", "_after"))
    both = both.assign(step=both["score_after"] - both["score_before"])
    rows = [_row(both.loc[both["factor_id"] == factor, "step"].to_numpy("float64")) for factor in comparable]
    index = pd.Index(list(comparable), name="factor_id", dtype="str")
    return pd.DataFrame(rows, columns=["n", "change", "lower", "upper"], index=index).astype({"n": "int64"})


def _row(steps: npt.NDArray[np.float64]) -> tuple[int, float, float, float]:
    if len(steps) < FEWEST_PROJECTS:
        return len(steps), np.nan, np.nan, np.nan
    # In order of size, so that neither the order of the rows nor the names of the projects change the draws.
    ordered = np.sort(steps)
    drawn = np.random.default_rng(_SEED).integers(0, len(ordered), size=(DRAWS, len(ordered)))
    lower, upper = np.percentile(ordered[drawn].mean(axis=1), [_LOWER, _UPPER])
    return len(ordered), float(ordered.mean()), float(lower), float(upper)
