"""One factor on one screen: its question, the ladders that save every answer at once, and the reader's own words."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from bkcore.access import Actor
from bkcore.instrument import Factor, Indicator
from bkcore.reports.assessment import AssessmentReport
from bkcore.vocabulary import OptOut
from dashboard import session, state
from dashboard.components import ladder, panel, saving
from dashboard.forms.assessment import choosing, contents, keeping, pace, position, remarks
from dashboard.forms.assessment.standing import Standing
from dashboard.texts import assessment as texts
from dashboard.texts import assessment_forms

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_FORM = texts.FORM
_OPT_OUTS = (
    ladder.OptOutChoice(OptOut.DONT_KNOW, _FORM["opt_out_unknown"]),
    ladder.OptOutChoice(OptOut.NOT_APPLICABLE, _FORM["opt_out_not_applicable"]),
)


def draw(report: AssessmentReport, factor: Factor, *, by: Actor, entry: "DeltaGenerator") -> None:
    """Ask what the present form asks about one factor.

    Args:
        report: The own assessment as it is stored.
        factor: Which factor.
        by: Who answers.
        entry: The factor's place in the list beside the form.
    """
    pace.begin()
    with st.container(gap="xsmall"):
        places = (entry, contents.menu(report, current=factor.id))
        standing = Standing(st.empty(), places)
    with st.container(gap="small"):
        _head(report, factor)
    _answers([(report, by)], _around(report, factor), factor, standing)
    _ways(report, factor, by=by)


@st.fragment
def _answers(
    drawn: list[tuple[AssessmentReport, Actor]], around: tuple[object, ...], factor: Factor, standing: Standing
) -> None:
    """Draw what an answer or a word can change; after each only this runs again, reading everything anew.

    Args:
        drawn: What the whole page was drawn with; taken out by its run, so that later ones read for themselves.
        around: What the page shows around it.
        factor: Which factor.
        standing: Where it says how far one is.
    """
    report, by = drawn.pop() if drawn else _fresh(around, factor)
    standing.show(report, factor)
    items = report.items(factor)
    with st.container(gap="medium"):
        for number, item in enumerate(items, start=1):
            with st.container(key=position.question_key(item.id), gap="xsmall"):
                if not report.short:
                    panel.heading(texts.question(number, len(items)))
                _question(report, item, by=by)
        remarks.draw(report, factor, by=by)


def _fresh(around: tuple[object, ...], factor: Factor) -> tuple[AssessmentReport, Actor]:
    """Return the assessment as it is stored now and whose it is; run the whole page when more than this has changed."""
    visit = session.required()
    report = state.desk(by=visit.actor, today=visit.today).assessment
    if report is None or _around(report, factor) != around:
        st.rerun()
    return report, visit.actor


def _around(report: AssessmentReport, factor: Factor) -> tuple[object, ...]:
    """Return what the page shows around the questions of a factor."""
    own = {item.id for item in report.items(factor)}
    others = {key: given for key, given in report.answers.items() if key not in own}
    return report.assessment_id, report.is_open, report.handed_in, report.form, others


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
        key=keeping.ladder_key(f"antwort-{report.assessment_id}-{item.id}", stored=value),
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
    elif keeping.changed_elsewhere(report.assessment_id, item.id, stored=value):
        panel.notice(panel.NoticeKind.INFO, _FORM["changed_elsewhere"])


def _answered(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> None:
    keeping.save_answer(given, assessment_id=assessment_id, indicator_id=indicator_id, by=by)


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
