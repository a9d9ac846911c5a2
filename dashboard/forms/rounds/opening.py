"""Opens a round: title, period, version of the catalogue, whom to ask; then a question that says what happens."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore import catalogue
from bkcore.access import Actor
from bkcore.commands.assessments import OpenRound
from bkcore.commands.rounds import ChooseAsked
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.services import rounds
from dashboard import state
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import round_invitations
from dashboard.texts import rounds as texts

_FORM: Final = "opening"
_TITLE: Final = "opening-title"
_OPENS: Final = "opening-opens"
_CLOSES: Final = "opening-closes"
_CATALOGUE: Final = "opening-catalogue"
_PROJECTS: Final = "opening-projects"
_CHOICE: Final = "choice-projects"
_WEEKS: Final = timedelta(weeks=4)


def draw(subjects: Sequence[Subject], *, by: Actor, today: date) -> None:
    """Show the form; when its fields are right, ask before opening.

    Args:
        subjects: Whom one may ask; the suggested ones are chosen.
        by: Who opens.
        today: The day it is; the last day is suggested four weeks on.
    """
    with panel.card("opening"):
        panel.heading(texts.OPEN_TITLE, texts.OPEN_NOTE)
        complaints.above(_FORM)
        with st.form("opening-form", border=False):
            st.text_input(texts.FIELD_TITLE, key=_TITLE, max_chars=120, placeholder=texts.FIELD_TITLE_HINT)
            complaints.at(_FORM, "title")
            first, last = st.columns(2)
            with first:
                st.date_input(texts.FIELD_OPENS, value=today, min_value=today, format="DD.MM.YYYY", key=_OPENS)
                complaints.at(_FORM, "opens_on")
            with last:
                st.date_input(
                    texts.FIELD_CLOSES, value=today + _WEEKS, min_value=today, format="DD.MM.YYYY", key=_CLOSES
                )
                complaints.at(_FORM, "closes_on")
            st.selectbox(texts.FIELD_CATALOGUE, catalogue.versions(), format_func=_version, key=_CATALOGUE)
            if subjects:
                _choose(subjects, key=_PROJECTS, label=texts.FIELD_ASKED)
                panel.text(texts.ASKED_NOTE)
            wanted = st.form_submit_button(texts.OPEN_NEXT, key="opening-next", type="primary", on_click=check)
    if wanted and st.session_state.get("opening-fits"):
        _ask(by=by, today=today)


def draw_choice(turn: RoundState, subjects: Sequence[Subject], *, by: Actor) -> None:
    """Show whom the round is to ask, and let it be changed.

    Args:
        turn: The open or planned round.
        subjects: Whom one may ask; ``chosen`` tells whom the round asks.
        by: Who acts.
    """
    if not subjects:
        return
    with panel.card("choice"):
        panel.heading(texts.CHOICE_TITLE, texts.CHOICE_NOTE)
        complaints.above(_CHOICE)
        with st.form("choice-form", border=False):
            key = f"{_CHOICE}-{turn.slug}-{sum(hash(one) for one in subjects if one.chosen)}"
            chosen = _choose(subjects, key=key, label=texts.FIELD_ASKED)
            wanted = st.form_submit_button(texts.CHOICE_SAVE, key="choice-save")
    if wanted:
        raw = {"round": turn.slug, "projects": chosen}
        complain = complaints.collect(_CHOICE)
        if run.command(ChooseAsked, raw, rounds.choose_asked, by=by, done=texts.CHOICE_SAVED, complain=complain):
            st.rerun()


def check() -> None:
    """Look through the fields; what is wrong is shown at each."""
    st.session_state["opening-fits"] = complaints.fits(_FORM, OpenRound, answers())


def answers() -> dict[str, object]:
    """Return the raw answers of the form."""
    return {
        "title": st.session_state.get(_TITLE),
        "opens_on": st.session_state.get(_OPENS),
        "closes_on": st.session_state.get(_CLOSES),
        "catalogue_version": st.session_state.get(_CATALOGUE),
        "projects": tuple(st.session_state.get(_PROJECTS, ())),
    }


def open_round(raw: dict[str, object], *, by: Actor) -> bool:
    """Open the round and tell whether that worked; a refusal is shown above the form."""
    complain = complaints.collect(_FORM)
    return run.command(OpenRound, raw, rounds.open_round, by=by, complain=complain) is not None


def _choose(subjects: Sequence[Subject], *, key: str, label: str) -> list[str]:
    by_slug = {subject.slug: subject for subject in subjects if subject.chosen or not subject.over}
    return st.multiselect(
        label,
        list(by_slug),
        default=[slug for slug, subject in by_slug.items() if subject.chosen],
        format_func=round_invitations.names(by_slug.values()).__getitem__,
        key=key,
        placeholder=texts.FIELD_ASKED_HINT,
    )


def _version(version: str) -> str:
    return texts.catalogue_version(version, draft=not state.edition_state(version).approved)


def _ask(*, by: Actor, today: date) -> None:
    raw = answers()
    opens_on, closes_on = raw["opens_on"], raw["closes_on"]
    if not isinstance(opens_on, date) or not isinstance(closes_on, date):
        return
    ask.dialog(
        key="open",
        question=texts.open_question(str(raw["title"])),
        consequences=texts.open_consequences(opens_on, closes_on, today=today),
        yes=texts.OPEN_YES,
        on_yes=lambda: open_round(raw, by=by),
        done=texts.OPENED,
    )
