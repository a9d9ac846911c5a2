"""What lies behind the profile: the ladder, project by project, departments, round by round, all figures."""

from collections.abc import Sequence

import streamlit as st

from bkcore.instrument import Factor
from bkcore.reports.factor_results import Cell, FactorResults, MatrixRow
from bkcore.reports.level_text import level_text
from bkcore.reports.round_answers import LADDER
from dashboard.charts import factor_tables
from dashboard.components import chart, listing, panel
from dashboard.components.matrix import MatrixCell
from dashboard.components.matrix import table as matrix_table
from dashboard.texts import factor_results as texts


def draw(results: FactorResults) -> None:
    """Show everything behind the profile of a round."""
    factors = results.report.factors
    _ladder(results)
    panel.heading(texts.MATRIX, texts.MATRIX_NOTE)
    _matrix(results.projects, factors=factors, first=texts.PROJECT, key="projekte-und-faktoren", label=texts.MATRIX)
    if results.departments:
        panel.heading(texts.DEPARTMENTS, texts.DEPARTMENTS_NOTE)
        _matrix(results.departments, factors=factors, first=texts.DEPARTMENT, key="bereiche", label=texts.DEPARTMENTS)
    if len(results.rounds) > 1:
        panel.heading(texts.ROUNDS, texts.ROUNDS_NOTE)
        _matrix(results.rounds, factors=factors, first=texts.ROUND, key="runde-fuer-runde", label=texts.ROUNDS)
    panel.heading(texts.ALL_FIGURES, texts.ALL_FIGURES_NOTE)
    changes = {key: (found.change, found.lower, found.upper, found.projects) for key, found in results.changes.items()}
    frame = factor_tables.all_figures(
        results.report.profile, factors=factors, changes=changes, companions=results.companions
    )
    with st.container(key="quiet-alle-zahlen"):
        chart.table(frame, key="alle-zahlen", label=texts.ALL_FIGURES_LABEL)


def _ladder(results: FactorResults) -> None:
    found = results.ladder
    factor = next((one for one in results.report.factors if one.id == LADDER), None)
    if found is None or factor is None:
        return
    panel.heading(texts.LADDER, texts.LADDER_NOTE)
    rows = [
        texts.ladder_row(step, factor.short.levels[step - 1], found.counts[step])
        for step in sorted(found.counts, reverse=True)
    ]
    listing.table(texts.LADDER_COLUMNS, rows, label=texts.LADDER)
    moved = texts.ladder_shift(up=found.up, same=found.same, down=found.down, previous=results.report.previous)
    if moved:
        panel.text(moved)


def _matrix(rows: Sequence[MatrixRow], *, factors: Sequence[Factor], first: str, key: str, label: str) -> None:
    columns = [first, *(factor.short_title for factor in factors)]
    matrix_table(columns, [(row.title, [_cell(row.cells.get(factor.id)) for factor in factors]) for row in rows],
                 label=label)  # fmt: skip
    raw = [(row.title, {name: cell.score for name, cell in row.cells.items()}) for row in rows]
    with st.container(key=f"quiet-{key}"):
        chart.table(factor_tables.matrix(raw, factors=factors, first=first), key=key, label=label)


def _cell(found: Cell | None) -> MatrixCell:
    if found is None:
        return MatrixCell()
    if found.score is None or found.band is None:
        return MatrixCell(texts.WITHHELD)
    return MatrixCell(level_text(found.score), found.band, texts.BANDS[found.band])
