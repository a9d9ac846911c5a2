"""What was said under a point, and one more topic for the agenda.

Two people may write under one point at once. Whoever saves second keeps every word: the field keeps one's own text and
says what is stored; saving once more lets it stand.
"""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import NOTES_LENGTH, AddTopic, WriteItem
from bkcore.personal_data import traces
from bkcore.reports.meetings import ItemState, MeetingDetail
from bkcore.services import meeting_notes
from bkcore.services.records import Outcome
from dashboard import meeting_state
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import meeting as texts

FORM: Final = "meeting-notes"
TOPIC: Final = "meeting-topic"
_TOPIC_FIELD: Final = "meeting-topic-title"
_TOPIC_DONE: Final = "meeting-topic-done"


def draw(meeting_id: int, item: ItemState, *, by: Actor) -> None:
    """Show the notes of a point as a field.

    Args:
        meeting_id: The meeting.
        item: The point.
        by: Who writes.
    """
    panel.heading(texts.NOTES, texts.NOTES_HINT)
    complaints.above(FORM)
    _take_over(item)
    with st.form(f"form-notes-{item.id}", border=False):
        st.text_area(
            texts.NOTES_FIELD, key=_field(item.id), max_chars=NOTES_LENGTH, height=140, label_visibility="collapsed"
        )
        st.form_submit_button(texts.NOTES_SAVE, key="meeting-notes", on_click=partial(save, meeting_id, item, by=by))
    if persons := traces(item.notes):
        panel.notice(panel.NoticeKind.INFO, texts.looks_like_a_person([trace.excerpt for trace in persons]))


def save(meeting_id: int, item: ItemState, *, by: Actor) -> None:
    """Save the field; when somebody was faster, both texts are shown and nothing is lost."""
    typed = str(st.session_state.get(_field(item.id)) or "").strip()
    complain = complaints.collect(FORM)
    version, _ = st.session_state.get(_base(item.id), (item.version, ""))
    found = meeting_state.meeting(by=by, meeting_id=meeting_id)
    stored = (found.item(item.position) if found else None) or item
    if stored.version != version and stored.notes != typed:
        st.session_state[_base(item.id)] = (stored.version, None)  # said once; then one's own text may stand
        complain(texts.NOTES_MOVED.format(text=stored.notes))
        return
    raw = {"item_id": item.id, "notes": typed, "version": stored.version}
    done = run.command(WriteItem, raw, meeting_notes.write_item, by=by, complain=complain)
    if done is None:
        return
    st.session_state[_base(item.id)] = (done.row.version, typed)
    ask.tell(texts.NOTES_SAVED if done.outcome is Outcome.CHANGED else texts.NOTES_UNCHANGED)


def draw_topic(found: MeetingDetail, *, by: Actor) -> None:
    """Offer one more topic at the end of the agenda."""
    if not st.button(texts.ADD_TOPIC, key="meeting-topic"):
        return
    complaints.forget(TOPIC)

    def asked() -> None:
        complaints.above(TOPIC)
        with st.form("form-topic", border=False):
            st.text_input(texts.FIELD_TOPIC, key=_TOPIC_FIELD, max_chars=200)
            complaints.at(TOPIC, "title")
            sent = st.form_submit_button(
                texts.SAVE, key="meeting-topic-save", type="primary", on_click=partial(add, found.row.id, by=by)
            )
        if sent and st.session_state.pop(_TOPIC_DONE, False):
            ask.tell(texts.TOPIC_ADDED)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(texts.FORM_TOPIC)(asked)()


def add(meeting_id: int, *, by: Actor) -> None:
    """Put the typed topic at the end of the agenda."""
    raw = {"meeting_id": meeting_id, "title": st.session_state.get(_TOPIC_FIELD) or ""}
    st.session_state[_TOPIC_DONE] = False
    if complaints.fits(TOPIC, AddTopic, raw):
        done = run.command(AddTopic, raw, meeting_notes.add_topic, by=by, form=TOPIC)
        st.session_state[_TOPIC_DONE] = done is not None


def _take_over(item: ItemState) -> None:
    """Show what is stored, unless the field holds words nobody has saved."""
    field, base = _field(item.id), _base(item.id)
    known = st.session_state.get(base)
    if field not in st.session_state or known is None or st.session_state[field] == known[1]:
        st.session_state[field] = item.notes
        st.session_state[base] = (item.version, item.notes)


def _field(item_id: int) -> str:
    return f"meeting-notes-{item_id}"


def _base(item_id: int) -> str:
    return f"meeting-notes-base-{item_id}"
