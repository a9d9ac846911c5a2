"""Shows one version of the catalogue, one factor at a time."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore import catalogue
from bkcore.instrument import Catalogue
from bkcore.reports.editions import Edition
from dashboard.components import choice, items, panel
from dashboard.texts import catalogue as texts

_FACTOR: Final = "faktor"
_WIDTH: Final = 560


def draw(editions: Sequence[Edition]) -> None:
    """Let people choose a version and a factor, and show all its words.

    Args:
        editions: All versions, the newest first; at least one.
    """
    states = {edition.state.version: edition.state for edition in editions}
    with st.container(key="reading", gap="small"):
        chosen = choice.of_several(
            texts.VERSION,
            list(states),
            key="fassung",
            named=lambda version: texts.version(states[version]),
            width=320,
        )
        loaded = catalogue.edition(chosen or next(iter(states)))
        titles = loaded.factor_titles()
        numbered = {factor.id: f"{factor.number}. {titles[factor.id]}" for factor in loaded.factors}
        found = choice.choose(texts.FACTOR, list(numbered), key=_FACTOR, named=numbered.__getitem__, width=_WIDTH)
        factor_id = found or next(iter(numbered))
        _factor(loaded, factor_id)
        _turning(list(numbered), at=factor_id)


def _factor(loaded: Catalogue, factor_id: str) -> None:
    factor = loaded.factor(factor_id)
    panel.heading(factor.question)
    panel.text(factor.explanation)
    panel.terms(
        [
            panel.Term(texts.EVIDENCE, factor.evidence_question),
            panel.Term(texts.COMPANION, f"{factor.companion.title}. {factor.companion.definition}"),
        ]
    )
    panel.heading(texts.SHORT, texts.EXPLANATION_OF_SHORT, level=3)
    items.item(factor.short, levels=loaded.levels)
    panel.heading(texts.INDICATORS, level=3)
    for indicator in factor.indicators:
        items.item(indicator, levels=loaded.levels)
    panel.heading(texts.ACTIONS, texts.ACTIONS_NOTE, level=3)
    panel.terms([panel.Term(texts.step(action), action.text) for action in factor.actions])


def _turning(ids: Sequence[str], *, at: str) -> None:
    place = list(ids).index(at)
    with st.container(key="row-factor", horizontal=True):
        for label, to in ((texts.PREVIOUS_FACTOR, place - 1), (texts.NEXT_FACTOR, place + 1)):
            if 0 <= to < len(ids):
                st.button(label, key=f"factor-{to - place}", on_click=_turn, args=(ids[to],))


def _turn(factor_id: str) -> None:
    st.query_params[_FACTOR] = factor_id
