"""What the steering group declares relevant: the list, adding to it, changing it, and sourced suggestions."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.access import Actor, keeps_perspectives
from bkcore.commands.perspectives import DeclarePerspective, PutPerspective
from bkcore.reports.perspective_facts import DeclaredPerspective, PerspectivesReport
from bkcore.services.perspectives import declare_perspective, put_perspective
from bkcore.suggestions import Suggestion, suggestions
from dashboard.components import ask, choice, complaints, listing, panel, run
from dashboard.forms.missing import describing
from dashboard.texts import missing_forms as texts

_FORM: Final = "perspectives"
_TAKEN: Final = "suggestions"


def draw(report: PerspectivesReport, *, by: Actor) -> None:
    """Show what is declared, and let those who keep the list change it.

    Args:
        report: What is declared.
        by: Who acts.
    """
    every = (*report.perspectives, *report.retired)
    panel.heading(texts.LIST, texts.LIST_NOTE)
    complaints.above(_FORM)
    if every:
        with st.expander(texts.list_title(len(every)), key="perspectives-list"):
            listing.table(texts.COLUMNS_LIST, [texts.list_row(one) for one in every], label=texts.LIST)
    if not keeps_perspectives(by):
        return
    if st.button(texts.ADD, key="perspective-new", type="secondary" if every else "primary"):
        describing.opened(None, by=by)
    if every:
        _changing(every, by=by)
    _suggesting(every, by=by)


def turn(one: DeclaredPerspective, *, by: Actor) -> None:
    """Let a perspective rest, or look for it again; a refusal is shown above the list."""
    raw = {**one.answers(), "retired": not one.retired}
    if run.command(PutPerspective, raw, put_perspective, by=by, form=_FORM) is not None:
        ask.tell(texts.RESUMED if one.retired else texts.RETIRED)


def take(found: Sequence[Suggestion], *, by: Actor) -> None:
    """Declare the chosen suggestions, each with its source."""
    names = st.session_state.get(_TAKEN) or []
    if not names:
        complaints.collect(_FORM)(texts.NONE_CHOSEN)
    done = 0
    for one in found:
        if texts.suggestion_name(one) in names:
            raw = {"trait": one.trait, "title": one.title, "words": one.words, "source": one.source, "note": one.why}
            done += run.command(DeclarePerspective, raw, declare_perspective, by=by, form=_FORM) is not None
    if done:
        ask.tell(texts.taken(done))


def _changing(every: Sequence[DeclaredPerspective], *, by: Actor) -> None:
    with panel.card("perspektive"):
        panel.heading(texts.CHANGE, level=3)
        known = {one.slug: one for one in every}
        slug = choice.pick(
            texts.FIELD_PERSPECTIVE,
            {slug: one.title for slug, one in known.items()},
            key="perspective-choice",
            placeholder=texts.FIELD_CHOICE_HINT,
        )
        if slug is None:
            return
        one = known[slug]
        with st.container(horizontal=True, key="row-perspektive"):
            if st.button(texts.EDIT, key="perspective-edit"):
                describing.opened(one, by=by)
            label = texts.RESUME if one.retired else texts.RETIRE
            st.button(label, key="perspective-turn", on_click=turn, args=(one,), kwargs={"by": by})


def _suggesting(every: Sequence[DeclaredPerspective], *, by: Actor) -> None:
    declared = {(one.trait, one.title.casefold()) for one in every}
    found = [one for one in suggestions() if (one.trait, one.title.casefold()) not in declared]
    if not found:
        return
    with panel.card("vorschlaege"):
        panel.heading(texts.SUGGESTIONS, texts.SUGGESTIONS_NOTE, level=3)
        st.pills(
            texts.FIELD_SUGGESTIONS, [texts.suggestion_name(one) for one in found], selection_mode="multi", key=_TAKEN
        )
        st.button(texts.TAKE, key="suggestions-take", on_click=take, args=(found,), kwargs={"by": by})
        with st.expander(texts.SOURCES, key="suggestions-sources"):
            panel.terms([panel.Term(*entry) for entry in texts.sources(found)])
