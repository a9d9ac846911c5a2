"""Who came, came back and is missing in the year of the network page, and everybody who was there."""

from functools import partial

import streamlit as st

from bkcore.reports.network import NetworkReport
from dashboard import state
from dashboard.charts.network import organisation_table
from dashboard.charts.tables import Table
from dashboard.components import chart, panel
from dashboard.session import Visit
from dashboard.texts import graph
from dashboard.texts import network as texts


def draw(report: NetworkReport, visit: Visit, *, with_offices: bool) -> None:
    """Show the lists of the year and the table of its organisations.

    Args:
        report: The year, with at least one active organisation.
        visit: Who looks, and on which day.
        with_offices: Whether the town's own offices are in it.
    """
    running = report.year == visit.today.year
    panel.heading(texts.LISTS, texts.lists_note(report.changed))
    lists = texts.lists(report.changed, names=state.organisation_names(by=visit.actor), running=running)
    panel.terms([panel.Term(*entry) for entry in lists])
    panel.heading(texts.MEMBERS, texts.members_note(report.figures.organisations))
    if estimated := graph.estimated(report.betweenness_margin):
        panel.text(estimated)
    with st.container(key="quiet-members"):
        build = partial(organisation_table, report.nodes, changed=report.changed)
        found = state.drawn("organisations", report.year, with_offices, build=lambda: Table(build()))
        chart.table(found, key="organisationen", label=texts.MEMBERS_LABEL)
