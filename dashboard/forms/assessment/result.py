"""What a rater gets back: the own profile and three next steps; also after the round has closed."""

import math
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import WithdrawAssessment
from bkcore.instrument import LEVELS
from bkcore.reports.assessment import AssessmentReport
from bkcore.reports.assessment_desk import PlannedRound
from bkcore.reports.own_profile import NextStep
from bkcore.services.assessments import withdraw_assessment
from dashboard.charts.profile import ProfileRow, own_profile_chart
from dashboard.components import ask, chart, panel, saving
from dashboard.forms.assessment import paper, position, remarks, successor
from dashboard.texts import assessment as texts
from dashboard.texts import assessment_paper

_FORM = texts.FORM
_PLACE: Final = "withdraw"


def draw(report: AssessmentReport, *, by: Actor) -> None:
    """Thank, show the profile and the next steps, and offer to change, to withdraw and to hand over.

    Args:
        report: The own assessment as it is stored.
        by: Who handed in.
    """
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(_FORM["thanks_title"], _FORM["thanks_text"], eyebrow=where)
    paper.draw(report)
    _profile(report, none=texts.NO_PROFILE)
    with st.container(key="row-change", gap="xsmall"):
        panel.text(texts.correctable(report.closes_on))
        first = report.catalogue.factors[0].id
        refused = saving.refusal(_PLACE)
        if refused:
            panel.notice(panel.NoticeKind.ERROR, refused)
        with st.container(horizontal=True):
            st.button(texts.CHANGE, key="change", on_click=position.go, args=(first,))
            ask.button(
                _FORM["withdraw_button"],
                key="withdraw",
                question=_FORM["withdraw_question"],
                consequences=texts.withdraw_consequences(report.closes_on),
                yes=_FORM["withdraw_yes"],
                on_yes=partial(withdraw, report.assessment_id, by=by),
            )
    successor.draw(report, by=by)


def withdraw(assessment_id: int, *, by: Actor) -> bool:
    """Take back what was handed in; when that worked, move on to the summary, which says so."""
    raw = {"assessment_id": assessment_id}
    done = saving.save(WithdrawAssessment, raw, withdraw_assessment, by=by, place=_PLACE)
    if done:
        position.go(position.SUMMARY)
    return done


def draw_closed(report: AssessmentReport, *, planned: PlannedRound | None) -> None:
    """Say that the round is over and whether the answers count, and which comes next; the own profile stays."""
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(_FORM["closed_title"], texts.closed(report.round_title, report.ended_on), eyebrow=where)
    refused = saving.refusal()
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    counted = assessment_paper.counted(handed_in=report.handed_in, on_paper=report.on_paper)
    entries = [panel.Term(_FORM["closed_answers"], counted)]
    if planned is not None:
        following = texts.planned_next(planned.title, opens_on=planned.opens_on, closes_on=planned.closes_on)
        entries.append(panel.Term(_FORM["closed_next"], f"{following} {_FORM['planned_how']}"))
    panel.terms(entries)
    if remarks.unsaved():
        panel.heading(_FORM["unsaved_title"], _FORM["unsaved_text"])
        st.code(remarks.unsaved(), language=None, wrap_lines=True)
    _profile(report, none=texts.NO_PROFILE_CLOSED)


def _profile(report: AssessmentReport, *, none: str) -> None:
    rows = [ProfileRow(row.factor.short_title, row.score, row.answered, ladder=row.ladder) for row in report.profile]
    if not any(row.score is not None for row in rows):
        panel.notice(panel.NoticeKind.TOO_FEW, none)
        return
    chart.show(own_profile_chart(rows), key="ihr-profil", meaning=texts.PROFILE_MEANING)
    missing = [row.title for row in rows if row.score is None]
    if missing:
        panel.text(texts.not_drawn(missing))
    _next_steps(report.next_steps())


def _next_steps(steps: tuple[NextStep, ...]) -> None:
    panel.heading(texts.next_steps_title(len(steps)), _FORM["thanks_next"])
    for step in steps:
        with panel.card(f"step-{step.action.id}"):
            note = texts.step_from(step.factor.short_title, math.floor(step.score), top=LEVELS)
            panel.heading(step.action.title, note, level=3)
            panel.text(step.action.text)
    panel.text(texts.NEXT_STEPS_RULE)
