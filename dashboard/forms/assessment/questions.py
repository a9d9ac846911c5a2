"""One factor on one screen: its question, the ladders that save every answer at once, and the reader's own words."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, ClearAnswer
from bkcore.instrument import Factor, Indicator
from bkcore.reports.assessment import AssessmentReport
from bkcore.services.assessments import answer, clear_answer
from bkcore.vocabulary import OptOut
from dashboard.components import ladder, panel, saving
from dashboard.forms.assessment import choosing, contents, pace, position, remarks
from dashboard.texts import assessment as texts
from dashboard.texts import assessment_forms

_FORM = texts.FORM
_SHOWN: Final = "answers-shown"
_ELSEWHERE: Final = "answers-elsewhere"
_OPT_OUTS = (
    ladder.OptOutChoice(OptOut.DONT_KNOW, _FORM["opt_out_unknown"]),
    ladder.OptOutChoice(OptOut.NOT_APPLICABLE, _FORM["opt_out_not_applicable"]),
)


def draw(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    """Ask what the present form asks about one factor.

    Args:
        report: The own assessment as it is stored.
        factor: Which factor.
        by: Who answers.
    """
    pace.begin()
    total, items = len(report.catalogue.factors), report.items(factor)
    with st.container(gap="xsmall"):
        contents.menu(report, current=factor.id)
        label = texts.progress(factor.number, total, report.minutes_left)
        panel.progress(report.complete_factors(), total, label, current=factor.number)
    with st.container(gap="small"):
        _head(report, factor)
    for number, item in enumerate(items, start=1):
        with st.container(key=position.question_key(item.id), gap="xsmall"):
            if not report.short:
                panel.heading(texts.question(number, len(items)))
            _question(report, item, by=by)
    remarks.draw(report, factor, by=by)
    _ways(report, factor, by=by)


def save_answer(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> bool:
    """Save the answer of a ladder: a level, the code of an opt-out, or ``None`` to take it back.

    Args:
        given: What the ladder holds.
        assessment_id: Which assessment.
        indicator_id: Which question.
        by: Who answers.

    Returns:
        Whether it is committed.
    """
    raw = {"assessment_id": assessment_id, "indicator_id": indicator_id}
    if given is None:
        saved = saving.save(ClearAnswer, raw, clear_answer, by=by, place=indicator_id)
    else:
        value = {"level": given} if isinstance(given, int) else {"opt_out": given}
        timed = raw | value | {"seconds": pace.gap()}
        saved = saving.save(AnswerIndicator, timed, answer, by=by, place=indicator_id)
    if saved:
        _shown()[(assessment_id, indicator_id)] = given
        _elsewhere().discard(indicator_id)
    return saved


def ladder_key(name: str, *, stored: ladder.Answer) -> str:
    """Return the key of a ladder; a fresh one when another tab or device has changed the answer since.

    The browser reports an answer only when it differs from the last one reported here. Were the key the same, going
    back to that one would go unheard. An answer that was not heard yet is on its way and keeps its key.

    Args:
        name: What the key begins with.
        stored: The answer as it is stored now.
    """
    counter = f"turn-{name}"
    turn = int(st.session_state.get(counter, 0))
    key = f"{name}-{turn}"
    if ladder.chosen(key, start=stored) != stored and ladder.heard(key, start=stored):
        turn += 1
        st.session_state[counter] = turn
    return f"{name}-{turn}"


def changed_elsewhere(assessment_id: int, indicator_id: str, *, stored: ladder.Answer) -> bool:
    """Tell whether an answer is another one than this session showed or gave last; so until it is given here anew."""
    seen = _shown().setdefault((assessment_id, indicator_id), stored)
    if seen != stored:
        _shown()[(assessment_id, indicator_id)] = stored
        _elsewhere().add(indicator_id)
    return indicator_id in _elsewhere()


def _head(report: AssessmentReport, factor: Factor) -> None:
    """Say what the factor is about; the short form shows its name and folds the rest away, so that it stays short."""
    if not report.short:
        panel.page_head(factor.title, factor.question)
        panel.text(factor.explanation, *_orientation(report, factor))
        return
    panel.page_head(factor.title)
    said = _orientation(report, factor)
    if said:
        panel.text(*said)
    key = f"gemeint-{factor.id}"
    with st.container(key=f"quiet-{key}"), st.expander(_FORM["explanation_folded"], key=key):
        panel.text(factor.question, factor.explanation)


def _question(report: AssessmentReport, item: Indicator, *, by: Actor) -> None:
    stored = report.answers.get(item.id)
    value = stored.value if stored else None
    ladder.ladder(
        statement=item.statement,
        levels=[
            ladder.LadderLevel(level.value, level.name, text)
            for level, text in zip(report.catalogue.levels, item.levels, strict=True)
        ],
        opt_outs=_OPT_OUTS,
        value=value,
        key=ladder_key(f"antwort-{report.assessment_id}-{item.id}", stored=value),
        state=_state(item.id, stored=stored is not None),
        waiting=_FORM["not_saved_yet"],
        earlier=[
            texts.earlier(before.answer.level, before.answer.opt_out, until=before.until)
            for before in report.earlier.get(item.id, ())
        ],
        clear="" if report.last_answer(item.id) else _FORM["clear_button"],
        on_change=partial(_answered, assessment_id=report.assessment_id, indicator_id=item.id, by=by),
    )
    if report.last_answer(item.id):
        panel.text(_FORM["last_answer"])
    refused = saving.refusal(item.id)
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    elif changed_elsewhere(report.assessment_id, item.id, stored=value):
        panel.notice(panel.NoticeKind.INFO, _FORM["changed_elsewhere"])


def _answered(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> None:
    save_answer(given, assessment_id=assessment_id, indicator_id=indicator_id, by=by)


def _state(item_id: str, *, stored: bool) -> str:
    """Return how a stored answer stands: saved when, answered, or open."""
    if not stored:
        return texts.NOT_ANSWERED
    return texts.saved_at(saving.at(item_id)) if saving.at(item_id) else _FORM["saved"]


def _orientation(report: AssessmentReport, factor: Factor) -> tuple[str, ...]:
    """Return what was said about a factor in the other form, if anything."""
    given = report.other_form(factor)
    if not given:
        return ()
    if report.short:
        return (assessment_forms.full_answers(len(given), factor),)
    return tuple(texts.short_answer(one.level, one.opt_out) for one in given)


def _ways(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    after = position.after(report, factor.id)
    forth = texts.CHECK if after == position.SUMMARY else _FORM["next_button"]
    with st.container(key="row-ways", horizontal=True, horizontal_alignment="distribute"):
        st.button(_FORM["back_button"], key="back", on_click=position.go, args=(position.before(report, factor.id),))
        st.button(forth, key="next", type="primary", on_click=position.go, args=(after,))
    choosing.switch(report, factor, by=by)
    if not report.short:
        panel.text(_FORM["stop_text"])


def _shown() -> dict[tuple[int, str], ladder.Answer]:
    shown: dict[tuple[int, str], ladder.Answer] = st.session_state.setdefault(_SHOWN, {})
    return shown


def _elsewhere() -> set[str]:
    items: set[str] = st.session_state.setdefault(_ELSEWHERE, set())
    return items
