"""Describes a perspective: one dialog for a new one and for a changed one."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.perspectives import DeclarePerspective, PutPerspective
from bkcore.reports.perspective_facts import DeclaredPerspective
from bkcore.services.perspectives import declare_perspective, put_perspective
from bkcore.vocabulary import OrganisationKind, Sector, Trait
from bkcore.wording.labels import label
from dashboard.components import ask, complaints, run
from dashboard.texts import missing_forms as texts

FORM: Final = "perspective"
_DONE: Final = "perspective-done"
_LISTED: Final[Mapping[Trait, type[StrEnum]]] = {Trait.SECTOR: Sector, Trait.ORGANISATION_KIND: OrganisationKind}
_FIELDS: Final = ("trait", "title", "words", "values", "source", "note")


def opened(one: DeclaredPerspective | None, *, by: Actor) -> None:
    """Open the dialog at once.

    Args:
        one: The perspective to change, ``None`` for a new one.
        by: Who acts.
    """
    complaints.forget(FORM)
    for name in _FIELDS:
        st.session_state.pop(f"perspective-{name}", None)

    def fields() -> None:
        complaints.above(FORM)
        trait = one.trait if one else _trait()
        st.text_input(
            texts.FIELD_TITLE,
            value=one.title if one else "",
            key="perspective-title",
            max_chars=200,
            placeholder=texts.FIELD_TITLE_HINT,
        )
        complaints.at(FORM, "title")
        _words(trait, one.words if one else "")
        complaints.at(FORM, "words")
        st.text_input(texts.FIELD_SOURCE, value=one.source if one else "", key="perspective-source", max_chars=500)
        complaints.at(FORM, "source")
        st.text_area(texts.FIELD_NOTE, value=one.note if one else "", key="perspective-note", max_chars=2000, height=90)
        sent = st.button(
            texts.SAVE, key="perspective-save", type="primary", on_click=save, args=(one, trait), kwargs={"by": by}
        )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.SAVED)
            st.rerun()  # closes the dialog; the page then reads what was declared

    st.dialog(texts.EDIT_TITLE if one else texts.ADD_TITLE, width="medium")(fields)()


def save(one: DeclaredPerspective | None, trait: Trait, *, by: Actor) -> None:
    """Save the perspective; a refusal is shown in the dialog."""
    raw: dict[str, object] = {
        "trait": trait,
        "title": st.session_state.get("perspective-title") or "",
        "words": _given(trait),
        "source": st.session_state.get("perspective-source"),
        "note": st.session_state.get("perspective-note"),
    }
    if one is None:
        fits = complaints.fits(FORM, DeclarePerspective, raw)
        done = run.command(DeclarePerspective, raw, declare_perspective, by=by, form=FORM) if fits else None
    else:
        raw = {**one.answers(), **raw}
        fits = complaints.fits(FORM, PutPerspective, raw)
        done = run.command(PutPerspective, raw, put_perspective, by=by, form=FORM) if fits else None
    st.session_state[_DONE] = done is not None


def _trait() -> Trait:
    values = [trait.value for trait in Trait]
    chosen = st.selectbox(texts.FIELD_TRAIT, values, format_func=lambda one: label(Trait(one)), key="perspective-trait")
    return Trait(chosen)


def _words(trait: Trait, before: str) -> None:
    """Ask for what the record calls it: values of a list where it has one, else words."""
    listed = _LISTED.get(trait)
    if listed is None:
        st.text_input(texts.FIELD_WORDS, value=before, key="perspective-words", max_chars=500)
        return
    known = [listed(word.strip()) for word in before.split(";") if word.strip()]
    st.pills(
        texts.FIELD_VALUE,
        list(listed),
        selection_mode="multi",
        default=known,
        format_func=label,
        key="perspective-values",
    )


def _given(trait: Trait) -> str:
    if trait not in _LISTED:
        return st.session_state.get("perspective-words") or ""
    return ";".join(member.value for member in st.session_state.get("perspective-values") or ())
