"""The success factors of a closed round: what to talk about, the profile, each factor, and what lies behind it."""

from functools import partial

import streamlit as st

from bkcore.reports.factor_facts import facts_of
from dashboard import session, state
from dashboard.charts.factors import factor_profile_chart
from dashboard.components import chart, choice, panel
from dashboard.components.panel import NoticeKind
from dashboard.forms import sheet
from dashboard.forms.factors import behind, single
from dashboard.texts import factors as texts


def main() -> None:
    """Choose a closed round and show its profile; of an open one show only how many have handed in."""
    visit = session.required()
    with sheet.page():
        head = st.container()
        rounds = state.round_states(by=visit.actor, today=visit.today)
        for turn in [turn for turn in rounds if turn.is_open]:
            handed_in = texts.progress(turn.projects_handed_in, turn.projects_asked)
            panel.notice(NoticeKind.INFO, handed_in, title=texts.running(turn.title, turn.closes_on, today=visit.today))
        closed = [turn.slug for turn in rounds if not turn.is_open and turn.opens_on <= visit.today]
        named = {turn.slug: turn.title for turn in rounds}.__getitem__
        chosen = choice.of_several(texts.ROUND, closed, key="runde", named=named, width=320)
        results = state.factors_report(by=visit.actor, today=visit.today, round_slug=chosen)
        report = results.report
        read = partial(facts_of, report.profile, report.views, factors=report.factors, changes=results.change_facts)
        facts = state.drawn("factor-facts", results, build=read)
        shown = report.round is not None and any(fact.mean for fact in facts)
        with head:
            panel.page_head(*texts.head(facts, raters=report.raters, projects=report.projects, shown=shown))
        if report.round is None:
            panel.notice(NoticeKind.EMPTY, texts.NONE, title=texts.NONE_TITLE)
        elif not shown:
            panel.notice(NoticeKind.TOO_FEW, texts.TOO_FEW, title=texts.TOO_FEW_TITLE)
        else:
            named_rounds = {"round_title": report.round.title, "previous": report.previous}
            profile = partial(factor_profile_chart, facts, scores=results.scores, **named_rounds)
            left, right = st.columns([3, 2], gap="large")
            with left:
                drawn = state.drawn("factors", results, build=profile)
                chart.show(drawn, key="gelingensfaktoren", meaning=texts.MEANING)
            with right:
                panel.heading(texts.POINTS)
                for question, titles_of in texts.points(facts):
                    panel.heading(question, level=3)
                    panel.text(titles_of)
                panel.text(*texts.more(facts))
            behind.draw_beside(results, facts)
            single.draw(results, facts)
            behind.draw(results)


main()
