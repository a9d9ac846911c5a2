"""What to do next, and what was taken on: recommended steps, the list of measures, and where each stands."""

from datetime import date
from typing import Final

import streamlit as st

from bkcore.access import Actor, plans_measures, updates_measure
from bkcore.commands.measures import SetMeasureState
from bkcore.reports.measures import PlannedMeasure
from bkcore.reports.project_result import ProjectReport
from bkcore.services import measures
from bkcore.vocabulary import MeasureState
from bkcore.wording import project_result as words
from bkcore.wording.labels import label
from dashboard.components import ask, choice, complaints, listing, panel, run
from dashboard.forms.project import planning
from dashboard.texts import project as texts

_FORM: Final = "measure-state"
_MEASURE: Final = "measure-state-which"
_STATE: Final = "measure-state-new"


def draw_steps(report: ProjectReport, *, by: Actor, today: date) -> None:
    """Show the recommended steps, each with one tap into a measure."""
    panel.heading(words.NEXT_STEPS, texts.STEPS_NOTE)
    for column, step in zip(st.columns(len(report.next_steps), gap="medium"), report.next_steps, strict=True):
        with column, panel.card(f"naechster-schritt-{step.action.id}"):
            panel.heading(step.action.title, texts.step_note(step.factor.short_title, step.action), level=3)
            panel.text(step.action.text)
            if step.planned:
                panel.saved(texts.TAKEN_ON)
            elif plans_measures(by, report.slug):
                planning.button(texts.TAKE_ON, report=report, step=step, by=by, today=today)
    panel.text(texts.STEPS_RULE)


def draw_measures(report: ProjectReport, *, by: Actor, today: date) -> None:
    """List what was taken on, what is left to do first; and let its state be changed."""
    late = sum(measure.is_overdue(today) for measure in report.measures)
    panel.heading(words.MEASURES, texts.overdue(late))
    complaints.above(_FORM)
    if not report.measures:
        panel.notice(panel.NoticeKind.EMPTY, words.NO_MEASURES)
    else:
        titles = {found.factor.id: found.factor.short_title for found in report.factors}
        listing.table(
            texts.MEASURE_COLUMNS,
            [_row(measure, titles.get(measure.factor_id or "", "")) for measure in report.measures],
            label=words.MEASURES,
        )
    if plans_measures(by, report.slug):
        planning.button(texts.OWN_MEASURE, report=report, step=None, by=by, today=today)
    if report.measures and updates_measure(by, report.slug):
        _change(report, by=by)


def set_state(measure: PlannedMeasure, *, by: Actor) -> None:
    """Save the chosen state of a measure; a refusal is shown above the list."""
    raw = {"measure_id": measure.id, "state": st.session_state.get(_STATE), "version": measure.version}
    if run.command(SetMeasureState, raw, measures.set_measure_state, by=by, form=_FORM) is not None:
        ask.tell(texts.STATE_SAVED)
        st.session_state[_MEASURE] = None


def _row(measure: PlannedMeasure, factor: str) -> tuple[str, ...]:
    return texts.measure_row(measure.title, factor, measure.owner, measure.due_on, measure.state)


def _change(report: ProjectReport, *, by: Actor) -> None:
    with panel.card("massnahme"):
        panel.heading(texts.STATE_TITLE, level=3)
        titles = {measure.id: measure.title for measure in report.measures}
        chosen = choice.pick(texts.FIELD_MEASURE, titles, key=_MEASURE, placeholder=texts.FIELD_MEASURE_HINT)
        measure = next((one for one in report.measures if one.id == chosen), None)
        if measure is None:
            return
        others = [state for state in MeasureState if state is not measure.state]
        st.selectbox(texts.FIELD_STATE, others, format_func=label, key=_STATE)
        st.button(
            texts.CHANGE_STATE,
            key="measure-state-save",
            type="primary",
            on_click=set_state,
            args=(measure,),
            kwargs={"by": by},
        )
