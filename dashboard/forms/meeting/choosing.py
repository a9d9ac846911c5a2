"""Which meeting and which point the address names."""

import streamlit as st

from bkcore.reports.meetings import ItemState, MeetingDetail
from dashboard.components import panel
from dashboard.texts import meeting as texts

_MEETING = "sitzung"
_POINT = "punkt"


def asked() -> int | None:
    """Return the id of the meeting the address names, ``None`` when it names none."""
    text = st.query_params.get(_MEETING, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004 - no id has ten digits


def is_unknown(found: MeetingDetail | None) -> bool:
    """Tell whether the address names a meeting that is not there."""
    return found is None and _MEETING in st.query_params


def point(found: MeetingDetail) -> ItemState:
    """Return the point the address names, else the one the meeting looks at; say so when there is no such point."""
    text = st.query_params.get(_POINT, "")
    item = found.item(int(text) - 1) if text.isdecimal() and len(text) < 4 else None  # noqa: PLR2004 - no agenda has that many
    if text and item is None:
        panel.notice(panel.NoticeKind.WARNING, texts.UNKNOWN_POINT, title=texts.UNKNOWN_POINT_TITLE)
    return item or found.item(found.position) or found.items[0]


def go_to(position: int) -> None:
    """Name a point in the address."""
    st.query_params[_POINT] = str(position + 1)


def go_to_meeting(meeting_id: int) -> None:
    """Name a meeting in the address."""
    st.query_params.clear()
    st.query_params[_MEETING] = str(meeting_id)
