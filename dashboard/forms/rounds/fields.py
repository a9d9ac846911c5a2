"""The fields that describe a round: title, first and last day, version of the catalogue."""

from datetime import date

import streamlit as st

from bkcore import catalogue
from dashboard import state
from dashboard.components import complaints
from dashboard.texts import rounds as texts


def draw(
    form: str, *, prefix: str, opens_on: date, closes_on: date, today: date, title: str = "", version: str | None = None
) -> None:
    """Show the fields, with what is wrong at each.

    Args:
        form: Name of the form the complaints belong to.
        prefix: What the keys begin with.
        opens_on: Suggested first day.
        closes_on: Suggested last day.
        today: The day it is; no day may lie before.
        title: Suggested title.
        version: Suggested version of the catalogue; the newest one without.
    """
    versions = catalogue.versions()
    st.text_input(
        texts.FIELD_TITLE, value=title, key=f"{prefix}-title", max_chars=120, placeholder=texts.FIELD_TITLE_HINT
    )
    complaints.at(form, "title")
    first, last = st.columns(2)
    with first:
        st.date_input(texts.FIELD_OPENS, value=opens_on, min_value=today, format="DD.MM.YYYY", key=f"{prefix}-opens")
        complaints.at(form, "opens_on")
    with last:
        st.date_input(texts.FIELD_CLOSES, value=closes_on, min_value=today, format="DD.MM.YYYY", key=f"{prefix}-closes")
        complaints.at(form, "closes_on")
    st.selectbox(
        texts.FIELD_CATALOGUE,
        versions,
        index=versions.index(version) if version in versions else 0,
        format_func=_version,
        key=f"{prefix}-catalogue",
    )


def answers(prefix: str) -> dict[str, object]:
    """Return the raw answers of the fields."""
    return {
        "title": st.session_state.get(f"{prefix}-title"),
        "opens_on": st.session_state.get(f"{prefix}-opens"),
        "closes_on": st.session_state.get(f"{prefix}-closes"),
        "catalogue_version": st.session_state.get(f"{prefix}-catalogue"),
    }


def _version(version: str) -> str:
    return texts.catalogue_version(version, draft=not state.edition_state(version).approved)
