"""Finds a record, to be edited alone in a form or with others in a grid."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.intake import desk
from bkcore.store.unit_of_work import reading
from dashboard import state
from dashboard.components import choice, panel
from dashboard.forms.records import editing, grid
from dashboard.texts import records as texts

_SEARCH: Final = "suche"


def draw(*, by: Actor) -> None:
    """Show the search and what it finds.

    Args:
        by: Who edits.
    """
    with st.container(horizontal=True, key="row-suche"):
        kind = choice.choose(texts.SHEET, list(desk.TABLES), key="blatt", named=texts.SHEETS.__getitem__) or ""
        words = st.text_input(
            texts.SEARCH, value=st.query_params.get(_SEARCH, ""), key="records-search", placeholder=texts.SEARCH_HINT
        )
    if words:
        st.query_params[_SEARCH] = words
    else:
        st.query_params.pop(_SEARCH, None)
    view = choice.choose(texts.VIEW, list(texts.VIEWS), key="ansicht", named=texts.VIEWS.__getitem__)
    if view == "tabelle":
        grid.draw(kind, words, by=by)
        return
    away = st.toggle(texts.ARCHIVED, key="records-archived")
    with reading(state.engine()) as stored:
        found = {one.slug: one.name for one in desk.find(stored, kind, words, by=by, in_archive=away)}
    if not found:
        panel.text(texts.NOTHING)
    slug = st.selectbox(
        f"{texts.RECORD} ({texts.found(len(found), most=desk.MOST_FOUND)})",
        list(found),
        index=0 if len(found) == 1 else None,
        format_func=found.__getitem__,
        placeholder=texts.RECORD_HINT,
        key=f"records-chosen-{kind}-{words}-{away}",
    )
    with st.container(horizontal=True, key="row-eintrag"):
        edit = st.button(texts.EDIT, key="records-edit", type="primary", disabled=slug is None)
        new = st.button(texts.NEW, key="records-new")
    if edit or new:
        editing.opened(kind, None if new else slug, by=by)
