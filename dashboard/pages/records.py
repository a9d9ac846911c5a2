"""The record: find, add and edit organisations, projects, activities and consultations, and read files in."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.intake import desk
from bkcore.store.unit_of_work import reading
from dashboard import session, state
from dashboard.components import choice, panel
from dashboard.forms import sheet
from dashboard.forms.records import editing, files
from dashboard.texts import records as texts

_SEARCH: Final = "suche"


def main() -> None:
    """Show how much is recorded, the search, and the ways in and out."""
    visit = session.required()
    with sheet.page():
        with reading(state.engine()) as stored:
            numbers = {name: desk.count(stored, name) for name in desk.TABLES}
        panel.page_head(texts.head(numbers), texts.LEAD, eyebrow=texts.TITLE)
        with panel.card("suchen"):
            _search(by=visit.actor)
        files.draw(by=visit.actor)


def _search(*, by: Actor) -> None:
    with st.container(horizontal=True, key="row-suche"):
        kind = choice.choose(texts.SHEET, list(desk.TABLES), key="blatt", named=texts.SHEETS.__getitem__) or ""
        words = st.text_input(
            texts.SEARCH, value=st.query_params.get(_SEARCH, ""), key="records-search", placeholder=texts.SEARCH_HINT
        )
    if words:
        st.query_params[_SEARCH] = words
    else:
        st.query_params.pop(_SEARCH, None)
    with reading(state.engine()) as stored:
        found = {one.slug: one.name for one in desk.find(stored, kind, words, by=by)}
    if not found:
        panel.text(texts.NOTHING)
    slug = st.selectbox(
        f"{texts.RECORD} ({texts.found(len(found), most=desk.MOST_FOUND)})",
        list(found),
        index=0 if len(found) == 1 else None,
        format_func=found.__getitem__,
        placeholder=texts.RECORD_HINT,
        key=f"records-chosen-{kind}-{words}",
    )
    with st.container(horizontal=True, key="row-eintrag"):
        edit = st.button(texts.EDIT, key="records-edit", type="primary", disabled=slug is None)
        new = st.button(texts.NEW, key="records-new")
    if edit or new:
        editing.opened(kind, None if new else slug, by=by)


main()
