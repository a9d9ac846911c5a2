"""The network in a year: finding, six figures, who with whom, which sectors, the years, who came and who is missing."""

from functools import partial

import streamlit as st

from dashboard import graph_state, session, state
from dashboard.charts.activity import participation_chart
from dashboard.charts.network import sector_chart
from dashboard.components import chart, panel
from dashboard.forms.network import choosing, members, picture
from dashboard.texts import navigation, sectors
from dashboard.texts import network as texts

_THREE_ABREAST = 920


def main() -> None:
    """Choose a year and show its network, with or without the town's offices."""
    visit = session.required()
    years = graph_state.years(by=visit.actor)
    if not years:
        panel.page_head(navigation.NETWORK)
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    head = st.container()
    chosen = choosing.year_and_offices(years)
    report = graph_state.report(by=visit.actor, year=chosen.year, with_offices=chosen.with_offices)
    running = report.year == visit.today.year
    eyebrow = texts.eyebrow(navigation.NETWORK, with_offices=chosen.with_offices)
    if not report.figures.organisations:
        with head:
            panel.page_head(navigation.NETWORK, eyebrow=eyebrow)
        panel.notice(panel.NoticeKind.EMPTY, texts.quiet_year(report.year, report.figures.activities))
        return
    key = (report.year, chosen.with_offices)
    telling = partial(texts.told, report.years, report.series, year=report.year, running=running)
    told = state.drawn("network", *key, running, build=telling)
    with head:
        panel.page_head(told.claim.finding, told.claim.lead, eyebrow=eyebrow)
        panel.text(*(text for text in (told.claim.caveat, "" if chosen.with_offices else texts.WITHOUT_NOTE) if text))
    with st.container(width=_THREE_ABREAST):
        panel.key_figures([panel.KeyFigure(*entry) for entry in told.figures], cards=True)
    with st.container(key="quiet-figures"), st.expander(texts.FIGURES_MEANING, key="figures-meaning"):
        panel.terms([panel.Term(*entry) for entry in told.meanings])
    picture.draw(report, visit, with_offices=chosen.with_offices)
    matrix = partial(sector_chart, report.sectors, report.nodes, year=report.year, found=report.figures)
    chart.show(state.drawn("sectors", *key, build=matrix), key="bereiche", meaning=sectors.MEANING)
    over_time = partial(participation_chart, told.recorded, shown=report.year)
    chart.show(state.drawn("years", *key, build=over_time), key="jahre", meaning=texts.BARS_MEANING)
    members.draw(report, visit, with_offices=chosen.with_offices)


main()
