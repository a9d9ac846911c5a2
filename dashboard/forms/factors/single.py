"""Every factor by itself: its numbers and what they mean, the projects behind them, and what helps next."""

from collections.abc import Sequence

import streamlit as st

from bkcore.instrument import LADDER, Factor
from bkcore.reports.factor_results import FactorResults
from bkcore.reports.level_text import level_text
from bkcore.wording.findings import FactorFacts
from dashboard.components import listing, panel
from dashboard.texts import definitions
from dashboard.texts import factor_results as behind
from dashboard.texts import factors as texts


def draw(results: FactorResults, facts: Sequence[FactorFacts]) -> None:
    """Show an expander per factor; a withheld one says so and shows no row."""
    with st.container(gap="small"):
        panel.heading(texts.SINGLY, texts.SINGLY_NOTE)
        for fact, factor in zip(facts, results.report.factors, strict=True):
            with st.expander(texts.expander(factor, fact), key=f"faktor-{fact.key}"):
                _factor(results, fact, factor)


def _factor(results: FactorResults, fact: FactorFacts, factor: Factor) -> None:
    panel.heading(factor.question, factor.explanation, level=3)
    numbers = [*texts.numbers(fact, previous=results.report.previous), *_behind(results, factor)]
    panel.terms([panel.Term(*row) for row in numbers])
    if fact.mean is None:
        return
    _actions(factor, level=fact.mean)
    _rows(results, factor)
    panel.heading(behind.DEFINITIONS, level=3)
    counted = behind.counted(factor.companion.title, factor.companion.definition)
    panel.terms([panel.Term(*row) for row in (*definitions.plain(), counted)])


def _behind(results: FactorResults, factor: Factor) -> tuple[tuple[str, str], ...]:
    bands = results.bands.get(factor.id)
    companion = results.companions.get(factor.id)
    share = results.report.profile["short_form_share"].get(factor.id)
    return behind.rows(
        bands=bands or {},
        moved=_moved(results, factor) if bands else "",
        previous=results.report.previous,
        short_form=share if isinstance(share, float) and share > 0 else None,
        companion=(factor.companion.title, companion) if companion else None,
    )


def _moved(results: FactorResults, factor: Factor) -> str:
    found = results.changes.get(factor.id)
    if factor.id == LADDER and results.ladder is not None:
        moved = results.ladder
        told = behind.ladder_shift(up=moved.up, same=moved.same, down=moved.down, previous=results.report.previous)
        if told or not results.report.previous:
            return told
    if found is None:
        return behind.NOT_COMPARABLE if results.report.previous else ""
    return behind.change(projects=found.projects, step=found.change, lower=found.lower, upper=found.upper)


def _actions(factor: Factor, *, level: float) -> None:
    step = min(int(level), len(factor.short.levels) - 1)
    actions = [action for action in factor.actions if action.from_level == step]
    panel.heading(texts.actions(step), level=3)
    panel.terms([panel.Term(action.title, action.text) for action in actions])


def _rows(results: FactorResults, factor: Factor) -> None:
    """List the projects behind the figures by title."""
    cells = [(row.title, row.cells.get(factor.id)) for row in results.projects]
    rows = [
        (
            title,
            behind.WITHHELD if cell.score is None else level_text(cell.score, ladder=factor.id == LADDER),
            behind.band_words(cell.band),
        )
        for title, cell in cells
        if cell is not None
    ]
    panel.heading(behind.CONTRIBUTING, level=3)
    listing.table(behind.CONTRIBUTING_COLUMNS, rows, label=f"{behind.CONTRIBUTING}: {factor.short_title}")
