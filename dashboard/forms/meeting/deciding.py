"""Decisions under a point: typed once, with result, votes and the measure that comes of it."""

from datetime import date, timedelta
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import EditDecision, RecordDecision, RemoveDecision
from bkcore.reports.meetings import DecisionState, ItemState
from bkcore.services import meeting_notes
from bkcore.vocabulary import DecisionResult
from bkcore.wording.labels import label
from dashboard import steering_state
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import measure as measure_texts
from dashboard.texts import measures as list_texts
from dashboard.texts import meeting as texts

FORM: Final = "decision"
_DONE: Final = "decision-done"
_WEEKS: Final = timedelta(weeks=8)
_VOTES: Final = ("votes_for", "votes_against", "votes_abstained")
_MEASURE: Final = ("title", "owner_organisation", "owner", "due_on", "factor_id", "project")


def draw(item: ItemState, *, by: Actor, today: date) -> None:
    """Show the decisions of a point, and the button for one more.

    Args:
        item: The point.
        by: Who decides.
        today: The day it is.
    """
    panel.heading(texts.DECISIONS)
    complaints.above(FORM)
    for one in item.decisions:
        _decision(one, by=by, today=today)
    if not item.decisions:
        panel.text(texts.NO_DECISIONS)
    if st.button(texts.DECIDE, key="decision-new", type="primary"):
        _opened(item, one=None, by=by, today=today)


def read(item: ItemState) -> None:
    """Show the decisions of a point for reading."""
    for one in item.decisions:
        _words(one)


def save(item_id: int, *, by: Actor) -> None:
    """Record what the dialog says; a refusal is shown in it, and nothing typed is lost."""
    raw: dict[str, object] = {"item_id": item_id} | _said()
    if st.session_state.get(_key("creates")):
        typed = {name: st.session_state.get(_key(f"measure-{name}")) for name in _MEASURE}
        raw["measure"] = {name: value for name, value in typed.items() if value is not None}
    st.session_state[_DONE] = False
    if complaints.fits(FORM, RecordDecision, raw):
        done = run.command(RecordDecision, raw, meeting_notes.record_decision, by=by, form=FORM)
        st.session_state[_DONE] = done is not None


def correct(one: DecisionState, *, by: Actor) -> None:
    """Save what the dialog says of a decision that stands already."""
    raw = {"decision_id": one.id, "version": one.version} | _said()
    st.session_state[_DONE] = False
    if complaints.fits(FORM, EditDecision, raw):
        done = run.command(EditDecision, raw, meeting_notes.edit_decision, by=by, form=FORM)
        st.session_state[_DONE] = done is not None


def remove(one: DecisionState, *, by: Actor) -> bool:
    """Take a decision back; tell whether that worked."""
    raw = {"decision_id": one.id, "version": one.version}
    return run.command(RemoveDecision, raw, meeting_notes.remove_decision, by=by, form=FORM) is not None


def _words(one: DecisionState) -> None:
    panel.heading(texts.decision_title(one), texts.measure_line(one), level=3)
    panel.text(*one.text.splitlines())
    if one.measure is not None:
        panel.link(texts.OPEN_MEASURE, list_texts.address(one.measure.id, kept={}))


def _decision(one: DecisionState, *, by: Actor, today: date) -> None:
    with panel.card(f"beschluss-{one.number}"):
        _words(one)
        with st.container(horizontal=True, key=f"row-beschluss-{one.number}"):
            if st.button(texts.CORRECT, key=f"decision-edit-{one.number}"):
                _opened(None, one=one, by=by, today=today)
            ask.button(
                texts.REMOVE,
                key=f"decision-remove-{one.number}",
                question=texts.REMOVE_QUESTION,
                consequences=texts.REMOVE_TEXT,
                yes=texts.REMOVE_YES,
                on_yes=partial(remove, one, by=by),
                done=texts.REMOVED,
            )


def _opened(item: ItemState | None, *, one: DecisionState | None, by: Actor, today: date) -> None:
    complaints.forget(FORM)
    _fill(one, today=today)
    saving = partial(correct, one, by=by) if one else partial(save, item.id if item else 0, by=by)

    def fields() -> None:
        complaints.above(FORM)
        _what()
        if one is None:
            _measure(by=by, today=today)
        sent = st.button(texts.SAVE, key="decision-save", type="primary", on_click=saving)
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(texts.CORRECTED if one else texts.DECIDED)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(texts.FORM_CORRECT if one else texts.FORM_DECIDE, width="medium")(fields)()


def _fill(one: DecisionState | None, *, today: date) -> None:
    votes = one.votes if one else None
    values: dict[str, object] = {
        "text": one.text if one else "",
        "result": one.result if one else DecisionResult.ACCEPTED,
        "counted": votes is not None,
        "creates": False,
        **dict(zip(_VOTES, votes or (0, 0, 0), strict=True)),
        **{f"measure-{name}": None for name in _MEASURE},
        "measure-title": "",
        "measure-owner": "",
        "measure-due_on": today + _WEEKS,
    }
    for name, value in values.items():
        st.session_state[_key(name)] = value


def _said() -> dict[str, object]:
    raw: dict[str, object] = {name: st.session_state.get(_key(name)) for name in ("text", "result")}
    if st.session_state.get(_key("counted")):
        raw |= {name: st.session_state.get(_key(name)) for name in _VOTES}
    return raw


def _what() -> None:
    st.text_area(texts.FIELD_TEXT, key=_key("text"), max_chars=1000, height=110)
    complaints.at(FORM, "text")
    st.radio(texts.FIELD_RESULT, list(DecisionResult), format_func=label, key=_key("result"), horizontal=True)
    if st.checkbox(texts.FIELD_COUNTED, key=_key("counted")):
        names = (texts.FIELD_FOR, texts.FIELD_AGAINST, texts.FIELD_ABSTAINED)
        for column, name, field in zip(st.columns(3), names, _VOTES, strict=True):
            column.number_input(name, min_value=0, max_value=999, step=1, key=_key(field))
        complaints.at(FORM, "votes_for")


def _measure(*, by: Actor, today: date) -> None:
    if not st.checkbox(texts.FIELD_CREATES, key=_key("creates")):
        return
    report = steering_state.measures_report(by=by)
    names = measure_texts.FIELDS
    st.text_input(names["title"], key=_key("measure-title"), max_chars=200)
    complaints.at(FORM, "measure.title")
    for field, options, hint in (
        ("owner_organisation", report.organisations, measure_texts.ORGANISATION_HINT),
        ("factor_id", report.factors, measure_texts.FACTOR_HINT),
        ("project", report.projects, measure_texts.PROJECT_HINT),
    ):
        st.selectbox(
            names[field],
            list(options),
            index=None,
            format_func=options.__getitem__,
            placeholder=hint,
            key=_key(f"measure-{field}"),
        )
        if field == "owner_organisation":
            st.text_input(
                names["owner"], key=_key("measure-owner"), max_chars=120, placeholder=measure_texts.OWNER_HINT
            )
            complaints.at(FORM, "measure.owner")
            complaints.at(FORM, "measure")
    st.date_input(names["due_on"], min_value=today, format="DD.MM.YYYY", key=_key("measure-due_on"))
    complaints.at(FORM, "measure.due_on")


def _key(name: str) -> str:
    return f"decision-{name}"
