"""A meeting that has ended: its minutes, and every point as it was shown."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor, administers
from bkcore.commands.meetings import RecordMeeting, ReopenMeeting
from bkcore.reports.meetings import MeetingDetail
from bkcore.services import meeting_record, meetings
from dashboard import meeting_state
from dashboard.components import ask, complaints, panel, run, wall
from dashboard.forms.meeting import choosing, deciding, holding, minutes, point
from dashboard.texts import meeting as texts

FORM: Final = "meeting-back"


def draw(found: MeetingDetail, *, by: Actor) -> None:
    """Show what came of the meeting, and offer its minutes.

    Args:
        found: An ended meeting.
        by: Who looks.
    """
    wall.style()
    panel.link(texts.BACK, texts.address())
    decisions = [one for item in found.items for one in item.decisions]
    panel.page_head(found.row.title, texts.ended_lead(found, decisions), eyebrow=texts.when(found.row))
    complaints.above(FORM)
    with panel.card("protokoll"):
        panel.heading(texts.MINUTES, texts.MINUTES_TEXT)
        minutes.draw(found)
    with st.container(key="wall", gap="medium"):
        panel.heading(texts.LOOK_BACK)
        item = choosing.point(found)
        holding.strip(found, item, by=by, follow=False)
        shown = meeting_state.shown(found).point(item.kind)
        panel.heading(shown.finding if shown else item.title, " ".join(shown.paragraphs) if shown else "")
        if shown is not None:
            point.draw(shown, key=f"{found.row.id}")
        panel.heading(texts.NOTES)
        panel.text(*(item.notes.split("\n\n") if item.notes else [texts.NO_NOTES]))
        deciding.read(item)
    if administers(by):
        _keeping(found, by=by)


def take_over(meeting_id: int, *, by: Actor) -> bool:
    """Take the meeting over into the record; tell whether that worked."""
    raw = {"meeting_id": meeting_id}
    return run.command(RecordMeeting, raw, meeting_record.record_meeting, by=by, form=FORM) is not None


def _keeping(found: MeetingDetail, *, by: Actor) -> None:
    """Offer the administration what is left to do with an ended meeting."""
    if found.is_recorded:
        panel.text(texts.TAKEN_OVER)
    with st.container(horizontal=True, key="row-sitzung"):
        if not found.is_recorded:
            ask.button(
                texts.TAKE_OVER,
                key="meeting-take-over",
                question=texts.TAKE_OVER_QUESTION,
                consequences=texts.TAKE_OVER_TEXT,
                yes=texts.TAKE_OVER_YES,
                on_yes=partial(take_over, found.row.id, by=by),
                done=texts.TAKEN_OVER,
            )
        ask.button(
            texts.REOPEN,
            key="meeting-reopen",
            question=texts.REOPEN_QUESTION,
            consequences=texts.REOPEN_TEXT,
            yes=texts.REOPEN_YES,
            on_yes=partial(reopen, found.row.id, by=by),
            done=texts.REOPENED,
        )


def reopen(meeting_id: int, *, by: Actor) -> bool:
    """Open the meeting again; tell whether that worked."""
    raw = {"meeting_id": meeting_id}
    return run.command(ReopenMeeting, raw, meetings.reopen_meeting, by=by, form=FORM) is not None
