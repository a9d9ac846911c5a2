"""A meeting that has not begun: when, where, who, the agenda, and what it would show."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import CancelMeeting, StartMeeting
from bkcore.post import calendar
from bkcore.publication.meeting.start import start_meeting
from bkcore.reports.meetings import MeetingDetail, MeetingsReport
from bkcore.services import meetings
from bkcore.vocabulary import MeetingState
from bkcore.wording.labels import label
from dashboard import meeting_state, state
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.meeting import preparing
from dashboard.texts import meeting as texts

FORM: Final = "meeting-ahead"
_LASTS: Final = timedelta(hours=2)
"""The group meets for two hours."""


def draw(found: MeetingDetail, report: MeetingsReport, *, by: Actor, today: date) -> None:
    """Show the meeting and what one may do about it.

    Args:
        found: A prepared meeting, or one that was called off.
        report: What one can choose from when changing it.
        by: Who looks.
        today: The day it is.
    """
    panel.link(texts.BACK, texts.address())
    panel.page_head(found.row.title, texts.when(found.row), eyebrow=label(found.row.state))
    complaints.above(FORM)
    is_prepared = found.row.state is MeetingState.PREPARED
    if is_prepared:
        _buttons(found, report, by=by, today=today)
    left, right = st.columns([1, 1], gap="large")
    with left:
        panel.terms([panel.Term(*fact) for fact in texts.facts(found, releases=report.releases)])
        panel.heading(texts.INVITED)
        names = [one.name for one in found.attendance if one.invited]
        panel.text(", ".join(names) or texts.NOBODY_INVITED)
    with right:
        panel.heading(texts.AGENDA)
        shown = meeting_state.would_show(by=by, meeting_id=found.row.id) if is_prepared else None
        points = {point.kind: point.finding for point in shown.points} if shown else {}
        rows = [(texts.step_title(item), points.get(item.kind, "")) for item in found.items]
        listing.table(texts.AGENDA_COLUMNS, rows, label=texts.AGENDA)
        if shown:
            st.html(f'<p class="bk-note">{texts.PREVIEW_NOTE}</p>')


def start(meeting_id: int, *, by: Actor) -> bool:
    """Begin the meeting; tell whether that worked."""
    service = partial(start_meeting, key=state.settings().secret())
    return run.command(StartMeeting, {"meeting_id": meeting_id}, service, by=by, form=FORM) is not None


def cancel(meeting_id: int, *, by: Actor) -> bool:
    """Call the meeting off; tell whether that worked."""
    raw = {"meeting_id": meeting_id}
    return run.command(CancelMeeting, raw, meetings.cancel_meeting, by=by, form=FORM) is not None


def _buttons(found: MeetingDetail, report: MeetingsReport, *, by: Actor, today: date) -> None:
    with st.container(horizontal=True, key="row-sitzung"):
        ask.button(
            texts.START,
            key="meeting-start",
            question=texts.START_QUESTION,
            consequences=texts.start_text(found.row.held_on, today=today),
            yes=texts.START_YES,
            on_yes=partial(start, found.row.id, by=by),
            done=texts.STARTED,
            kind="primary",
        )
        if st.button(texts.EDIT, key="meeting-edit"):
            preparing.opened(report, found=found, by=by, today=today)
        st.download_button(
            texts.CALENDAR,
            partial(_calendar, found),
            file_name=texts.CALENDAR_FILE,
            mime="text/calendar",
            key="meeting-calendar",
            on_click="ignore",
        )
        ask.button(
            texts.CANCEL,
            key="meeting-cancel",
            question=texts.CANCEL_QUESTION,
            consequences=texts.CANCEL_TEXT,
            yes=texts.CANCEL_YES,
            on_yes=partial(cancel, found.row.id, by=by),
            done=texts.CANCELLED,
        )


def _calendar(found: MeetingDetail) -> bytes:
    row, now = found.row, datetime.now(UTC)
    entry = calendar.Entry(key=f"sitzung-{row.id}", title=row.title, day=row.held_on, place=row.place or None)
    if not row.starts_at:
        return calendar.days([entry], name=row.title, now=now)
    agenda = "\n".join(map(texts.step_title, found.items))
    return calendar.appointment(entry, text=agenda, starts_at=time.fromisoformat(row.starts_at), lasts=_LASTS, now=now)
