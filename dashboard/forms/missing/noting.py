"""Holds on to the next step for a missing perspective: one dialog for a new step and for a changed one."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.perspectives import NoteGap, PutGap
from bkcore.reports.perspective_facts import Gap, PerspectivesReport
from bkcore.services.perspectives import note_gap, put_gap
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import missing_forms as texts

FORM: Final = "gap"
_DONE: Final = "gap-done"
_WEEKS: Final = timedelta(weeks=8)
_FIELDS: Final = ("perspective", "step", "organisation", "owner", "due_on", "note")


def opened(report: PerspectivesReport, *, gap: Gap | None, first: str | None, by: Actor, today: date) -> None:
    """Open the dialog at once.

    Args:
        report: What is declared.
        gap: The step to change, ``None`` for a new one.
        first: Slug of the perspective a new step is suggested for.
        by: Who acts.
        today: The day it is; a day eight weeks on is suggested.
    """
    complaints.forget(FORM)
    for name in _FIELDS:
        st.session_state.pop(f"gap-{name}", None)

    def fields() -> None:
        if gap is None:
            panel.text(texts.STEP_LEAD)
        complaints.above(FORM)
        with st.form("form-gap", border=False):
            _what(report, gap=gap, first=first)
            _who(report.organisations, gap=gap)
            st.date_input(
                texts.FIELD_DUE,
                value=gap.due_on if gap else today + _WEEKS,
                min_value=min(gap.due_on, today) if gap else today,
                format="DD.MM.YYYY",
                key="gap-due_on",
            )
            complaints.at(FORM, "due_on")
            st.text_area(texts.FIELD_NOTE, value=gap.note if gap else "", key="gap-note", max_chars=2000, height=90)
            sent = st.form_submit_button(
                texts.SAVE_STEP, key="gap-save", type="primary", on_click=save, args=(gap,), kwargs={"by": by}
            )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.STEP_SAVED)
            st.rerun()  # closes the dialog; the page then reads what was noted

    st.dialog(texts.STEP_EDIT_TITLE if gap else texts.STEP_TITLE, width="medium")(fields)()


def save(gap: Gap | None, *, by: Actor) -> None:
    """Save the step; a refusal is shown in the dialog."""
    given = {name: st.session_state.get(f"gap-{name}") for name in _FIELDS}
    raw = {name: value for name, value in given.items() if value is not None}
    st.session_state[_DONE] = False
    if gap is None:
        fits = complaints.fits(FORM, NoteGap, raw)
        done = run.command(NoteGap, raw, note_gap, by=by, form=FORM) if fits else None
    else:
        raw = {**gap.answers(), "organisation": None, **raw}
        fits = complaints.fits(FORM, PutGap, raw)
        done = run.command(PutGap, raw, put_gap, by=by, form=FORM) if fits else None
    st.session_state[_DONE] = done is not None


def _what(report: PerspectivesReport, *, gap: Gap | None, first: str | None) -> None:
    titles = {one.slug: one.title for one in (*report.perspectives, *report.retired)}
    slugs = list(titles)
    chosen = gap.perspective if gap else first
    st.selectbox(
        texts.FIELD_PERSPECTIVE,
        slugs,
        index=slugs.index(chosen) if chosen in slugs else 0,
        format_func=titles.__getitem__,
        key="gap-perspective",
    )
    st.text_input(
        texts.FIELD_STEP,
        value=gap.step if gap else "",
        key="gap-step",
        max_chars=200,
        placeholder=texts.FIELD_STEP_HINT,
    )
    complaints.at(FORM, "step")


def _who(organisations: Mapping[str, str], *, gap: Gap | None) -> None:
    slugs = list(organisations)
    taken_by = gap.organisation if gap else None
    st.selectbox(
        texts.FIELD_ORGANISATION,
        slugs,
        index=slugs.index(taken_by) if taken_by in slugs else None,
        format_func=organisations.__getitem__,
        placeholder=texts.FIELD_ORGANISATION_HINT,
        key="gap-organisation",
    )
    st.text_input(
        texts.FIELD_OWNER,
        value=gap.owner if gap else "",
        key="gap-owner",
        max_chars=120,
        placeholder=texts.FIELD_OWNER_HINT,
    )
    complaints.at(FORM, "owner")
