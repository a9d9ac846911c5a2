"""The list of activities, and the file of it."""

import streamlit as st

from bkcore.reports.over_time import ActivityLine, ActivityReport
from bkcore.wording.labels import label
from bkcore.wording.numbers import whole
from dashboard.charts.activity_lines import lines_table
from dashboard.components import chart, listing, panel
from dashboard.forms.activity import choosing
from dashboard.texts import activity as texts

_MOST = 100
"""So many lines are read; the file holds all."""


def draw(found: ActivityReport) -> None:
    """Let year and state be chosen and list what fits.

    Args:
        found: The report of the page's choice.
    """
    shown = choosing.lines(found, one_year=False)
    panel.heading(texts.list_finding(shown.lines), texts.LIST_NOTE)
    if not shown.lines:
        panel.notice(panel.NoticeKind.EMPTY, texts.NOTHING_CHOSEN)
        return
    listing.table(texts.COLUMNS_LIST, [_row(line) for line in shown.lines[:_MOST]], label=texts.LIST_LABEL)
    if len(shown.lines) > _MOST:
        panel.text(texts.LIST_FULL)
    with st.container(key="quiet-aktivitaeten"):
        chart.table(lines_table(shown.lines), key="aktivitaeten", label=texts.LIST_LABEL)


def _row(line: ActivityLine) -> tuple[str, ...]:
    return (
        texts.titled(line),
        texts.when(line),
        label(line.kind) if line.kind else "",
        label(line.status),
        line.project,
        whole(len(line.organisations)) if line.organisations else "",
        whole(line.attendees) if line.attendees is not None else "",
    )
