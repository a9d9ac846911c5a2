"""The result of one project: profile, views, what to talk about, and every factor by itself."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from bkcore.reports.level_text import level_text
from bkcore.reports.project_factor import ProjectFactor
from bkcore.reports.project_result import ProjectReport
from bkcore.vocabulary import RemarkKind
from bkcore.wording import project_result as words
from bkcore.wording.labels import label
from bkcore.wording.project_result import ProjectFacts
from dashboard import state
from dashboard.charts.project import project_chart, views_chart
from dashboard.components import chart, panel
from dashboard.texts import project as texts


def draw_profile(report: ProjectReport, facts: tuple[ProjectFacts, ...], *, round_title: str) -> None:
    """Show the profile beside the project's own past and the other projects, with what to talk about."""
    _protection(facts)
    titles = [past.round_title for found in report.factors for past in found.past[-1:]]
    left, right = st.columns([3, 2], gap="large")
    with left:
        build = partial(project_chart, facts, round_title=round_title, previous=titles[0] if titles else "")
        drawn = state.drawn("project", facts, round_title, *titles[:1], build=build)
        chart.show(drawn, key="projektprofil", meaning=texts.PROFILE_MEANING)
    with right:
        panel.heading(texts.TALK)
        for question, factors in texts.points(facts):
            panel.heading(question, level=3)
            panel.text(factors)
        _ladder(report)


def draw_views(facts: tuple[ProjectFacts, ...], *, round_title: str) -> None:
    """Show how the views lie to each other, the widest gaps in words; or say what it takes to see that."""
    drawn = state.drawn("views", facts, round_title, build=partial(views_chart, facts, round_title=round_title))
    if drawn is None:
        panel.heading(words.VIEWS)
        panel.notice(panel.NoticeKind.TOO_FEW, texts.ONE_VIEW)
        return
    chart.show(drawn, key="sichten", meaning=texts.VIEWS_MEANING)
    told = [words.gap_sentence(fact) for fact in words.widest(facts)]
    if told:
        panel.text(*told)


def draw_factors(report: ProjectReport, facts: tuple[ProjectFacts, ...]) -> None:
    """Show every factor by itself: its figures, what was counted beside it, and what people wrote."""
    with st.container(gap="small"):
        panel.heading(texts.SINGLY, texts.SINGLY_NOTE)
        for found, fact in zip(report.factors, facts, strict=True):
            with st.expander(texts.expander(found.factor, fact), key=f"projektfaktor-{fact.key}"):
                numbers = panel.terms_html([panel.Term(*row) for row in _numbers(found, fact)])
                head = panel.heading_html(found.factor.question, found.factor.explanation, level=3)
                st.html(panel.stacked([head, numbers, *_remarks(found)]))


def _numbers(found: ProjectFactor, fact: ProjectFacts) -> tuple[tuple[str, str], ...]:
    companion = found.factor.companion
    return texts.numbers(
        fact,
        past=[(past.round_title, level_text(past.score, ladder=found.ladder)) for past in found.past],
        counted=None if found.companion is None else (companion.title, found.companion),
        definition=companion.definition,
    )


def _protection(facts: tuple[ProjectFacts, ...]) -> None:
    """Say which of two figures is left out so that nobody can be worked out."""
    if any(fact.lead_alone for fact in facts):
        panel.notice(panel.NoticeKind.INFO, words.LEAD_ALONE)
    if any(fact.lead_hidden for fact in facts):
        panel.notice(panel.NoticeKind.INFO, words.LEAD_HIDDEN)


def _ladder(report: ProjectReport) -> None:
    """Show the step of participation, which is a step and no mean."""
    found = next((one for one in report.factors if one.ladder and one.shown.score is not None), None)
    if found is None or found.shown.score is None:
        return
    step, looks_like = texts.ladder(int(found.shown.score), found.factor)
    panel.heading(texts.LADDER, level=3)
    panel.text(step, looks_like)


def _remarks(found: ProjectFactor) -> Sequence[str]:
    if not found.evidence and not found.needs:
        return ()
    blocks = [panel.heading_html(texts.WHAT_PEOPLE_WROTE, level=3)]
    for kind, written in ((RemarkKind.EVIDENCE, found.evidence), (RemarkKind.NEED, found.needs)):
        if written:
            blocks += [panel.heading_html(label(kind), level=4), panel.text_html(*written)]
    return blocks
