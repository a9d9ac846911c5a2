"""The first screen: what for, how long, who sees what; and for somebody who comes back, how far one is."""

import streamlit as st

from bkcore import catalogue
from bkcore.reports.assessment import AssessmentReport
from dashboard.components import panel
from dashboard.forms.assessment import position
from dashboard.texts import assessment as texts

_FORM = texts.FORM


def draw(report: AssessmentReport) -> None:
    """Show the welcome, or the welcome back, and what one should know before answering."""
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(_FORM["welcome_title"], _FORM["welcome_text"], eyebrow=where)
    if report.answered:
        so_far = texts.resume(report.answered, report.total, report.minutes_left)
        panel.notice(panel.NoticeKind.DONE, so_far, title=_FORM["welcome_back"])
    _buttons(report)
    panel.terms(
        [
            panel.Term(texts.DURATION, _FORM["duration"]),
            panel.Term(texts.UNTIL, texts.until(report.closes_on)),
            panel.Term(texts.STOP, _FORM["stop_text"]),
            panel.Term(texts.SEEN_BY, _FORM["privacy_open_round"]),
        ]
    )
    _section("purpose_title", "purpose_text", "no_ranking")
    _section("how_title", "how_structure", "how_levels", "how_opt_outs", "level_one_note", "how_alone")
    _section("privacy_title", "privacy_after_round", "privacy_council", "privacy_free_text", "privacy_link")
    if catalogue.load().state == "entwurf":
        panel.text(texts.draft_note(catalogue.load().version))


def draw_planned(report: AssessmentReport) -> None:
    """Say from when on one can answer, and what it will be about."""
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(texts.planned_title(report.opens_on), texts.planned_lead(report.closes_on), eyebrow=where)
    panel.notice(panel.NoticeKind.INFO, texts.PLANNED_TEXT, title=texts.PLANNED_TITLE)
    _section("purpose_title", "purpose_text", "no_ranking")
    _section("privacy_title", "privacy_open_round", "privacy_after_round", "privacy_link")


def _buttons(report: AssessmentReport) -> None:
    first = catalogue.load().factors[0].id
    with st.container(key="row-start", horizontal=True):
        if not report.answered:
            _button(_FORM["start_button"], to=first, key="start-begin")
        elif report.answered < report.total:
            _button(_FORM["resume_button"], to=position.first_open(report), key="start-resume")
        if report.handed_in:
            _button(texts.TO_RESULT, to=position.RESULT, key="start-result", main=False)
        elif report.answered:
            _button(texts.TO_SUMMARY, to=position.SUMMARY, key="start-summary", main=report.answered == report.total)


def _button(label: str, *, to: str, key: str, main: bool = True) -> None:
    st.button(label, key=key, type="primary" if main else "secondary", on_click=position.go, args=(to,))


def _section(title: str, *paragraphs: str) -> None:
    with st.container(gap="xsmall"):
        panel.heading(_FORM[title])
        panel.text(*(_FORM[name] for name in paragraphs))
