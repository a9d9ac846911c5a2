"""One seat: who sat there, its hand-over note, and what the administration does about both."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor, keeps_members
from bkcore.commands.members import ErasePerson, WriteHandover
from bkcore.reports.members import MembersReport, SeatState
from bkcore.services import members
from bkcore.services.member_erasure import erase_person
from bkcore.store.scrubbing import scrub
from dashboard import state, steering_state
from dashboard.components import ask, choice, complaints, listing, panel, run
from dashboard.forms.members import dialogs
from dashboard.texts import members as texts

FORM: Final = "member-seat"
_ERASE: Final = "members-erase-who"


def draw(report: MembersReport, *, by: Actor, today: date) -> None:
    """Let a seat be chosen, and show it.

    Args:
        report: All seats.
        by: Who looks.
        today: The day it is.
    """
    seats = {seat.slug: seat for seat in report.seats}
    chosen = choice.choose(
        texts.CHOICE,
        list(seats),
        key="sitz",
        named=lambda slug: texts.seat_name(seats[slug]),
        width=440,
        placeholder=texts.CHOICE_HINT,
    )
    if chosen is None:
        return
    seat = seats[chosen]
    with panel.card("sitz"):
        panel.heading(texts.seat_name(seat))
        complaints.above(FORM)
        _history(seat, keeper=keeps_members(by))
        if keeps_members(by):
            _buttons(seat, by=by, today=today)
            _handover(seat, by=by, today=today)
            _erasing(seat, by=by)
        else:
            panel.heading(texts.HANDOVER, level=3)
            panel.text(seat.handover or texts.NO_HANDOVER)


def write(seat: SeatState, *, by: Actor, today: date) -> None:
    """Save the hand-over note; when somebody was faster, both texts are shown and nothing is lost."""
    typed = st.session_state.get(_note(seat))
    now = steering_state.members_report(by=by, today=today).seats
    stored = next((one for one in now if one.slug == seat.slug), seat)
    if stored.version != seat.version and stored.handover != seat.handover:
        complaints.collect(FORM)(texts.HANDOVER_MOVED.format(text=stored.handover))
        return
    raw = {"seat": seat.slug, "text": typed, "version": stored.version}
    if run.command(WriteHandover, raw, members.write_handover, by=by, form=FORM) is not None:
        ask.tell(texts.HANDOVER_SAVED)


def erase(representation_id: int, *, by: Actor) -> bool:
    """Erase name and address of one representation, also from the files of the database; tell whether it worked."""
    raw = {"representation_id": representation_id}
    done = run.command(ErasePerson, raw, erase_person, by=by, form=FORM) is not None
    if done:
        scrub(state.engine())
        st.session_state[_ERASE] = None
    return done


def _history(seat: SeatState, *, keeper: bool) -> None:
    panel.heading(texts.HISTORY, level=3)
    if not seat.sittings:
        panel.text(texts.NOBODY_YET)
        return
    columns = texts.HISTORY_COLUMNS_KEEPER if keeper else texts.HISTORY_COLUMNS
    rows = [texts.history_row(one, keeper=keeper) for one in seat.sittings]
    listing.table(columns, rows, label=texts.HISTORY)


def _buttons(seat: SeatState, *, by: Actor, today: date) -> None:
    if not seat.exists(today):
        return
    with st.container(horizontal=True, key="row-sitz"):
        if st.button(texts.BEGIN, key="members-begin", type="primary"):
            dialogs.begin(seat, by=by, today=today)
        current = seat.current(today)
        if current is not None and current.ends_on is None and st.button(texts.END, key="members-end"):
            dialogs.end(seat, by=by, today=today)
        if st.button(texts.END_SEAT, key="members-end-seat"):
            dialogs.end_seat(seat, by=by, today=today)


def _handover(seat: SeatState, *, by: Actor, today: date) -> None:
    panel.heading(texts.HANDOVER, texts.HANDOVER_NOTE, level=3)
    st.session_state.setdefault(_note(seat), seat.handover)
    with st.form("form-handover", border=False):
        st.text_area(texts.HANDOVER, key=_note(seat), max_chars=2000, height=120, label_visibility="collapsed")
        st.form_submit_button(
            texts.SAVE_HANDOVER, key="members-handover", on_click=write, args=(seat,), kwargs={"by": by, "today": today}
        )


def _erasing(seat: SeatState, *, by: Actor) -> None:
    named = texts.choices(seat.sittings)
    if not named:
        return
    panel.heading(texts.ERASE, level=3)
    chosen = choice.pick(texts.ERASE_FIELD, named, key=_ERASE, placeholder=texts.ERASE_HINT)
    ask.button(
        texts.ERASE_BUTTON,
        key="members-erase",
        question=texts.ERASE_QUESTION,
        consequences=texts.ERASE_TEXT,
        yes=texts.ERASE_YES,
        on_yes=partial(erase, chosen or 0, by=by),
        done=texts.ERASED,
        disabled=chosen is None,
    )


def _note(seat: SeatState) -> str:
    return f"members-note-{seat.slug}"
