"""Where one is in the self-assessment; it stands in the address, so that a reload and the back key keep it."""

from typing import Final

import streamlit as st

from bkcore.reports.assessment import AssessmentReport
from dashboard.components import choice
from dashboard.texts import assessment as texts

START: Final = "start"
SUMMARY: Final = "abgabe"
RESULT: Final = "ergebnis"
_STEP: Final = "schritt"
_QUESTION: Final = "frage"
_SCREENS: Final = {START: texts.START, SUMMARY: texts.SUMMARY, RESULT: texts.RESULT}


def current(report: AssessmentReport) -> str:
    """Return the screen the address names, the natural first one when it names none.

    Args:
        report: The own assessment.

    Returns:
        ``START``, ``SUMMARY``, ``RESULT`` or the id of a factor.
    """
    asked = st.query_params.get(_STEP, "")
    if asked == RESULT and not report.handed_in:
        return SUMMARY
    if asked in {START, SUMMARY, RESULT, *_factor_ids(report)}:
        return asked
    return RESULT if report.handed_in else START


def heed(report: AssessmentReport, *, step: str) -> None:
    """Say so when the address names a screen or a question that is not there.

    Args:
        report: The own assessment.
        step: The screen that is shown.
    """
    factors = {factor.id: factor for factor in report.catalogue.factors}
    shown = factors[step].short_title if step in factors else _SCREENS[step]
    choice.heed(texts.SCREEN, {*_SCREENS, *factors}, key=_STEP, instead=shown)
    items = {item.id for item in report.items(factors[step])} if step in factors else set()
    choice.heed(texts.QUESTION, {step, *items}, key=_QUESTION, instead=shown)


def asked_question() -> str:
    """Return the key of the question the address names, empty for none."""
    indicator_id = st.query_params.get(_QUESTION, "")
    return question_key(indicator_id) if indicator_id else ""


def question_key(indicator_id: str) -> str:
    """Return the key of the container that holds a question."""
    return f"frage-{indicator_id}"


def go(step: str, question: str = "") -> None:
    """Move on to another screen; meant as a callback.

    Args:
        step: The screen.
        question: Id of an indicator to begin at.
    """
    st.query_params.from_dict({_STEP: step} | ({_QUESTION: question} if question else {}))


def before(report: AssessmentReport, factor_id: str) -> str:
    """Return the screen before a factor: the one before it, or the start."""
    ids = _factor_ids(report)
    place = ids.index(factor_id)
    return ids[place - 1] if place else START


def after(report: AssessmentReport, factor_id: str) -> str:
    """Return the screen after a factor: the next one, or the summary."""
    ids = _factor_ids(report)
    place = ids.index(factor_id) + 1
    return ids[place] if place < len(ids) else SUMMARY


def first_open(report: AssessmentReport) -> str:
    """Return the first factor with an open question, the summary when there is none."""
    return next((factor.id for factor in report.catalogue.factors if report.open_in(factor)), SUMMARY)


def _factor_ids(report: AssessmentReport) -> list[str]:
    return [factor.id for factor in report.catalogue.factors]
