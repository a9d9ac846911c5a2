"""The first page: the most important sentence, where the year stands, the latest figures, what waits."""

from collections.abc import Sequence

import streamlit as st

from bkcore.publication.inputs import YearInput
from dashboard import session, state, yearly_state
from dashboard.components import panel
from dashboard.components.panel import NoticeKind
from dashboard.forms import cycle
from dashboard.texts import network as network_texts
from dashboard.texts import overview as texts


def main() -> None:
    """Show what is going on, then the latest year beside the latest activities."""
    visit = session.required()
    report = state.overview_report(by=visit.actor, today=visit.today)
    network = report.network
    recorded = network_texts.years(network.years, network.series) if network else ()
    until = [year for year in recorded if network and year.year <= network.year]
    running = bool(until) and until[-1].year == report.today.year
    claim = network_texts.claim(until, running=running)
    panel.page_head(texts.title(report, claim), texts.lead(report, claim))
    cycle.draw(report, yearly_state.cycle(by=visit.actor, today=visit.today), by=visit.actor)
    if not until:
        panel.notice(NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        panel.heading(texts.figures_title(report, until, claim), texts.figures_note(report, until, running=running))
        _figures(until, caveat=texts.caveat(report, claim), running=running)
    with right:
        if report.unconfirmed:
            panel.notice(NoticeKind.WARNING, texts.WAITING_HELP, title=texts.waiting(report))
        with panel.card("latest"):
            panel.heading(texts.LATEST)
            panel.event_list([panel.Event(*texts.event(entry)) for entry in report.latest], label=texts.LATEST_LABEL)


def _figures(until: Sequence[YearInput], *, caveat: str, running: bool) -> None:
    if caveat:
        panel.text(caveat)
    figures = network_texts.figures(until, running=running)
    panel.key_figures([panel.KeyFigure(*entry) for entry in figures], cards=True)
    st.page_link("pages/network.py", label=texts.TO_NETWORK, icon=":material/arrow_forward:", icon_position="right")


main()
