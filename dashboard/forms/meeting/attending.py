"""Who is there: organisations, and others as functions."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import NoteAttendance
from bkcore.reports.meetings import MeetingDetail
from bkcore.services import meeting_notes
from dashboard import meeting_state
from dashboard.components import ask, complaints, run
from dashboard.texts import meeting as texts

FORM: Final = "attendance"
_PRESENT: Final = "attendance-present"
_GUESTS: Final = "attendance-guests"
_DONE: Final = "attendance-done"


def draw(found: MeetingDetail, *, by: Actor) -> None:
    """Offer to note who is there; whoever was invited is suggested while nobody is noted."""
    if not st.button(texts.ATTENDING, key="meeting-attending"):
        return
    complaints.forget(FORM)
    noted = [one.slug for one in found.attendance if one.present]
    st.session_state[_PRESENT] = noted or [one.slug for one in found.attendance if one.invited]
    st.session_state[_GUESTS] = found.guests
    names = meeting_state.meetings_report(by=by).organisations

    def asked() -> None:
        complaints.above(FORM)
        with st.form("form-attendance", border=False):
            st.multiselect(
                texts.FIELD_PRESENT,
                list(names),
                format_func=lambda slug: names.get(slug, slug),
                placeholder=texts.FIELD_INVITED_HINT,
                key=_PRESENT,
            )
            st.text_input(texts.FIELD_GUESTS, key=_GUESTS, max_chars=500, placeholder=texts.GUESTS_HINT)
            complaints.at(FORM, "guests")
            sent = st.form_submit_button(
                texts.SAVE, key="attendance-save", type="primary", on_click=partial(save, found.row.id, by=by)
            )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.ATTENDANCE_SAVED)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(texts.ATTENDING, width="medium")(asked)()


def save(meeting_id: int, *, by: Actor) -> None:
    """Note who is there."""
    raw = {
        "meeting_id": meeting_id,
        "present": tuple(st.session_state.get(_PRESENT) or ()),
        "guests": st.session_state.get(_GUESTS) or "",
    }
    st.session_state[_DONE] = False
    if complaints.fits(FORM, NoteAttendance, raw):
        done = run.command(NoteAttendance, raw, meeting_notes.note_attendance, by=by, form=FORM)
        st.session_state[_DONE] = done is not None
