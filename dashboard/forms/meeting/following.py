"""The address of the guests: a QR code for the wall, dead when the meeting ends."""

import streamlit as st

from bkcore.reports.meetings import MeetingDetail
from dashboard import meeting_state
from dashboard.components import panel, qr
from dashboard.texts import meeting as texts


def draw(found: MeetingDetail) -> None:
    """Offer the QR code."""
    if st.button(texts.FOLLOW, key="meeting-follow"):
        address = meeting_state.follow_address(meeting_id=found.row.id)

        def asked() -> None:
            if not address:
                panel.text(texts.FOLLOW_ENDED)
                return
            panel.text(texts.FOLLOW_TEXT)
            qr.draw(address, alt=texts.FOLLOW_ALT)
            st.code(address, language=None, wrap_lines=True)

        st.dialog(texts.FOLLOW)(asked)()
