"""The dialogs of the page of members: give a seat, begin and end a representation, end a seat."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeVar

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.base import Command
from bkcore.commands.members import BeginRepresentation, CreateSeat, EndRepresentation, EndSeat
from bkcore.reports.members import MembersReport, SeatState
from bkcore.services import members
from dashboard import state
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.texts import members as texts

FORM: Final = "members"
_DONE: Final = "members-done"
C = TypeVar("C", bound=Command)
R = TypeVar("R")


def give_seat(report: MembersReport, *, by: Actor, today: date) -> None:
    """Ask for an organisation and give it a seat."""

    def fields() -> None:
        choice.pick(
            texts.FIELD_ORGANISATION,
            report.organisations,
            key=_key("organisation"),
            placeholder=texts.FIELD_ORGANISATION_HINT,
        )
        complaints.at(FORM, "organisation")
        st.text_input(texts.FIELD_TITLE, value=texts.SEAT, key=_key("title"), max_chars=120)
        complaints.at(FORM, "title")
        _day(texts.FIELD_SINCE, "begins_on", today)

    def save() -> None:
        _save(CreateSeat, members.create_seat, _typed("organisation", "title", "begins_on"), by=by)

    _dialog(texts.FORM_SEAT, fields, save, yes=texts.SAVE_SEAT, done=texts.SEAT_SAVED)


def begin(seat: SeatState, *, by: Actor, today: date) -> None:
    """Ask who represents the organisation from a day on."""

    def fields() -> None:
        panel.text(texts.BEGIN_NOTE.format(days=state.settings().member_days))
        st.text_input(texts.FIELD_NAME, key=_key("name"), max_chars=120)
        complaints.at(FORM, "name")
        st.text_input(texts.FIELD_CONTACT, key=_key("contact"), max_chars=254)
        complaints.at(FORM, "contact")
        _day(texts.FIELD_SINCE, "begins_on", today)

    def save() -> None:
        raw = {"seat": seat.slug} | _typed("name", "contact", "begins_on")
        _save(BeginRepresentation, members.begin_representation, raw, by=by)

    _dialog(texts.FORM_BEGIN, fields, save, yes=texts.SAVE_BEGIN, done=texts.BEGUN)


def end(seat: SeatState, *, by: Actor, today: date) -> None:
    """Ask for the last day of the current representation."""

    def save() -> None:
        raw = {"seat": seat.slug} | _typed("ends_on")
        _save(EndRepresentation, members.end_representation, raw, by=by)

    _dialog(
        texts.FORM_END,
        lambda: _day(texts.FIELD_LAST_DAY, "ends_on", today),
        save,
        yes=texts.SAVE_END,
        done=texts.ENDED,
    )


def end_seat(seat: SeatState, *, by: Actor, today: date) -> None:
    """Ask for the last day of a seat."""

    def fields() -> None:
        panel.text(texts.END_SEAT_NOTE)
        _day(texts.FIELD_LAST_DAY, "ends_on", today)

    def save() -> None:
        raw = {"seat": seat.slug, "version": seat.version} | _typed("ends_on")
        _save(EndSeat, members.end_seat, raw, by=by)

    _dialog(texts.FORM_END_SEAT, fields, save, yes=texts.SAVE_END_SEAT, done=texts.SEAT_ENDED)


def _dialog(title: str, fields: Callable[[], None], save: Callable[[], None], *, yes: str, done: str) -> None:
    """Open a dialog at once; it closes when what it asked for is done."""
    complaints.forget(FORM)

    def asked() -> None:
        complaints.above(FORM)
        with st.form("form-members", border=False):
            fields()
            sent = st.form_submit_button(yes, key="members-save", type="primary", on_click=save)
        if sent and st.session_state.pop(_DONE, False):
            ask.tell(done)
            st.rerun()  # closes the dialog; the page then reads what was saved

    st.dialog(title)(asked)()


def _save(kind: type[C], service: run.Service[C, R], raw: Mapping[str, object], *, by: Actor) -> None:
    st.session_state[_DONE] = False
    if complaints.fits(FORM, kind, raw):
        done = run.command(kind, raw, service, by=by, form=FORM)
        st.session_state[_DONE] = done is not None


def _typed(*names: str) -> dict[str, object]:
    return {name: value for name in names if (value := st.session_state.get(_key(name))) is not None}


def _day(label: str, name: str, today: date) -> None:
    st.date_input(label, value=today, min_value=date(1990, 1, 1), format="DD.MM.YYYY", key=_key(name))
    complaints.at(FORM, name)


def _key(name: str) -> str:
    return f"members-{name}"
