"""Takes on a measure: a dialog, filled in already when it comes from a recommended step."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.measures import PlanMeasure
from bkcore.reports.next_steps import NextStep
from bkcore.reports.project_result import ProjectReport
from bkcore.services import measures
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.texts import project as texts

FORM: Final = "planning"
_DONE: Final = "planning-done"
_WEEKS: Final = timedelta(weeks=8)
_OWN: Final = "eigene"


def button(label: str, *, report: ProjectReport, step: NextStep | None, by: Actor, today: date) -> None:
    """Show a button that opens the dialog.

    Args:
        label: What the button offers.
        report: The project.
        step: The recommended step it comes from; ``None`` for a measure of one's own.
        by: Who takes it on.
        today: The day it is; a day eight weeks on is suggested.
    """
    key = step.action.id if step else _OWN
    if st.button(label, key=f"plan-{key}", type="secondary"):
        complaints.forget(FORM)
        _dialog(key, report=report, step=step, by=by, today=today)


def answers(key: str) -> dict[str, object]:
    """Return the raw answers of the dialog."""
    names = ("title", "text", "factor_id", "owner_organisation", "owner", "due_on")
    return {name: value for name in names if (value := st.session_state.get(f"{key}-{name}")) is not None}


def plan(key: str, *, project: str, action: str | None, by: Actor) -> None:
    """Take on the measure; a refusal is shown in the dialog."""
    raw = answers(key) | {"project": project, "action_id": action}
    st.session_state[_DONE] = False
    if not complaints.fits(FORM, PlanMeasure, raw):
        return
    done = run.command(PlanMeasure, raw, measures.plan_measure, by=by, form=FORM)
    st.session_state[_DONE] = done is not None


def _dialog(key: str, *, report: ProjectReport, step: NextStep | None, by: Actor, today: date) -> None:
    """Open the dialog at once."""

    def fields() -> None:
        panel.text(texts.PLAN_LEAD)
        with st.form(f"form-{key}", border=False):
            complaints.above(FORM)
            _what(key, report=report, step=step)
            _who(key, report.organisations)
            st.date_input(
                texts.FIELD_DUE, value=today + _WEEKS, min_value=today, format="DD.MM.YYYY", key=f"{key}-due_on"
            )
            complaints.at(FORM, "due_on")
            chosen = {"project": report.slug, "action": step.action.id if step else None, "by": by}
            sent = st.form_submit_button(
                texts.PLAN_YES, key=f"{key}-yes", type="primary", on_click=plan, args=(key,), kwargs=chosen
            )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.PLANNED)
            st.rerun()  # closes the dialog; the page then reads what was taken on

    st.dialog(texts.PLAN_TITLE, width="medium")(fields)()


def _what(key: str, *, report: ProjectReport, step: NextStep | None) -> None:
    title, text = (step.action.title, step.action.text) if step else ("", "")
    st.text_input(texts.FIELD_TITLE, value=title, key=f"{key}-title", max_chars=200)
    complaints.at(FORM, "title")
    st.text_area(texts.FIELD_TEXT, value=text, key=f"{key}-text", max_chars=2000, height=120)
    complaints.at(FORM, "text")
    titles: Mapping[str, str] = {found.factor.id: found.factor.short_title for found in report.factors}
    st.selectbox(
        texts.FIELD_FACTOR,
        list(titles),
        index=list(titles).index(step.factor.id) if step else None,
        format_func=titles.__getitem__,
        placeholder=texts.NO_FACTOR,
        key=f"{key}-factor_id",
    )


def _who(key: str, organisations: Mapping[str, str]) -> None:
    if organisations:
        choice.pick(
            texts.FIELD_ORGANISATION,
            organisations,
            key=f"{key}-owner_organisation",
            placeholder=texts.FIELD_ORGANISATION_HINT,
        )
    st.text_input(texts.FIELD_OWNER, key=f"{key}-owner", max_chars=120, placeholder=texts.FIELD_OWNER_HINT)
    complaints.at(FORM, "owner")
