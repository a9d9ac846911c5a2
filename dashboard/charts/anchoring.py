"""In how many departments integration is anchored, one lying bar per year."""

from collections.abc import Sequence

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.reports.anchoring_facts import AnchoringReport, AnchoringYear
from bkcore.wording.numbers import percent
from dashboard.charts import base, year_rows
from dashboard.texts import anchoring as texts


def trend_chart(years: Sequence[AnchoringYear], *, shown: int) -> base.Chart | None:
    """Draw anchored, unsure and other departments of every year.

    Args:
        years: The oldest first, without gaps.
        shown: The year the page speaks about.

    Returns:
        The bars with the share beside each; ``None`` without a year.
    """
    if not years:
        return None
    parts = (
        _part(texts.ANCHORED, LIGHT.categories[0], LIGHT.on_categories[0], [one.anchored for one in years]),
        _part(texts.UNSURE, LIGHT.muted, LIGHT.text, [one.unsure for one in years], striped=True),
        _part(texts.GAP, LIGHT.blush, LIGHT.text, [_gap(one) for one in years]),
    )
    figure = year_rows.framed([one.year for one in years], parts, shown=shown)
    for one in years:
        words = percent(one.share)
        figure.add_annotation(**year_rows.beside(one.year, at=one.departments, text=words, soft=one.share is None))
    figure.update_xaxes(range=[0, max(one.departments for one in years) * 1.18])
    rows = [(str(one.year), one.departments, one.anchored, one.unsure, _gap(one), one.share) for one in years]
    return base.Chart(
        figure=figure,
        description=texts.trend_description(years),
        finding=texts.trend_finding(years),
        subtitle=texts.TREND_SUBTITLE,
        table=pd.DataFrame(rows, columns=list(texts.COLUMNS_TREND)),
    )


def matrix_table(report: AnchoringReport) -> pd.DataFrame:
    """Return every department, year and kind with German headings, shape (departments × years × 3, 7)."""
    return pd.DataFrame(texts.table_rows(report), columns=list(texts.COLUMNS_TABLE))


def _gap(one: AnchoringYear) -> int:
    return one.departments - one.anchored - one.unsure


def _part(name: str, colour: str, on: str, values: Sequence[int], *, striped: bool = False) -> year_rows.Part:
    return year_rows.Part(name, colour, on, tuple(values), striped)
