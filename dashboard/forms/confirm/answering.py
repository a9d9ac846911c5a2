"""Says at the desk what became of an activity: one dialog for a waiting one and for one nobody announced."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.capture import CaptureActivity
from bkcore.reports import capture as reports
from bkcore.services.capture import capture_activity
from bkcore.store.unit_of_work import reading
from bkcore.vocabulary import CaptureResult
from dashboard import state
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.texts import capture as words
from dashboard.texts import confirm as texts

FORM: Final = "confirm"
_DONE: Final = "confirm-done"
_FIELDS: Final = (
    "project",
    "title",
    "day",
    "result",
    "organisations",
    "others",
    "attendees",
    "attendees_estimated",
    "first_timers",
    "volunteers",
    "sentence",
)


def draw(waiting: Sequence[reports.WaitingActivity], *, projects: dict[str, str], by: Actor, today: date) -> None:
    """Show the choice of a waiting activity, and open the dialog for it or for one nobody announced.

    Args:
        waiting: What waits, the latest first.
        projects: Titles of the projects a new one may belong to, by slug.
        by: Who acts.
        today: The day it is.
    """
    by_slug = {one.slug: one for one in waiting}
    with panel.card("antwort"):
        panel.heading(texts.ANSWER)
        chosen = choice.pick(
            texts.FIELD_ACTIVITY,
            {slug: texts.activity_name(by_slug[slug]) for slug in by_slug},
            key="confirm-chosen",
            placeholder=texts.FIELD_ACTIVITY_HINT,
        )
        with st.container(horizontal=True, key="row-antwort"):
            pressed = st.button(texts.OPEN, key="confirm-open", type="primary", disabled=chosen is None)
            new = st.button(texts.NEW, key="confirm-new")
    if pressed or new:
        opened(None if new else chosen, projects=projects, by=by, today=today)


def opened(activity: str | None, *, projects: dict[str, str], by: Actor, today: date) -> None:
    """Open the dialog at once.

    Args:
        activity: Slug of the waiting activity, ``None`` for a new one.
        projects: Titles of the projects a new one may belong to, by slug.
        by: Who acts.
        today: The day it is; no activity took place after it.
    """
    complaints.forget(FORM)
    for name in _FIELDS:
        st.session_state.pop(f"confirm-{name}", None)
    only = next(iter(projects)) if len(projects) == 1 else None  # of several nobody knows yet whose partners to tick
    with reading(state.engine()) as session:
        sheet = reports.sheet(session, activity=activity, project=only, by=by)

    def fields() -> None:
        complaints.above(FORM)
        with st.form("form-confirm", border=False):
            _what(sheet, projects=projects, today=today)
            _who(sheet)
            _how_many(sheet)
            sent = st.form_submit_button(
                texts.SAVE, key="confirm-save", type="primary", on_click=save, args=(sheet,), kwargs={"by": by}
            )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.SAVED)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(sheet.activity.title if sheet.activity else texts.DIALOG_NEW, width="medium")(fields)()


def save(sheet: reports.CaptureSheet, *, by: Actor) -> None:
    """Save what was said; a refusal is shown in the dialog."""
    given = {name: st.session_state.get(f"confirm-{name}") for name in _FIELDS}
    raw = {name: value for name, value in given.items() if value is not None and value != ""}
    if sheet.activity is not None:
        raw |= {"activity": sheet.activity.slug, "version": sheet.activity.version}
    else:
        raw["result"] = CaptureResult.HELD
    st.session_state[_DONE] = False
    if complaints.fits(FORM, CaptureActivity, raw):
        done = run.command(CaptureActivity, raw, capture_activity, by=by, form=FORM)
        st.session_state[_DONE] = done is not None


def _what(sheet: reports.CaptureSheet, *, projects: dict[str, str], today: date) -> None:
    if sheet.activity is None:
        st.selectbox(texts.FIELD_PROJECT, list(projects), format_func=projects.__getitem__, key="confirm-project")
        st.text_input(words.FIELD_TITLE, key="confirm-title", max_chars=200)
        st.date_input(words.FIELD_DAY, value=today, max_value=today, format="DD.MM.YYYY", key="confirm-day")
        return
    panel.text(words.when(sheet.activity))
    st.segmented_control(
        words.FIELD_RESULT,
        list(words.RESULTS),
        default=CaptureResult.HELD,
        format_func=words.RESULTS.__getitem__,
        key="confirm-result",
        required=True,
    )
    st.date_input(words.FIELD_NEW_DAY, value=None, format="DD.MM.YYYY", key="confirm-day", help=words.FIELD_DAY_HINT)


def _who(sheet: reports.CaptureSheet) -> None:
    names = {one.slug: one.name for one in (*sheet.suggested, *sheet.others)}
    st.multiselect(
        texts.FIELD_ORGANISATIONS,
        list(names),
        default=[one.slug for one in sheet.suggested if one.chosen],
        format_func=names.__getitem__,
        placeholder=texts.FIELD_ORGANISATIONS_HINT,
        key="confirm-organisations",
    )
    st.text_input(words.OTHERS, key="confirm-others", max_chars=300)


def _how_many(sheet: reports.CaptureSheet) -> None:
    with st.container(horizontal=True, key="row-zahlen"):
        for name, label, value in (
            ("attendees", words.ATTENDEES, sheet.attendees),
            ("first_timers", words.FIRST_TIMERS, sheet.first_timers),
            ("volunteers", words.VOLUNTEERS, sheet.volunteers),
        ):
            st.number_input(label, 0, 1_000_000, value, 1, key=f"confirm-{name}", width=150)
    st.checkbox(words.ESTIMATED, value=sheet.attendees_estimated, key="confirm-attendees_estimated")
    st.text_area(words.SENTENCE, key="confirm-sentence", max_chars=500, height=80, help=words.SENTENCE_HINT)
    if sheet.note:
        panel.text(f"{words.BEFORE} {sheet.note}")
