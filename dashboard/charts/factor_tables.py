"""The figures of the factors as tables with raw numbers, for reading on the page and for files."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from bkcore.instrument import LADDER, Factor
from bkcore.metrics.companions import CountedFigure
from dashboard.texts import factor_results as texts

_PROFILE: Final = (
    "mean",
    "median",
    "q1",
    "q3",
    "n_projects",
    "n_raters",
    "opt_out_share",
    "short_form_share",
    "agreement",
)
_NO_CHANGE: Final = (None, None, None, None)

ChangeCells = tuple[float | None, float | None, float | None, int | None]
"""Change, lower end, upper end, projects in both rounds."""


def all_figures(
    profile: pd.DataFrame,
    *,
    factors: Sequence[Factor],
    changes: Mapping[str, ChangeCells],
    companions: Mapping[str, CountedFigure],
) -> pd.DataFrame:
    """Return one row per factor with every figure of the page.

    Args:
        profile: ``FactorsReport.profile``, shape (factors, >=12); a withheld row has no figure and no count.
        factors: The factors in the council's order.
        changes: Change since the round before, by factor.
        companions: What was counted beside each factor.

    Returns:
        German headings, raw numbers, shape (factors, 18).
    """
    cells = []
    for factor in factors:
        row = profile.loc[factor.id]
        figures: list[object] = [texts.WITHHELD if row["withheld"] else row[name] for name in _PROFILE]
        if factor.id == LADDER and not row["withheld"]:
            figures[_PROFILE.index("mean")] = None  # steps have a median and no mean
        counted = texts.coverage_cells(companions.get(factor.id))
        cells.append(
            (factor.short_title, *figures, *changes.get(factor.id, _NO_CHANGE), factor.companion.title, *counted)
        )
    return pd.DataFrame(cells, columns=list(texts.COLUMNS), dtype="object")


def matrix(
    rows: Sequence[tuple[str, Mapping[str, float | None]]], *, factors: Sequence[Factor], first: str
) -> pd.DataFrame:
    """Return a table of figures by factor, in the order of the rows.

    Args:
        rows: Name and figures by factor; ``None`` is withheld, a missing factor was not answered.
        factors: The factors in the council's order.
        first: Heading of the first column.

    Returns:
        Shape (rows, 1 + factors).
    """
    cells = [
        (name, *((texts.WITHHELD if found[f.id] is None else found[f.id]) if f.id in found else None for f in factors))
        for name, found in rows
    ]
    return pd.DataFrame(cells, columns=[first, *(factor.short_title for factor in factors)], dtype="object")
