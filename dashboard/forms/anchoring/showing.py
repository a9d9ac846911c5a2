"""Where integration is anchored: matrix with its gaps, what stands behind it, what nobody assigned, the trend."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.reports.anchoring_facts import AnchoringReport
from dashboard import state
from dashboard.charts.anchoring import matrix_table, trend_chart
from dashboard.charts.tables import Table
from dashboard.components import chart, listing, matrix, panel
from dashboard.texts import anchoring as texts
from dashboard.texts import navigation

_YEARS: Final = 8


def draw(report: AnchoringReport, *, year: int, keeper: bool) -> None:
    """Show the matrix of a year and the trend up to it.

    Args:
        report: What is known.
        year: The year the page speaks about.
        keeper: Whether the reader can write down what is missing.
    """
    there = report.of(year)
    panel.heading(texts.MATRIX, texts.ABOUT)
    rows = [
        (one.title, [matrix.MatrixCell(text, gap=gap) for text, gap in texts.matrix_row(one, year=year)])
        for one in there
    ]
    matrix.show(matrix.table(texts.COLUMNS, rows, label=texts.MATRIX))
    with st.container(key="quiet-verankerung", gap="xsmall"):
        found: Table = state.drawn("anchoring-table", build=lambda: Table(matrix_table(report)))
        chart.table(found, key="verankerung", label=texts.MATRIX)
        with st.expander(texts.BEHIND, key="anchoring-behind"):
            listing.table(texts.COLUMNS, [texts.behind_row(one, year=year) for one in there], label=texts.BEHIND)
    _unassigned(report, year=year, keeper=keeper)
    years = [one for one in report.years if year - _YEARS < one.year <= year]
    drawn = state.drawn("anchoring-trend", year, build=partial(trend_chart, years, shown=year))
    chart.show(drawn, key="verankerung-jahre", meaning=texts.MEANING)


def _unassigned(report: AnchoringReport, *, year: int, keeper: bool) -> None:
    titles = report.unassigned.get(year, ())
    if not titles:
        return
    panel.heading(texts.UNASSIGNED, texts.UNASSIGNED_NOTE)
    panel.text("; ".join(titles))
    if keeper:
        panel.link(texts.TO_RECORDS, f"/{navigation.RECORDS_PATH}")
