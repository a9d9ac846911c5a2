"""The reader's own words to a factor: what shows it, and after a low level what is missing."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import WriteRemark
from bkcore.instrument import Factor
from bkcore.personal_data import traces
from bkcore.reports.assessment import AssessmentReport
from bkcore.services.remarks import write_remark
from bkcore.vocabulary import RemarkKind
from dashboard.components import ladder, panel, saving
from dashboard.texts import assessment as texts

_FORM = texts.FORM
_LOW: Final = 2
"""Up to this level the form asks what is missing."""
_UNSAVED: Final = "remarks-unsaved"
_WRITTEN: Final = "remarks-written"


def draw(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    """Ask for own words; for what is missing only after a low level, or where something is written already.

    The short form folds them away until somebody wants to write or has written.

    Args:
        report: The own assessment as it is stored.
        factor: Which factor.
        by: Who writes.
    """
    if report.short:
        key, unfolded = f"worte-{factor.id}", _written_once(report, factor)
        with st.container(key=f"quiet-{key}"), st.expander(_FORM["words_folded"], expanded=unfolded, key=key):
            _fields(report, factor, by=by)
        return
    with st.container(key=f"belege-{factor.id}", gap="small"):
        panel.heading(texts.OWN_WORDS)
        _fields(report, factor, by=by)


def save_remark(given: ladder.Text, *, assessment_id: int, factor_id: str, kind: RemarkKind, by: Actor) -> bool:
    """Save what somebody wrote to a factor; an empty text removes it.

    Args:
        given: The text, whether it is confidential, and what the field has shown before.
        assessment_id: Which assessment.
        factor_id: Which factor.
        kind: What it is about.
        by: Who writes.

    Returns:
        Whether it is committed; what was refused is kept for ``unsaved``.
    """
    raw = {
        "assessment_id": assessment_id,
        "factor_id": factor_id,
        "kind": kind,
        "text": given.text,
        "confidential": given.private,
        "seen": given.seen,
    }
    kept = saving.save(WriteRemark, raw, write_remark, by=by, place=_place(factor_id, kind))
    if not kept:
        st.session_state[_UNSAVED] = given.text
    elif st.session_state.get(_UNSAVED) is not None:
        del st.session_state[_UNSAVED]
    return kept


def unsaved() -> str:
    """Return the latest text that was refused, empty when the latest was saved."""
    return str(st.session_state.get(_UNSAVED) or "")


def _written_once(report: AssessmentReport, factor: Factor) -> bool:
    """Tell whether something is, or in this session was, written; else clearing a text would fold the field away."""
    place = f"{_WRITTEN}-{report.assessment_id}-{factor.id}"
    if any(report.written(factor, kind).text for kind in RemarkKind):
        st.session_state[place] = True
    return place in st.session_state


def _fields(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    hint = f"{factor.evidence_question} {_FORM['evidence_hint']}"
    _field(report, factor, RemarkKind.EVIDENCE, label=_FORM["evidence_label"], hint=hint, by=by)
    if report.low(factor, up_to=_LOW) or report.written(factor, RemarkKind.NEED).text:
        _field(report, factor, RemarkKind.NEED, label=_FORM["need_label"], hint=_FORM["need_hint"], by=by)


def _field(report: AssessmentReport, factor: Factor, kind: RemarkKind, *, label: str, hint: str, by: Actor) -> None:
    stored, place = report.written(factor, kind), _place(factor.id, kind)
    refused, at = saving.refusal(place), saving.at(place)
    state = (texts.saved_at(at) if at else _FORM["saved"]) if stored.text or at else ""
    with st.container(gap="xsmall"):
        ladder.longtext(
            label=label,
            value=stored.text,
            key=f"{kind}-{report.assessment_id}-{factor.id}",
            hint=hint,
            private=stored.confidential,
            private_label=_FORM["confidential_label"],
            state=state,
            waiting=_FORM["not_saved_yet"],
            refused=bool(refused),
            on_change=partial(_written, assessment_id=report.assessment_id, factor_id=factor.id, kind=kind, by=by),
        )
        if refused:
            panel.notice(panel.NoticeKind.ERROR, refused)
        found = traces(stored.text)
        if found:
            panel.notice(panel.NoticeKind.WARNING, texts.person(found))


def _written(given: ladder.Text, *, assessment_id: int, factor_id: str, kind: RemarkKind, by: Actor) -> None:
    save_remark(given, assessment_id=assessment_id, factor_id=factor_id, kind=kind, by=by)


def _place(factor_id: str, kind: RemarkKind) -> str:
    return f"{factor_id}-{kind}"
