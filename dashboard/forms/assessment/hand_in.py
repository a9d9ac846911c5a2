"""The screen before handing in: how far each factor is, what is open, and what handing in does."""

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import HandIn
from bkcore.instrument import Factor
from bkcore.reports.assessment import AssessmentReport
from bkcore.services import assessments
from dashboard.components import panel, saving
from dashboard.forms.assessment import paper, position, successor
from dashboard.texts import assessment as texts

_FORM = texts.FORM
_PLACE = "hand-in"


def draw(report: AssessmentReport, *, by: Actor) -> None:
    """Show what is answered and what is open, then the button.

    Args:
        report: The own assessment as it is stored.
        by: Who hands in.
    """
    where = texts.eyebrow(report.project_title, report.round_title)
    still_open = report.total - report.answered
    lead = texts.hand_in_open(still_open, report.total) if still_open else texts.SUMMARY_COMPLETE
    panel.page_head(_FORM["hand_in_title"], lead, eyebrow=where)
    refused = saving.refusal()
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    if report.withdrawn_on is not None:
        panel.notice(panel.NoticeKind.INFO, _FORM["withdrawn_text"], title=texts.withdrawn(report.withdrawn_on))
    paper.draw(report)
    with st.container(key="summary", gap=None):
        for factor in report.catalogue.factors:
            _factor(report, factor)
    _button(report, by=by)
    successor.draw(report, by=by)


def hand_in(assessment_id: int, by: Actor) -> None:
    """Hand in; when that worked, move on to the own profile."""
    if saving.save(HandIn, {"assessment_id": assessment_id}, assessments.hand_in, by=by, place=_PLACE):
        position.go(position.RESULT)


def _factor(report: AssessmentReport, factor: Factor) -> None:
    total, still_open = len(report.items(factor)), report.open_in(factor)
    with st.container(key=f"summary-{factor.id}", gap=None):
        panel.heading(f"{factor.number}. {factor.short_title}", texts.factor_state(total - len(still_open), total))
        if len(still_open) == total and not report.short:
            _to(factor.id, label=texts.open_factor(factor.number), key=f"begin-{factor.id}")
            return
        if not still_open:
            _to(factor.id, label=texts.LOOK_AGAIN, key=f"again-{factor.id}")
        for indicator in still_open:
            label = texts.open_question(indicator.statement)
            _to(factor.id, label=label, key=f"open-{indicator.id}", question=indicator.id)


def _to(step: str, *, label: str, key: str, question: str = "") -> None:
    st.button(label, key=key, type="tertiary", on_click=position.go, args=(step, question))


def _button(report: AssessmentReport, *, by: Actor) -> None:
    if report.handed_in:
        panel.notice(panel.NoticeKind.DONE, texts.HANDED_IN)
        st.button(texts.TO_RESULT, key="to-result", type="primary", on_click=position.go, args=(position.RESULT,))
        return
    rule = _FORM["hand_in_short"] if report.short else _FORM["hand_in_half"]
    panel.text(texts.hand_in_text(report.closes_on), rule)
    if not report.answers:
        panel.notice(panel.NoticeKind.EMPTY, texts.NOTHING_YET)
        return
    args = (report.assessment_id, by)
    st.button(_FORM["hand_in_button"], key="hand-in", type="primary", on_click=hand_in, args=args)
