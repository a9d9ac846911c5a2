"""Holds on to a measure: one dialog for a new one and for a changed one.

Two people may change one measure at once. Whoever saves second keeps every word: fields only the other changed take the
other's value, fields both changed keep one's own and say what is stored.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.measures import EditMeasure, PlanMeasure
from bkcore.reports.measure_board import BoardMeasure, MeasuresReport
from bkcore.services import measures
from dashboard import steering_state
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.texts import measure as texts

FORM: Final = "measure"
_BASE: Final = "measure-base"
_DONE: Final = "measure-done"
_WEEKS: Final = timedelta(weeks=8)


def opened(report: MeasuresReport, *, measure: BoardMeasure | None, by: Actor, today: date) -> None:
    """Open the dialog at once.

    Args:
        report: What one can choose from.
        measure: The measure to change, ``None`` for a new one.
        by: Who acts.
        today: The day it is; a day eight weeks on is suggested.
    """
    complaints.forget(FORM)
    st.session_state[_BASE] = measure
    values = _values(measure) if measure else dict.fromkeys(texts.FIELDS) | {"due_on": today + _WEEKS}
    for name, value in values.items():
        st.session_state[_key(name)] = value

    def fields() -> None:
        if measure is None:
            panel.text(texts.FORM_LEAD)
        complaints.above(FORM)
        with st.form("form-measure", border=False):
            _what(report)
            _who(report)
            earliest = min(measure.due_on, today) if measure else today
            st.date_input(texts.FIELDS["due_on"], min_value=earliest, format="DD.MM.YYYY", key=_key("due_on"))
            complaints.at(FORM, "due_on")
            sent = st.form_submit_button(
                texts.SAVE, key="measure-save", type="primary", on_click=save, kwargs={"by": by}
            )
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.SAVED if measure else texts.PLANNED)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(texts.FORM_EDIT if measure else texts.FORM_NEW, width="medium")(fields)()


def save(*, by: Actor) -> None:
    """Save what the dialog says; a refusal is shown in it, and nothing typed is lost."""
    base: BoardMeasure | None = st.session_state.get(_BASE)
    typed = {name: st.session_state.get(_key(name)) for name in texts.FIELDS}
    raw = {name: value for name, value in typed.items() if value is not None}
    st.session_state[_DONE] = False
    if base is None:
        if complaints.fits(FORM, PlanMeasure, raw):
            planned = run.command(PlanMeasure, raw, measures.plan_measure, by=by, form=FORM)
            st.session_state[_DONE] = planned is not None
        return
    raw |= {"measure_id": base.id, "version": base.version}
    if not complaints.fits(FORM, EditMeasure, raw) or _moved_on(base, typed, by=by):
        return
    done = run.command(EditMeasure, raw, measures.edit_measure, by=by, form=FORM)
    st.session_state[_DONE] = done is not None


def _moved_on(base: BoardMeasure, typed: Mapping[str, object], *, by: Actor) -> bool:
    """Bring what another person stored meanwhile into the dialog; tell whether there was any."""
    report = steering_state.measures_report(by=by)
    stored = report.find(str(base.id))
    if stored is None or stored.version == base.version:
        return False
    old, new = _values(base), _values(stored)
    complain = complaints.collect(FORM)
    complain(texts.CHANGED_MEANWHILE)
    for name in texts.FIELDS:
        mine = typed[name] or None
        if mine == old[name]:
            st.session_state[_key(name)] = new[name]
        elif new[name] not in {old[name], mine}:
            complain(texts.stored_now(name, new, report))
    st.session_state[_BASE] = stored
    return True


def _values(one: BoardMeasure) -> dict[str, object]:
    """Return the fields of the dialog, empty ones as ``None``."""
    return {
        "title": one.title,
        "text": one.text or None,
        "owner_organisation": one.organisation or None,
        "owner": one.function or None,
        "due_on": one.due_on,
        "factor_id": one.factor_id or None,
        "project": one.project or None,
    }


def _what(report: MeasuresReport) -> None:
    st.text_input(texts.FIELDS["title"], key=_key("title"), max_chars=200)
    complaints.at(FORM, "title")
    st.text_area(texts.FIELDS["text"], key=_key("text"), max_chars=2000, height=110)
    complaints.at(FORM, "text")
    _choice("factor_id", report.factors, hint=texts.FACTOR_HINT)
    _choice("project", report.projects, hint=texts.PROJECT_HINT)


def _who(report: MeasuresReport) -> None:
    _choice("owner_organisation", report.organisations, hint=texts.ORGANISATION_HINT)
    st.text_input(texts.FIELDS["owner"], key=_key("owner"), max_chars=120, placeholder=texts.OWNER_HINT)
    complaints.at(FORM, "owner")
    complaints.at(FORM, "")


def _choice(name: str, names: Mapping[str, str], *, hint: str) -> None:
    choice.pick(texts.FIELDS[name], names, key=_key(name), placeholder=hint)


def _key(name: str) -> str:
    return f"measure-{name}"
