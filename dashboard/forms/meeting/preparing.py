"""Prepares a meeting: one dialog for a new one and for a changed one."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import TEMPLATE, EditMeeting, PrepareMeeting
from bkcore.reports.meetings import MeetingDetail, MeetingsReport
from bkcore.services import meetings
from bkcore.vocabulary import AgendaKind
from bkcore.wording.labels import label
from dashboard.components import ask, complaints, run
from dashboard.forms.meeting import choosing
from dashboard.texts import meeting as texts

FORM: Final = "meeting"
_DONE: Final = "meeting-done"
_BASE: Final = "meeting-base"
_NAMES: Final = ("title", "held_on", "starts_at", "place", "invited", "kinds", "topics", "release_number")
_SOON: Final = timedelta(weeks=2)
_USUAL: Final = time(18, 0)


def opened(report: MeetingsReport, *, found: MeetingDetail | None, by: Actor, today: date) -> None:
    """Open the dialog at once.

    Args:
        report: What one can choose from.
        found: The meeting to change, ``None`` for a new one.
        by: Who acts.
        today: The day it is; two weeks on is suggested.
    """
    complaints.forget(FORM)
    st.session_state[_BASE] = found
    for name, value in (_values(found) if found else _suggested(report, today=today)).items():
        st.session_state[_key(name)] = value

    def fields() -> None:
        complaints.above(FORM)
        with st.form("form-meeting", border=False):
            _when_and_where()
            _agenda(report)
            sent = st.form_submit_button(
                texts.SAVE, key="meeting-save", type="primary", on_click=save, kwargs={"by": by}
            )
        if sent and (done := st.session_state.pop(_DONE, None)) is not None:
            ask.tell(texts.CHANGED if found else texts.SAVED)
            choosing.go_to_meeting(done)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(texts.FORM_EDIT if found else texts.FORM_NEW, width="medium")(fields)()


def save(*, by: Actor) -> None:
    """Save what the dialog says; a refusal is shown in it, and nothing typed is lost."""
    base: MeetingDetail | None = st.session_state.get(_BASE)
    raw = _typed()
    st.session_state[_DONE] = None
    if base is None:
        if complaints.fits(FORM, PrepareMeeting, raw):
            made = run.command(PrepareMeeting, raw, meetings.prepare_meeting, by=by, form=FORM)
            st.session_state[_DONE] = made.id if made else None
        return
    raw |= {"meeting_id": base.row.id, "version": base.version}
    if complaints.fits(FORM, EditMeeting, raw):
        changed = run.command(EditMeeting, raw, meetings.edit_meeting, by=by, form=FORM)
        st.session_state[_DONE] = changed.id if changed else None


def _typed() -> dict[str, object]:
    raw: dict[str, object] = {name: st.session_state.get(_key(name)) for name in _NAMES}
    clock = raw["starts_at"]
    topics = str(raw["topics"] or "")
    return {name: value for name, value in raw.items() if value is not None} | {
        "starts_at": clock.strftime("%H:%M") if isinstance(clock, time) else "",
        "topics": tuple(line.strip() for line in topics.splitlines() if line.strip()),
        "invited": tuple(raw["invited"] or ()),  # type: ignore[arg-type]  # what a multiselect holds
        "kinds": tuple(raw["kinds"] or ()),  # type: ignore[arg-type]
    }


def _when_and_where() -> None:
    st.text_input(texts.FIELD_TITLE, key=_key("title"), max_chars=200)
    complaints.at(FORM, "title")
    left, right = st.columns(2)
    with left:
        st.date_input(texts.FIELD_DAY, format="DD.MM.YYYY", key=_key("held_on"))
        complaints.at(FORM, "held_on")
    with right:
        st.time_input(texts.FIELD_CLOCK, key=_key("starts_at"), step=timedelta(minutes=15))
        complaints.at(FORM, "starts_at")
    st.text_input(texts.FIELD_PLACE, key=_key("place"), max_chars=200)
    complaints.at(FORM, "place")


def _agenda(report: MeetingsReport) -> None:
    names = report.organisations
    st.multiselect(
        texts.FIELD_INVITED,
        list(names),
        format_func=lambda slug: names.get(slug, slug),
        placeholder=texts.FIELD_INVITED_HINT,
        key=_key("invited"),
    )
    st.multiselect(
        texts.FIELD_KINDS, list(TEMPLATE), format_func=label, placeholder=texts.FIELD_KINDS_HINT, key=_key("kinds")
    )
    st.text_area(texts.FIELD_TOPICS, key=_key("topics"), height=100)
    complaints.at(FORM, "topics")
    if report.releases:
        options = [None, *report.releases]
        st.selectbox(
            texts.FIELD_RELEASE,
            options,
            format_func=lambda number: texts.source(number, report.releases),
            key=_key("release_number"),
        )


def _suggested(report: MeetingsReport, *, today: date) -> dict[str, object]:
    number = len(report.meetings) + 1
    return {
        "title": f"{number}. Sitzung der Steuerungsgruppe",
        "held_on": today + _SOON,
        "starts_at": _USUAL,
        "place": report.meetings[0].place if report.meetings else "",
        "invited": list(report.seats),
        "kinds": list(TEMPLATE),
        "topics": "",
        "release_number": None,
    }


def _values(found: MeetingDetail) -> Mapping[str, object]:
    row = found.row
    return {
        "title": row.title,
        "held_on": row.held_on,
        "starts_at": time.fromisoformat(row.starts_at) if row.starts_at else None,
        "place": row.place,
        "invited": [one.slug for one in found.attendance if one.invited],
        "kinds": [item.kind for item in found.items if item.kind is not AgendaKind.TOPIC],
        "topics": "\n".join(item.title for item in found.items if item.kind is AgendaKind.TOPIC),
        "release_number": found.release_number,
    }


def _key(name: str) -> str:
    return f"meeting-{name}"
