"""All measures of a choice: as a list with what is overdue first, or as a board by state."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from bkcore.post.owners import due_days
from bkcore.reports.measure_board import BoardMeasure
from bkcore.vocabulary import MeasureState
from bkcore.wording.labels import label
from bkcore.wording.numbers import sentence_case
from bkcore.wording.owner_letters import CALENDAR_FILE_ALL
from dashboard.components import board, listing
from dashboard.forms.measures import choosing
from dashboard.texts import measures as texts


def draw_list(shown: Sequence[BoardMeasure], *, today: date) -> None:
    """Show a table; the name of a measure leads to it."""
    links = [texts.address(one.id, kept=choosing.kept()) for one in shown]
    rows = [texts.row(one, today=today) for one in shown]
    listing.table(texts.COLUMNS, rows, label=texts.TABLE, links=links)


def draw_board(shown: Sequence[BoardMeasure], *, today: date) -> None:
    """Show a column for every state."""
    columns = [
        board.Column(
            sentence_case(label(state)),
            tuple(_card(one, today=today) for one in shown if one.state is state),
            empty=texts.EMPTY_COLUMN,
        )
        for state in MeasureState
    ]
    board.columns(columns, label=texts.BOARD_LABEL)


def draw_calendar(shown: Sequence[BoardMeasure]) -> None:
    """Offer the days of what is left to do as a calendar."""
    if all(one.is_closed for one in shown):
        return
    st.download_button(
        texts.CALENDAR,
        lambda: due_days(shown, now=datetime.now(UTC)),
        CALENDAR_FILE_ALL,
        "text/calendar",
        key="measures-calendar",
        on_click="ignore",
    )


def _card(one: BoardMeasure, *, today: date) -> board.Card:
    return board.Card(
        name=one.title,
        link=texts.address(one.id, kept=choosing.kept()),
        notes=texts.notes(one, today=today),
        urgent=texts.overdue(one, today=today),
    )
