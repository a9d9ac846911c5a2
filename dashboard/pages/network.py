"""The network in a year: the finding, six figures, who with whom, the years, who came and who is missing."""

from functools import partial

import streamlit as st

from dashboard import session, state
from dashboard.charts.activity import participation_chart
from dashboard.charts.network import network_chart, organisation_table
from dashboard.components import chart, panel
from dashboard.texts import navigation
from dashboard.texts import network as texts

_THREE_ABREAST = 920


def main() -> None:
    """Choose a year and show its network."""
    visit = session.required()
    years = state.network_years(by=visit.actor)
    if not years:
        panel.page_head(navigation.NETWORK)
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    head = st.container()
    year = st.selectbox(texts.YEAR, years, key="jahr", bind="query-params", width=180)
    report = state.network_report(by=visit.actor, year=year or years[0])
    running = report.year == visit.today.year
    if not report.figures.organisations:
        with head:
            panel.page_head(navigation.NETWORK)
        panel.notice(panel.NoticeKind.EMPTY, texts.quiet_year(report.year, report.figures.activities))
        return
    recorded = texts.years(report.years, report.series)
    until = [entry for entry in recorded if entry.year <= report.year]
    claim = texts.claim(until, running=running)
    with head:
        panel.page_head(claim.finding, claim.lead, eyebrow=navigation.NETWORK)
        if claim.caveat:
            panel.text(claim.caveat)
    with st.container(width=_THREE_ABREAST):
        panel.key_figures([panel.KeyFigure(*entry) for entry in texts.figures(until, running=running)], cards=True)
    with st.container(key="quiet-figures"), st.expander(texts.FIGURES_MEANING, key="figures-meaning"):
        panel.terms([panel.Term(*entry) for entry in texts.meanings(until)])
    graph = partial(network_chart, report.nodes, report.pairs, year=report.year, found=report.figures)
    chart.show(state.drawn("network", report.year, build=graph), key="wer-mit-wem", meaning=texts.GRAPH_MEANING)
    over_time = partial(participation_chart, recorded, shown=report.year)
    chart.show(state.drawn("years", report.year, build=over_time), key="jahre", meaning=texts.BARS_MEANING)
    panel.heading(texts.LISTS, texts.lists_note(report.changed))
    lists = texts.lists(report.changed, names=state.organisation_names(by=visit.actor), running=running)
    panel.terms([panel.Term(*entry) for entry in lists])
    panel.heading(texts.MEMBERS, texts.members_note(report.figures.organisations))
    with st.container(key="quiet-members"):
        chart.table(organisation_table(report.nodes), key="organisationen", label=texts.MEMBERS_LABEL)


main()
