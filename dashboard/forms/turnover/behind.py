"""The names behind a year, who keeps coming, and what became of each first year."""

from functools import partial

import streamlit as st

from dashboard import state
from dashboard.charts.cohorts import cohorts_chart
from dashboard.charts.steady import continuity_table, steady_rows
from dashboard.charts.turnover import turnover_chart
from dashboard.components import chart, listing, panel
from dashboard.forms.turnover.choosing import Chosen
from dashboard.texts import shell
from dashboard.texts import turnover as texts


def draw(chosen: Chosen, *, now: int) -> None:
    """Show the years, the names of the chosen one, who keeps coming, and the first years.

    Args:
        chosen: The page's choice.
        now: The year that is not over yet.
    """
    report, year = chosen.report, chosen.year
    years = partial(turnover_chart, report.years, shown=year.year, now=now)
    drawn = state.drawn("turnover", *chosen.key, now, build=years)
    if drawn is None:
        panel.notice(panel.NoticeKind.TOO_FEW, texts.ONE_YEAR)
    chart.show(drawn, key="veraenderung", meaning=texts.MEANING)
    _names(chosen, running=year.year == now)
    _steady(chosen)
    cohorts = state.drawn("cohorts", *chosen.key, now, build=partial(cohorts_chart, report.cohorts, now=now))
    chart.show(cohorts, key="jahrgaenge", meaning=texts.COHORTS_MEANING)


def _names(chosen: Chosen, *, running: bool) -> None:
    year, names = chosen.year, chosen.report.names
    if not year.active:
        return
    if year.base:
        panel.heading(texts.lists_title(year.year), texts.BASE_NOTE)
        panel.terms([panel.Term(*texts.named(texts.BASE, year.base, names))])
        return
    panel.heading(texts.lists_title(year.year), texts.LISTS_NOTE)
    missing = {"paused", "unseen", "open", "resigned"}
    lists = [(title, getattr(year, key)) for key, title in texts.LISTS if not (running and key in missing)]
    panel.terms([panel.Term(*texts.named(title, ids, names)) for title, ids in lists if ids])


def _steady(chosen: Chosen) -> None:
    report = chosen.report
    rows = steady_rows(report.continuity, report.active, names=report.names)
    panel.heading(texts.steady_finding(len(rows), len(report.continuity)), texts.STEADY_NOTE)
    if rows:
        listing.table(texts.COLUMNS_STEADY, rows, label=texts.STEADY_LABEL)
    with st.container(key="quiet-bestaendigkeit", gap="xsmall"):
        table = continuity_table(report.continuity, names=report.names)
        chart.table(table, key="bestaendigkeit", label=texts.STEADY_LABEL)
        with st.expander(shell.MEANING, key="bestaendigkeit-meaning"):
            panel.text(texts.STEADY_MEANING)
