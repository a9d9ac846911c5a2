"""One point as the wall shows it: the finding, figures, one picture, lists; every word from the frozen document."""

from functools import partial

import streamlit as st

from bkcore.publication.meeting.document import Point
from bkcore.publication.parts import BarFigure, ProfileFigure
from dashboard import state
from dashboard.charts.base import Chart
from dashboard.charts.briefing import bars_chart, dots_chart
from dashboard.components import chart, listing, panel, wall
from dashboard.texts import meeting as texts


def draw(shown: Point, *, key: str) -> None:
    """Show what stands below the finding.

    Args:
        shown: The point.
        key: What the picture is kept by beside the state of the data: the meeting.
    """
    if shown.key_figures:
        panel.key_figures(
            [panel.KeyFigure(figure.text, figure.label, figure.comparison) for figure in shown.key_figures], cards=True
        )
    if shown.figure is not None:
        with panel.card("sitzung-bild"):
            drawn = state.drawn(f"meeting-{shown.kind}", key, build=partial(_chart, shown))
            chart.show(drawn, key=f"sitzung-{shown.kind}", meaning=shown.figure.meaning)
    if shown.listings:
        found = [
            wall.Column(one.title, tuple(wall.Entry(line.title, line.note, line.mark) for line in one.lines), one.empty)
            for one in shown.listings
        ]
        wall.columns(found, more=texts.MORE)
    for table in shown.tables:
        panel.heading(table.caption)
        listing.table(table.columns, table.rows, label=table.caption)
    if shown.key_figures:
        with st.container(key="quiet-zahlen"), st.expander(texts.DEFINITIONS, key="sitzung-zahlen"):
            panel.terms([panel.Term(figure.label, figure.definition) for figure in shown.key_figures])


def _chart(shown: Point) -> Chart:
    figure = shown.figure
    if isinstance(figure, BarFigure):
        return bars_chart(figure).for_the_wall()
    if isinstance(figure, ProfileFigure):
        return dots_chart(figure, titles=shown.short_titles).for_the_wall()
    raise TypeError(figure)
