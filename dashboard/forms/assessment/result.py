"""What a rater gets back: the own profile and three next steps; also after the round has closed."""

import math

import streamlit as st

from bkcore import catalogue
from bkcore.instrument import LEVELS
from bkcore.reports.assessment import AssessmentReport, NextStep
from dashboard.charts.profile import ProfileRow, own_profile_chart
from dashboard.components import chart, panel, saving
from dashboard.forms.assessment import position
from dashboard.texts import assessment as texts

_FORM = texts.FORM


def draw(report: AssessmentReport) -> None:
    """Thank, show the profile and the next steps, and offer to change the answers."""
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(_FORM["thanks_title"], _FORM["thanks_text"], eyebrow=where)
    _profile(report, none=texts.NO_PROFILE)
    with st.container(key="row-change", gap="xsmall"):
        panel.text(texts.correctable(report.closes_on))
        first = catalogue.load().factors[0].id
        st.button(texts.CHANGE, key="change", on_click=position.go, args=(first,))


def draw_closed(report: AssessmentReport) -> None:
    """Say that the round is over and whether the answers count; the own profile stays."""
    panel.page_head(_FORM["closed_title"], eyebrow=texts.eyebrow(report.project_title, report.round_title))
    refused = saving.refusal()
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    panel.notice(panel.NoticeKind.CLOSED, _FORM["closed_text"], title=texts.closed(report.round_title, report.ended_on))
    if not report.handed_in:
        panel.notice(panel.NoticeKind.INFO, texts.NOT_COUNTED)
    _profile(report, none=texts.NO_PROFILE_CLOSED)


def _profile(report: AssessmentReport, *, none: str) -> None:
    rows = [ProfileRow(row.factor.short_title, row.score, row.answered) for row in report.profile]
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
