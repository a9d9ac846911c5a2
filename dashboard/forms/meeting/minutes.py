"""The minutes to be taken along; made when somebody wants them."""

from functools import partial

import streamlit as st

from bkcore.reports.meetings import MeetingDetail
from bkcore.wording import minutes as words
from dashboard import meeting_state
from dashboard.texts import meeting as texts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw(found: MeetingDetail) -> None:
    """Offer the minutes for Word and as PDF."""
    day = found.row.held_on.isoformat()
    with st.container(horizontal=True, key="row-protokoll"):
        st.download_button(
            texts.WORD,
            partial(meeting_state.minutes_docx, found),
            file_name=words.file_name(day, "docx"),
            mime=_WORD,
            key="minutes-docx",
            on_click="ignore",
            type="primary",
        )
        st.download_button(
            texts.PDF,
            partial(meeting_state.minutes_pdf, found),
            file_name=words.file_name(day, "pdf"),
            mime="application/pdf",
            key="minutes-pdf",
            on_click="ignore",
        )


def draw_draft(found: MeetingDetail) -> None:
    """Offer what the minutes are so far."""
    st.download_button(
        texts.MINUTES_DRAFT,
        partial(meeting_state.minutes_pdf, found),
        file_name=words.file_name(found.row.held_on.isoformat(), "pdf"),
        mime="application/pdf",
        key="minutes-draft",
        on_click="ignore",
    )
