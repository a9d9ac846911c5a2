"""The picture of the network over the years, and its tables."""

from typing import Final

import streamlit as st

from bkcore.reports.network import NetworkReport
from dashboard import graph_state, state
from dashboard.charts.network import pair_table
from dashboard.charts.tables import Table
from dashboard.components import chart, graph, panel
from dashboard.components.picture import Caption
from dashboard.forms.network import choosing
from dashboard.session import Visit
from dashboard.texts import graph as texts

KEY: Final = "wer-mit-wem"


def draw(report: NetworkReport, visit: Visit, *, with_offices: bool) -> None:
    """Show the picture, beginning with the year of the page.

    Args:
        report: The year.
        visit: Who looks, and on which day.
        with_offices: Whether the town's own offices are in it.
    """
    drawing = graph_state.drawing(by=visit.actor, running=visit.today.year, with_offices=with_offices)
    words = drawing.words[report.year]
    box = st.container(key=f"{KEY}-figure")
    look = choosing.look()
    with box:
        graph.show(
            drawing,
            year=report.year,
            mode=look.mode,
            size=look.size,
            colour=look.colour,
            key=KEY,
            on_year=choosing.go_to,
        )
    with box:
        panel.text(*(sentence for sentence in _below(report, visit, with_offices=with_offices) if sentence))
    caption = Caption(words.finding, note=words.subtitle, description=words.description)
    pairs = state.drawn("pairs", report.year, with_offices, build=lambda: Table(pair_table(report.nodes, report.pairs)))
    chart.below(caption, pairs, key=KEY, meaning=texts.MEANING)


def _below(report: NetworkReport, visit: Visit, *, with_offices: bool) -> tuple[str, str]:
    """Return whether the groups drawn are more than chance, and how exact betweenness is."""
    found = graph_state.grouping(by=visit.actor, year=report.year, with_offices=with_offices)
    return texts.grouping(report.year, organisations=report.figures.organisations, found=found), texts.estimated(
        report.betweenness_margin
    )
