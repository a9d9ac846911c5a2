"""Opens a round: title and last day, then a question that says what happens."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import OpenRound
from bkcore.services import rounds
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import rounds as texts

_FORM: Final = "opening"
_TITLE: Final = "opening-title"
_CLOSES: Final = "opening-closes"
_WEEKS: Final = timedelta(weeks=4)


def draw(*, by: Actor, today: date) -> None:
    """Show the form; when its fields are right, ask before opening.

    Args:
        by: Who opens.
        today: The day it is; the last day is suggested four weeks on.
    """
    with panel.card("opening"):
        panel.heading(texts.OPEN_TITLE, texts.OPEN_NOTE)
        complaints.above(_FORM)
        with st.form("opening-form", border=False):
            st.text_input(
                texts.FIELD_TITLE,
                key=_TITLE,
                max_chars=120,
                placeholder=texts.FIELD_TITLE_HINT,
            )
            complaints.at(_FORM, "title")
            st.date_input(
                texts.FIELD_CLOSES,
                value=today + _WEEKS,
                min_value=today,
                format="DD.MM.YYYY",
                key=_CLOSES,
            )
            complaints.at(_FORM, "closes_on")
            wanted = st.form_submit_button(texts.OPEN_NEXT, key="opening-next", type="primary", on_click=check)
    if wanted and st.session_state.get("opening-fits"):
        _ask(by=by)


def check() -> None:
    """Look through the fields; what is wrong is shown at each."""
    st.session_state["opening-fits"] = complaints.fits(_FORM, OpenRound, answers())


def answers() -> dict[str, object]:
    """Return the raw answers of the form."""
    return {"title": st.session_state.get(_TITLE), "closes_on": st.session_state.get(_CLOSES)}


def open_round(raw: dict[str, object], *, by: Actor) -> bool:
    """Open the round and tell whether that worked; a refusal is shown above the form."""
    complain = complaints.collect(_FORM)
    return run.command(OpenRound, raw, rounds.open_round, by=by, complain=complain) is not None


def _ask(*, by: Actor) -> None:
    raw = answers()
    closes_on = raw["closes_on"]
    ask.dialog(
        key="open",
        question=texts.open_question(str(raw["title"])),
        consequences=texts.open_consequences(closes_on) if isinstance(closes_on, date) else (),
        yes=texts.OPEN_YES,
        on_yes=lambda: open_round(raw, by=by),
        done=texts.OPENED,
    )
