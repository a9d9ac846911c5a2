"""The five sides of the activities, one tab each; only the open one is computed."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.reports.over_time import ActivityReport
from dashboard import state
from dashboard.charts.participation import organisations_chart
from dashboard.charts.timeline import months_chart, timeline_chart
from dashboard.components import chart, choice, panel
from dashboard.forms.activity import calendar, listed, people
from dashboard.forms.activity.choosing import Chosen
from dashboard.texts import activity as texts
from dashboard.texts import activity_figures as figures

_SIDE: Final = "ansicht"


def draw(chosen: Chosen, *, now: int) -> None:
    """Show the side that is open; which one it is stands in the address.

    Args:
        chosen: The page's choice.
        now: The year that is not over yet.
    """
    report, key = chosen.report, chosen.key
    choice.heed(texts.SIDE, texts.TABS, key=_SIDE, instead=texts.TABS[0])
    by_day, by_month, by_year, by_people, listing = st.tabs(texts.TABS, key=_SIDE, bind="query-params")
    if by_day.open:
        with by_day:
            calendar.draw(report, now=now)
    if by_month.open:
        with by_month:
            _months(report, key)
    if by_year.open:
        with by_year:
            _years(report, key, now=now)
    if by_people.open:
        with by_people:
            people.draw(report, choice=key)
    if listing.open:
        with listing:
            listed.draw(report)


def _months(report: ActivityReport, key: tuple[str, str]) -> None:
    timeline = state.drawn("timeline", *key, build=partial(timeline_chart, report))
    months = state.drawn("months", *key, build=partial(months_chart, report))
    if timeline is None:
        panel.notice(panel.NoticeKind.EMPTY, texts.NO_YEAR, title=texts.NO_YEAR_TITLE)
    chart.show(timeline, key="zeitstrahl", meaning=figures.TIMELINE_MEANING)
    chart.show(months, key="monate", meaning=figures.MONTHS_MEANING)


def _years(report: ActivityReport, key: tuple[str, str], *, now: int) -> None:
    drawn = state.drawn("active", *key, now, build=partial(organisations_chart, report.years, now=now))
    if drawn is None:
        panel.notice(panel.NoticeKind.EMPTY, texts.NOBODY, title=texts.NOBODY_TITLE)
        return
    chart.show(drawn, key="aktive-organisationen", meaning=figures.YEARS_MEANING)
    panel.text(figures.offices_note(report.years))
