"""One factor on one screen: its question, four ladders that save every answer at once, and the reader's own words."""

from functools import partial

import streamlit as st

from bkcore import catalogue
from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, WriteRemark
from bkcore.instrument import Factor, Indicator
from bkcore.reports.assessment import AssessmentReport
from bkcore.services.assessments import answer, write_remark
from bkcore.vocabulary import OptOut
from dashboard.components import ladder, panel, saving
from dashboard.forms.assessment import contents, position
from dashboard.texts import assessment as texts

_FORM = texts.FORM
_LOW = 2
"""Up to this level the form asks what would make the next step easier."""
_OPT_OUTS = (
    ladder.OptOutChoice(OptOut.DONT_KNOW, _FORM["opt_out_unknown"]),
    ladder.OptOutChoice(OptOut.NOT_APPLICABLE, _FORM["opt_out_not_applicable"]),
)


def draw(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    """Ask the questions of one factor.

    Args:
        report: The own assessment as it is stored.
        factor: Which factor.
        by: Who answers.
    """
    total = len(catalogue.load().factors)
    with st.container(gap="xsmall"):
        contents.menu(report, current=factor.id)
        label = texts.progress(factor.number, total, report.minutes_left)
        panel.progress(report.complete_factors(), total, label, current=factor.number)
    with st.container(gap="small"):
        panel.page_head(factor.title, factor.question)
        panel.text(factor.explanation)
    for number, indicator in enumerate(factor.indicators, start=1):
        with st.container(key=position.question_key(indicator.id), gap="xsmall"):
            panel.heading(texts.question(number, len(factor.indicators)))
            _question(report, indicator, by=by)
            _state(indicator.id, stored=indicator.id in report.answers)
    _evidence(report, factor, by=by)
    _ways(factor)


def save_answer(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> bool:
    """Save the answer of a ladder: a level or the code of an opt-out.

    Args:
        given: What the ladder holds.
        assessment_id: Which assessment.
        indicator_id: Which question.
        by: Who answers.

    Returns:
        Whether it is committed.
    """
    value = {"level": given} if isinstance(given, int) else {"opt_out": given}
    raw = {"assessment_id": assessment_id, "indicator_id": indicator_id} | value
    return saving.save(AnswerIndicator, raw, answer, by=by, place=indicator_id)


def save_evidence(given: str, *, assessment_id: int, factor_id: str, by: Actor) -> bool:
    """Save what somebody wrote to a factor; an empty text removes it.

    Args:
        given: The text.
        assessment_id: Which assessment.
        factor_id: Which factor.
        by: Who writes.

    Returns:
        Whether it is committed.
    """
    raw = {"assessment_id": assessment_id, "factor_id": factor_id, "text": given}
    return saving.save(WriteRemark, raw, write_remark, by=by, place=factor_id)


def ladder_key(name: str, *, stored: ladder.Answer) -> str:
    """Return the key of a ladder; a fresh one when another tab or device has changed the answer since.

    The browser reports an answer only when it differs from the last one reported here. Were the key the same, going
    back to that one would go unheard.

    Args:
        name: What the key begins with.
        stored: The answer as it is stored now.
    """
    counter = f"turn-{name}"
    turn = int(st.session_state.get(counter, 0))
    if ladder.chosen(f"{name}-{turn}", start=stored) != stored:
        turn += 1
        st.session_state[counter] = turn
    return f"{name}-{turn}"


def _question(report: AssessmentReport, indicator: Indicator, *, by: Actor) -> None:
    names = catalogue.load().levels
    stored = report.answers.get(indicator.id)
    value = (stored.level or stored.opt_out) if stored else None
    ladder.ladder(
        statement=indicator.statement,
        levels=[
            ladder.LadderLevel(level.value, level.name, text)
            for level, text in zip(names, indicator.levels, strict=True)
        ],
        opt_outs=_OPT_OUTS,
        value=value,
        key=ladder_key(f"antwort-{report.assessment_id}-{indicator.id}", stored=value),
        on_change=partial(_answered, assessment_id=report.assessment_id, indicator_id=indicator.id, by=by),
    )


def _answered(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> None:
    save_answer(given, assessment_id=assessment_id, indicator_id=indicator_id, by=by)


def _evidence(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    given = [report.answers[indicator.id].level for indicator in factor.indicators if indicator.id in report.answers]
    low = any(level is not None and level <= _LOW for level in given)
    with st.container(key=f"belege-{factor.id}", gap="xsmall"):
        panel.heading(texts.OWN_WORDS)
        ladder.longtext(
            label=factor.evidence_question,
            value=report.evidence.get(factor.id, ""),
            key=f"beleg-{report.assessment_id}-{factor.id}",
            hint=f"{_FORM['evidence_hint']} {texts.ALSO_HELPFUL}" if low else _FORM["evidence_hint"],
            on_change=partial(_written, assessment_id=report.assessment_id, factor_id=factor.id, by=by),
        )
        _state(factor.id, stored=factor.id in report.evidence, voluntary=True)


def _written(given: str, *, assessment_id: int, factor_id: str, by: Actor) -> None:
    save_evidence(given, assessment_id=assessment_id, factor_id=factor_id, by=by)


def _state(place: str, *, stored: bool, voluntary: bool = False) -> None:
    """Say below a field how it stands: refused, saved when, answered, or open."""
    refused = saving.refusal(place)
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    elif saving.at(place):
        panel.saved(texts.saved_at(saving.at(place)))
    elif stored:
        panel.saved(_FORM["saved"])
    elif not voluntary:
        st.html(f'<p class="bk-note bk-open">{texts.NOT_ANSWERED}</p>')


def _ways(factor: Factor) -> None:
    after = position.after(factor.id)
    forth = texts.CHECK if after == position.SUMMARY else _FORM["next_button"]
    with st.container(key="row-ways", horizontal=True, horizontal_alignment="distribute"):
        st.button(_FORM["back_button"], key="back", on_click=position.go, args=(position.before(factor.id),))
        st.button(forth, key="next", type="primary", on_click=position.go, args=(after,))
    panel.text(_FORM["stop_text"])
