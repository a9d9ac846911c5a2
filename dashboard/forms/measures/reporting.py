"""Says where a measure stands and what happened, in a state and a sentence."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.measures import SENTENCE_LENGTH, SetMeasureState
from bkcore.personal_data import traces
from bkcore.reports.measure_board import BoardMeasure
from bkcore.services import measures
from bkcore.vocabulary import MeasureState
from bkcore.wording.labels import label
from dashboard import steering_state
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import measure as texts

FORM: Final = "measure-report"
_ASKED: Final = "measure-report-asked"
_SEEN: Final = "-seen"


def draw(measure: BoardMeasure, *, by: Actor) -> None:
    """Show the form.

    Args:
        measure: Where it stands.
        by: Who acts.
    """
    state, text = _keys(measure)
    _follow(state, measure.state)
    with panel.card("massnahme-melden"):
        panel.heading(texts.REPORT, texts.REPORT_NOTE)
        complaints.above(FORM)
        with st.form("form-measure-report", border=False):
            st.radio(texts.FIELD_STATE, list(MeasureState), format_func=label, key=state, horizontal=True)
            st.text_area(texts.FIELD_SENTENCE, key=text, max_chars=SENTENCE_LENGTH, height=90)
            complaints.at(FORM, "text")
            st.form_submit_button(
                texts.SAVE_REPORT,
                key="measure-report-save",
                type="primary",
                on_click=report,
                args=(measure,),
                kwargs={"by": by},
            )


def report(measure: BoardMeasure, *, by: Actor) -> None:
    """Save state and sentence; a refusal is shown above the form, and what was typed stays there."""
    state, text = _keys(measure)
    chosen, typed = st.session_state.get(state), str(st.session_state.get(text) or "").strip()
    moved = chosen if chosen is not measure.state else None
    complain = complaints.collect(FORM)
    if moved is None and not typed:
        complain(texts.NOTHING_REPORTED)
        return
    found = traces(typed)
    if found and st.session_state.get(_ASKED) != typed:
        st.session_state[_ASKED] = typed
        complaints.collect(FORM, field="text")(texts.looks_like_a_person(found))
        return
    stored = steering_state.measures_report(by=by).find(str(measure.id))
    if moved and stored and stored.version != measure.version and stored.state is not measure.state:
        complain(texts.state_moved(stored.state))
        return
    version = stored.version if stored else measure.version
    raw = {"measure_id": measure.id, "state": moved, "text": typed, "version": version}
    if run.command(SetMeasureState, raw, measures.set_measure_state, by=by, complain=complain) is not None:
        ask.tell(texts.REPORTED)
        st.session_state[text] = ""
        st.session_state.pop(state, None)


def _follow(key: str, stored: MeasureState) -> None:
    """Let the field show what is stored, also after somebody else changed it, unless something was chosen in it."""
    seen = st.session_state.get(key + _SEEN)
    if st.session_state.get(key, seen) == seen:
        st.session_state[key] = stored
    st.session_state[key + _SEEN] = stored


def _keys(measure: BoardMeasure) -> tuple[str, str]:
    return f"measure-report-state-{measure.id}", f"measure-report-text-{measure.id}"
