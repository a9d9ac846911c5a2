"""All seats with who sits there, and continuity and change as figures."""

from datetime import date

import streamlit as st

from bkcore.reports.members import MembersReport
from dashboard.components import listing, panel
from dashboard.texts import members as texts


def draw(report: MembersReport, *, today: date) -> None:
    """Show the figures with their definitions, then the seats of today, then those of earlier days.

    Args:
        report: What its reader may see.
        today: The day it is.
    """
    panel.heading(texts.FIGURES)
    panel.key_figures([panel.KeyFigure(*entry) for entry in texts.figures(report.figures)], cards=True)
    panel.heading(texts.SEATS)
    rows = [texts.seat_row(seat, today=today) for seat in report.seats if seat.exists(today)]
    if rows:
        listing.table(texts.COLUMNS, rows, label=texts.SEATS)
    past = [texts.past_row(seat) for seat in report.seats if not seat.exists(today)]
    if past:
        with st.expander(texts.PAST_SEATS, key="members-past"):
            listing.table(texts.PAST_COLUMNS, past, label=texts.PAST_SEATS)
