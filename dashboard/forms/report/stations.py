"""Step 2: the paper's way through the bodies; bodies are data, so a new name is typed."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.year_reports import AddStation, RemoveStation
from bkcore.services.year_reports import add_station, remove_station
from bkcore.vocabulary import ConsultationRole
from bkcore.wording.labels import label
from dashboard.components import complaints, panel, run, saving
from dashboard.forms.report import steps
from dashboard.texts import report as texts
from dashboard.yearly_state import Desk

_FORM: Final = "report-station"
_BODY: Final = "report-station-body"
_DAY: Final = "report-station-day"
_ROLE: Final = "report-station-role"
_DECIDES: Final = "report-station-decides"


def draw(found: Desk, *, bodies: Sequence[str], by: Actor) -> None:
    """Show the stations so far, and the form for one more.

    Args:
        found: The report.
        bodies: Names to choose from.
        by: Who writes.
    """
    year = found.written.year
    with panel.card("report-stations"):
        panel.heading(texts.STATIONS_TITLE)
        if not found.written.stations:
            panel.notice(panel.NoticeKind.EMPTY, texts.STATIONS_NONE)
        for place, one in enumerate(found.written.stations, start=1):
            with st.container(horizontal=True, vertical_alignment="center", key=f"report-station-{one.id}"):
                note = texts.station_note(one.held_on, label(one.role), decides=one.authoritative)
                panel.heading(texts.station(place, one.body), note, level=3)
                gone = {"year": year, "station_id": one.id, "by": by}
                st.button(texts.REMOVE, key=f"report-remove-{one.id}", on_click=remove, kwargs=gone)
    with panel.card("report-adding"):
        panel.heading(texts.ADD_TITLE)
        complaints.above(_FORM)
        with st.form("report-station-form", border=False):
            st.selectbox(
                texts.FIELD_BODY,
                list(bodies),
                index=None,
                key=_BODY,
                accept_new_options=True,
                placeholder=texts.FIELD_BODY_HINT,
            )
            complaints.at(_FORM, "body")
            st.text_input(texts.FIELD_DAY, key=_DAY, max_chars=10, placeholder=texts.FIELD_DAY_HINT)
            complaints.at(_FORM, "held_on")
            st.selectbox(texts.FIELD_ROLE, list(ConsultationRole), format_func=label, index=1, key=_ROLE)
            st.checkbox(texts.FIELD_DECIDES, key=_DECIDES)
            add_it = {"year": year, "by": by}
            st.form_submit_button(texts.ADD, key="report-add", on_click=add, kwargs=add_it)


def add(*, year: int, by: Actor) -> None:
    """Add the station the form describes."""
    raw = {
        "year": year,
        "body": st.session_state.get(_BODY) or "",
        "held_on": st.session_state.get(_DAY),
        "role": st.session_state.get(_ROLE),
        "authoritative": bool(st.session_state.get(_DECIDES)),
    }
    if not complaints.fits(_FORM, AddStation, raw):
        return
    steps.go(year, 2, by=by)  # a station needs a draft, and whoever opens this step first has none yet
    if run.command(AddStation, raw, add_station, by=by, form=_FORM) is not None:
        st.session_state.update({_BODY: None, _DAY: "", _DECIDES: False})


def remove(*, year: int, station_id: int, by: Actor) -> None:
    """Take a station off."""
    raw = {"year": year, "station_id": station_id}
    saving.save(RemoveStation, raw, remove_station, by=by, place=steps.PLACE)
