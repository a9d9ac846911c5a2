"""What lies behind the profile: the ladder, project by project, departments, round by round, all figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from bkcore.instrument import LADDER, Factor
from bkcore.reports.factor_results import Cell, FactorResults, MatrixRow
from bkcore.reports.level_text import level_text
from bkcore.wording.findings import FactorFacts
from dashboard import state
from dashboard.charts import factor_tables
from dashboard.charts.tables import Table
from dashboard.components import chart, listing, matrix, panel
from dashboard.components.matrix import MatrixCell
from dashboard.texts import factor_results as texts

_ROUNDS = 8
"""How many rounds stand side by side, the latest ones."""


def draw(results: FactorResults) -> None:
    """Show everything behind the profile of a round."""
    factors = results.report.factors
    _ladder(results)
    for rows, first, key, title, note in (
        (results.projects, texts.PROJECT, "projekte-und-faktoren", texts.MATRIX, texts.MATRIX_NOTE),
        (results.departments, texts.DEPARTMENT, "bereiche", texts.DEPARTMENTS, texts.DEPARTMENTS_NOTE),
        (results.rounds[-_ROUNDS:], texts.ROUND, "runde-fuer-runde", texts.ROUNDS, texts.ROUNDS_NOTE),
    ):
        if rows and not (first == texts.ROUND and len(rows) == 1):
            with st.container(gap="small"):
                panel.heading(title, note)
                drawn = state.drawn(
                    key, results, build=partial(_matrix, rows, factors=factors, first=first, label=title)
                )
                matrix.show(drawn.words)
                with st.container(key=f"quiet-{key}"):
                    chart.table(drawn.numbers, key=key, label=title)
    with st.container(gap="small"):
        panel.heading(texts.ALL_FIGURES, texts.ALL_FIGURES_NOTE)
        _all_figures(results)


def draw_beside(results: FactorResults, facts: Sequence[FactorFacts]) -> None:
    """Show each factor's mean beside its change and beside what was counted."""
    means = [texts.WITHHELD if fact.mean is None else level_text(fact.mean, ladder=fact.ladder) for fact in facts]
    rows = [
        (factor.short_title, mean, _change(results, factor), _counted(results, factor))
        for factor, mean in zip(results.report.factors, means, strict=True)
    ]
    with st.container(gap="small"):
        panel.heading(texts.BESIDE, texts.BESIDE_NOTE)
        listing.table(texts.BESIDE_COLUMNS, rows, label=texts.BESIDE)


def _change(results: FactorResults, factor: Factor) -> str:
    found = results.changes.get(factor.id)
    if factor.id == LADDER and results.ladder is not None and results.report.previous:
        moved = results.ladder
        return texts.ladder_cell(up=moved.up, same=moved.same, down=moved.down)
    if found is not None:
        return texts.change_cell(step=found.change, lower=found.lower, upper=found.upper)
    if factor.id not in results.bands:
        return texts.WITHHELD
    return texts.NOT_COMPARED if results.report.previous else texts.FIRST_ROUND


def _counted(results: FactorResults, factor: Factor) -> str:
    return texts.counted_cell(factor.companion.title, results.companions.get(factor.id))


def _all_figures(results: FactorResults) -> None:
    def build() -> Table:
        changes = {
            key: (found.change, found.lower, found.upper, found.projects) for key, found in results.changes.items()
        }
        return Table(
            factor_tables.all_figures(
                results.report.profile, factors=results.report.factors, changes=changes, companions=results.companions
            )
        )

    with st.container(key="quiet-alle-zahlen"):
        found = state.drawn("alle-zahlen", results, build=build)
        chart.table(found, key="alle-zahlen", label=texts.ALL_FIGURES_LABEL)


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


@dataclass(frozen=True, slots=True)
class _Matrix:
    """The same figures in words and colours, and as numbers."""

    words: str
    numbers: Table


def _matrix(rows: Sequence[MatrixRow], *, factors: Sequence[Factor], first: str, label: str) -> _Matrix:
    columns = [first, *(factor.short_title for factor in factors)]
    cells = [
        (row.title, [_cell(row.cells.get(factor.id), ladder=factor.id == LADDER) for factor in factors]) for row in rows
    ]
    raw = [(row.title, {name: cell.score for name, cell in row.cells.items()}) for row in rows]
    return _Matrix(
        matrix.table(columns, cells, label=label), Table(factor_tables.matrix(raw, factors=factors, first=first))
    )


def _cell(found: Cell | None, *, ladder: bool) -> MatrixCell:
    if found is None:
        return MatrixCell()
    if found.score is None or found.band is None:
        return MatrixCell(texts.WITHHELD)
    return MatrixCell(level_text(found.score, ladder=ladder), found.band, texts.BANDS[found.band])
