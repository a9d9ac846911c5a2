"""Opens a round: title, period, version of the catalogue, whom to ask; then a question that says what happens."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import OpenRound
from bkcore.commands.rounds import ChooseAsked
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.services import rounds
from dashboard.components import ask, complaints, panel, run
from dashboard.forms.rounds import fields
from dashboard.texts import round_days, round_invitations
from dashboard.texts import rounds as texts

_FORM: Final = "opening"
_PROJECTS: Final = "opening-projects"
_CHOICE: Final = "choice-projects"
_WEEKS: Final = timedelta(weeks=4)


def draw(subjects: Sequence[Subject], *, by: Actor, today: date, after: date | None = None) -> None:
    """Show the form; when its fields are right, ask before opening.

    Args:
        subjects: Whom one may ask; the suggested ones are chosen.
        by: Who opens.
        today: The day it is; the last day is suggested four weeks after the first.
        after: The last day that is taken by other rounds; without one the round may open today.
    """
    later = after is not None
    first = today if after is None else after + timedelta(days=1)
    with panel.card("opening"):
        panel.heading(
            *((round_days.PLAN_TITLE, round_days.PLAN_NOTE) if later else (texts.OPEN_TITLE, texts.OPEN_NOTE))
        )
        complaints.above(_FORM)
        with st.form("opening-form", border=False):
            fields.draw(_FORM, prefix=_FORM, opens_on=first, closes_on=first + _WEEKS, today=today)
            if subjects:
                _choose(subjects, key=_PROJECTS, label=texts.FIELD_ASKED)
                panel.text(texts.ASKED_NOTE)
            label = round_days.PLAN_NEXT if later else texts.OPEN_NEXT
            wanted = st.form_submit_button(label, key="opening-next", type="primary", on_click=check)
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
            chosen = _choose(subjects, key=key, label=texts.FIELD_CHOICE)
            wanted = st.form_submit_button(texts.CHOICE_SAVE, key="choice-save")
    if wanted:
        raw = {"round": turn.slug, "projects": chosen}
        if run.command(ChooseAsked, raw, rounds.choose_asked, by=by, done=texts.CHOICE_SAVED, form=_CHOICE):
            st.rerun()


def check() -> None:
    """Look through the fields; what is wrong is shown at each."""
    st.session_state["opening-fits"] = complaints.fits(_FORM, OpenRound, answers())


def answers() -> dict[str, object]:
    """Return the raw answers of the form."""
    return fields.answers(_FORM) | {"projects": tuple(st.session_state.get(_PROJECTS, ()))}


def open_round(raw: dict[str, object], *, by: Actor) -> bool:
    """Open the round and tell whether that worked; a refusal is shown above the form."""
    return run.command(OpenRound, raw, rounds.open_round, by=by, form=_FORM) is not None


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


def _ask(*, by: Actor, today: date) -> None:
    raw = answers()
    opens_on, closes_on = raw["opens_on"], raw["closes_on"]
    if not isinstance(opens_on, date) or not isinstance(closes_on, date):
        return
    later = opens_on > today
    ask.dialog(
        key="open",
        question=texts.open_question(str(raw["title"]), later=later),
        consequences=texts.open_consequences(opens_on, closes_on, today=today),
        yes=round_days.PLAN_YES if later else texts.OPEN_YES,
        on_yes=lambda: open_round(raw, by=by),
        done=round_days.PLANNED if later else texts.OPENED,
    )
