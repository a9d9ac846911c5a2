"""The first screen: what for, how long, who sees what; and for somebody who comes back, how far one is."""

import streamlit as st

from bkcore.access import Actor
from bkcore.reports.assessment import AssessmentReport
from dashboard import state
from dashboard.components import panel
from dashboard.forms.assessment import choosing, paper, position
from dashboard.texts import assessment as texts

_FORM = texts.FORM


def draw(report: AssessmentReport, *, by: Actor) -> None:
    """Show the welcome, or the welcome back, and what one should know before answering.

    Args:
        report: The own assessment as it is stored.
        by: Who fills in.
    """
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(_FORM["welcome_title"], texts.wording("welcome_text", report.kind), eyebrow=where)
    if report.withdrawn_on is not None:
        panel.notice(panel.NoticeKind.INFO, _FORM["withdrawn_text"], title=texts.withdrawn(report.withdrawn_on))
    elif report.handed_over_on is not None and report.answers:
        panel.notice(panel.NoticeKind.INFO, texts.handed_over(report.handed_over_on))
    paper.draw(report)
    if report.answers:
        so_far = texts.resume(report.answered, report.total, report.minutes_left)
        panel.notice(panel.NoticeKind.DONE, so_far, title=_FORM["welcome_back"])
        _buttons(report)
    else:
        choosing.cards(report, by=by)
    panel.terms(
        [
            panel.Term(texts.UNTIL, texts.until(report.closes_on)),
            panel.Term(texts.STOP, _FORM["stop_text"]),
            panel.Term(texts.SEEN_BY, _FORM["privacy_open_round"]),
        ]
    )
    _section(report, "purpose_title", "purpose_text", "no_ranking")
    _section(report, "how_title", "how_structure", "how_levels", "how_opt_outs", "level_one_note", "how_alone")
    seen = ("privacy_after_round", "privacy_council", "privacy_free_text", "privacy_confidential")
    _section(report, "privacy_title", *seen, "privacy_time", "privacy_link")
    if report.answers:
        choosing.cards(report, by=by)
    if not state.edition_state(report.catalogue.version).approved:
        panel.text(texts.draft_note(report.catalogue.version))


def draw_planned(report: AssessmentReport) -> None:
    """Say from when on one can answer, and what it will be about."""
    where = texts.eyebrow(report.project_title, report.round_title)
    panel.page_head(texts.planned_title(report.opens_on), texts.planned_lead(report.closes_on), eyebrow=where)
    panel.notice(panel.NoticeKind.INFO, texts.PLANNED_TEXT, title=texts.PLANNED_TITLE)
    _section(report, "purpose_title", "purpose_text", "no_ranking")
    _section(report, "privacy_title", "privacy_open_round", "privacy_after_round", "privacy_link")


def _buttons(report: AssessmentReport) -> None:
    with st.container(key="row-start", horizontal=True):
        if report.answered < report.total:
            _button(_FORM["resume_button"], to=position.first_open(report), key="start-resume")
        if report.handed_in:
            _button(texts.TO_RESULT, to=position.RESULT, key="start-result", main=False)
        else:
            _button(texts.TO_SUMMARY, to=position.SUMMARY, key="start-summary", main=report.answered == report.total)


def _button(label: str, *, to: str, key: str, main: bool = True) -> None:
    st.button(label, key=key, type="primary" if main else "secondary", on_click=position.go, args=(to,))


def _section(report: AssessmentReport, title: str, *paragraphs: str) -> None:
    with st.container(gap="xsmall"):
        panel.heading(_FORM[title])
        panel.text(*(texts.wording(name, report.kind) for name in paragraphs))
