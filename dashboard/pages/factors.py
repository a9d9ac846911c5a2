"""The success factors of a closed round: what to talk about, the profile, every factor with its next steps."""

from functools import partial

import streamlit as st

from bkcore import catalogue
from dashboard import session, state
from dashboard.charts.factors import factor_profile_chart, facts_of
from dashboard.components import chart, panel
from dashboard.components.panel import NoticeKind
from dashboard.texts import factors as texts


def main() -> None:
    """Choose a closed round and show its profile; of an open one show only how many have handed in."""
    visit = session.required()
    head = st.container()
    rounds = state.round_states(by=visit.actor, today=visit.today)
    for turn in [turn for turn in rounds if turn.is_open]:
        handed_in = texts.progress(turn.projects_handed_in, turn.projects_asked)
        panel.notice(NoticeKind.INFO, handed_in, title=texts.running(turn.title, turn.closes_on, today=visit.today))
    closed = [turn.slug for turn in rounds if not turn.is_open and turn.opens_on <= visit.today]
    named = {turn.slug: turn.title for turn in rounds}.__getitem__
    chosen = None
    if len(closed) > 1:
        chosen = st.selectbox(texts.ROUND, closed, format_func=named, key="runde", bind="query-params", width=320)
    report = state.factors_report(by=visit.actor, today=visit.today, round_slug=chosen)
    facts = facts_of(report.profile, report.views, factors=catalogue.load().factors)
    shown = report.round is not None and any(fact.mean for fact in facts)
    with head:
        panel.page_head(*texts.head(facts, raters=report.raters, projects=report.projects, shown=shown))
    if report.round is None:
        panel.notice(NoticeKind.EMPTY, texts.NONE, title=texts.NONE_TITLE)
    elif not shown:
        panel.notice(NoticeKind.TOO_FEW, texts.TOO_FEW, title=texts.TOO_FEW_TITLE)
    else:
        left, right = st.columns([3, 2], gap="large")
        profile = partial(factor_profile_chart, facts, round_title=report.round.title, previous=report.previous)
        drawn = state.drawn("factors", report.round.slug, build=profile)
        with left:
            chart.show(drawn, key="gelingensfaktoren", meaning=texts.MEANING)
        with right:
            panel.heading(texts.POINTS)
            for question, titles_of in texts.points(facts):
                panel.heading(question, level=3)
                panel.text(titles_of)
            panel.text(*texts.more(facts))
        panel.heading(texts.SINGLY, texts.SINGLY_NOTE)
        for fact, factor in zip(facts, catalogue.load().factors, strict=True):
            with st.expander(texts.expander(factor, fact), key=f"faktor-{fact.key}"):
                panel.heading(factor.question, factor.explanation, level=3)
                panel.terms([panel.Term(*row) for row in texts.numbers(fact, previous=report.previous)])
                if fact.mean is not None:
                    actions = catalogue.load().next_actions(fact.key, level=fact.mean)
                    panel.heading(texts.actions(actions[0].from_level), level=3)
                    panel.terms([panel.Term(action.title, action.text) for action in actions])


main()
