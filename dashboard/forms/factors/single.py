"""Every factor by itself: its numbers and what they mean, the projects behind them, and what helps next."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from bkcore.instrument import LADDER, Factor
from bkcore.reports.factor_results import FactorResults
from bkcore.reports.level_text import level_text
from bkcore.wording.findings import FactorFacts
from dashboard import state
from dashboard.components import listing, panel
from dashboard.texts import definitions
from dashboard.texts import factor_results as behind
from dashboard.texts import factors as texts


def draw(results: FactorResults, facts: Sequence[FactorFacts]) -> None:
    """Show an expander per factor; a withheld one says so and shows no row."""
    with st.container(gap="small"):
        panel.heading(texts.SINGLY, texts.SINGLY_NOTE)
        written = state.drawn("single-factors", results, build=partial(_written, results, facts))
        for fact, factor, words in zip(facts, results.report.factors, written, strict=True):
            with st.expander(texts.expander(factor, fact), key=f"faktor-{fact.key}"):
                st.html(words)


def _written(results: FactorResults, facts: Sequence[FactorFacts]) -> tuple[str, ...]:
    return tuple(
        panel.stacked(_factor(results, fact, factor))
        for fact, factor in zip(facts, results.report.factors, strict=True)
    )


def _factor(results: FactorResults, fact: FactorFacts, factor: Factor) -> list[str]:
    numbers = [*texts.numbers(fact, previous=results.report.previous), *_behind(results, factor)]
    head = [panel.heading_html(factor.question, factor.explanation, level=3), _terms(numbers)]
    if fact.mean is None:
        return head
    counted = behind.counted(factor.companion.title, factor.companion.definition)
    return [
        *head,
        *_actions(factor, level=fact.mean),
        *_rows(results, factor),
        panel.heading_html(behind.DEFINITIONS, level=3),
        _terms((*definitions.plain(), counted)),
    ]


def _terms(rows: Sequence[tuple[str, str]]) -> str:
    return panel.terms_html([panel.Term(*row) for row in rows])


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


def _actions(factor: Factor, *, level: float) -> tuple[str, str]:
    step = min(int(level), len(factor.short.levels) - 1)
    actions = [action for action in factor.actions if action.from_level == step]
    listed = panel.terms_html([panel.Term(action.title, action.text) for action in actions])
    return panel.heading_html(texts.actions(step), level=3), listed


def _rows(results: FactorResults, factor: Factor) -> tuple[str, str]:
    """Return the projects behind the figures by title."""
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
    listed = listing.table_html(behind.CONTRIBUTING_COLUMNS, rows, label=f"{behind.CONTRIBUTING}: {factor.short_title}")
    return panel.heading_html(behind.CONTRIBUTING, level=3), listed
