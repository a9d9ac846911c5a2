"""Merges two records of one organisation, after a look at what moves."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.organisations import MergeOrganisations
from bkcore.reports import doubles
from bkcore.reports.doubles import Candidate
from bkcore.services import merging
from bkcore.store.unit_of_work import reading
from dashboard import state
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.texts import records as texts

FORM: Final = "doubles"
_KEPT: Final = "doubles-kept"
_GONE: Final = "doubles-gone"


def draw(*, by: Actor) -> None:
    """Show pairs that look alike, and let any two organisations be merged.

    Args:
        by: Who acts; must be the administration.
    """
    with st.expander(texts.DOUBLES, key="doubles"):
        panel.text(texts.DOUBLES_NOTE)
        complaints.above(FORM)
        with reading(state.engine()) as session:
            found = doubles.organisations(session, by=by)
        pairs = doubles.suggested(found)
        if pairs:
            listing.table(texts.DOUBLES_COLUMNS, [texts.double(pair) for pair in pairs], label=texts.DOUBLES)
        else:
            panel.text(texts.DOUBLES_NONE)
        _choose(found)
        kept, gone = found.get(st.session_state.get(_KEPT, "")), found.get(st.session_state.get(_GONE, ""))
        if kept is not None and gone is not None:
            _preview(kept, gone, by=by)


def merge(kept: Candidate, gone: Candidate, *, by: Actor) -> bool:
    """Merge the two; tell whether that worked."""
    raw = {
        "kept": kept.slug,
        "gone": gone.slug,
        "kept_version": kept.version,
        "gone_version": gone.version,
    }
    complain = complaints.collect(FORM)
    done = run.command(MergeOrganisations, raw, merging.merge_organisations, by=by, complain=complain) is not None
    if done:
        st.session_state[_GONE] = None
    return done


def swap() -> None:
    """Let the other one be kept."""
    kept, gone = st.session_state.get(_KEPT), st.session_state.get(_GONE)
    st.session_state[_KEPT], st.session_state[_GONE] = gone, kept


def _choose(found: Mapping[str, Candidate]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="row-doubles"):
        for title, key in ((texts.KEPT, _KEPT), (texts.GONE, _GONE)):
            st.selectbox(
                title,
                list(found),
                index=None,
                format_func=lambda slug: found[slug].name,
                placeholder=texts.ORGANISATION_HINT,
                key=key,
                width=380,
            )
        st.button(texts.SWAP, key="doubles-swap", on_click=swap)


def _preview(kept: Candidate, gone: Candidate, *, by: Actor) -> None:
    if kept.slug == gone.slug:
        panel.text(texts.MERGE_SAME)
        return
    with reading(state.engine()) as session:
        moved = merging.would_move(session, kept=kept.slug, gone=gone.slug)
    said = texts.merge_texts(kept.name, gone.name, moved)
    panel.text(*said)
    ask.button(
        texts.MERGE,
        key="doubles-merge",
        question=texts.MERGE_QUESTION,
        consequences=said,
        yes=texts.MERGE_YES,
        on_yes=partial(merge, kept, gone, by=by),
        done=texts.MERGED,
        kind="primary",
    )
