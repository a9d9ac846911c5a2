"""All meetings, and the button that prepares the next one."""

from datetime import date

import streamlit as st

from bkcore.access import Actor
from bkcore.reports.meetings import MeetingsReport
from dashboard.components import listing, panel
from dashboard.forms.meeting import preparing
from dashboard.texts import meeting as texts


def draw(report: MeetingsReport, *, by: Actor, today: date) -> None:
    """Show the list.

    Args:
        report: All meetings.
        by: Who looks.
        today: The day it is.
    """
    if report.meetings:
        links = [texts.address(one.id) for one in report.meetings]
        listing.table(texts.COLUMNS, [texts.row(one) for one in report.meetings], label=texts.LIST, links=links)
    else:
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
    with st.container(horizontal=True, key="row-sitzungen"):
        if st.button(texts.NEW, key="meeting-new", type="primary"):
            preparing.opened(report, found=None, by=by, today=today)
