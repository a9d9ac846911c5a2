"""The address of the guests: a QR code for the wall, dead when the meeting ends."""

from typing import Final

import streamlit as st

from bkcore.reports.meetings import MeetingDetail
from dashboard import meeting_state
from dashboard.components import panel, qr
from dashboard.texts import meeting as texts

_FROM_THE_ROOM: Final = 440


def draw(found: MeetingDetail) -> None:
    """Offer the QR code."""
    if st.button(texts.FOLLOW, key="meeting-follow"):
        address = meeting_state.follow_address(meeting_id=found.row.id)

        def asked() -> None:
            if not address:
                panel.text(texts.FOLLOW_ENDED)
                return
            panel.text(texts.FOLLOW_TEXT)
            if found.guest_release is None:
                panel.notice(panel.NoticeKind.INFO, texts.FOLLOW_NOTHING)
            qr.draw(address, alt=texts.FOLLOW_ALT, size=_FROM_THE_ROOM)
            st.code(address, language=None, wrap_lines=True)

        st.dialog(texts.FOLLOW)(asked)()
