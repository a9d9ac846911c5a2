"""Closes the round; says what comes next; lists the rounds before."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import CloseRound
from bkcore.commands.rounds import CancelRound
from bkcore.reports.invitations import Invitation, Progress
from bkcore.reports.rounds import RoundState
from bkcore.services import rounds
from bkcore.wording.numbers import date_de
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.texts import rounds as texts

_CLOSING: Final = "closing"


def draw(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    """Offer to close the round before its last day is over, or to call off a planned one."""
    with st.container(gap="small"):
        complaints.above(_CLOSING)
        if turn.is_planned:
            panel.heading(texts.CANCEL_TITLE, texts.CANCEL_NOTE)
            ask.button(
                texts.CANCEL,
                key="cancel",
                question=texts.cancel_question(turn.title),
                consequences=texts.cancel_consequences(len(invited)),
                yes=texts.CANCEL_YES,
                on_yes=partial(cancel, turn.slug, by=by),
                done=texts.CANCELLED,
            )
            return
        begun = sum(entry.progress is Progress.BEGUN for entry in invited)
        panel.heading(texts.CLOSE_TITLE, texts.close_note(turn.closes_on))
        panel.text(texts.drafts(begun))
        ask.button(
            texts.CLOSE,
            key="close",
            question=texts.close_question(turn.title),
            consequences=texts.close_consequences(begun),
            yes=texts.CLOSE_YES,
            on_yes=partial(close, turn.slug, by=by),
            done=texts.CLOSED,
        )


def draw_closed(turn: RoundState) -> None:
    """Say that the latest round is over, who answered, and what comes next."""
    with panel.card("closed"):
        panel.heading(texts.closed_title(turn.title), texts.closed_note(turn))
        panel.text(*texts.NEXT)
        with st.container(horizontal=True, key="row-next"):
            st.page_link("pages/factors.py", label=texts.TO_FACTORS)
            st.page_link("pages/council.py", label=texts.TO_COUNCIL)


def draw_past(past: Sequence[RoundState], *, planned: Sequence[RoundState]) -> None:
    """Say which rounds come later, and list those that are over, if there are any."""
    for turn in planned:
        panel.text(texts.planned_later(turn))
    if not past:
        return
    rows = [
        (
            turn.title,
            date_de(turn.opens_on),
            date_de(turn.closes_on),
            texts.handed_in(turn.projects_handed_in, turn.projects_asked),
            texts.departments(turn.departments_handed_in, turn.departments_asked),
        )
        for turn in past
    ]
    with st.container(gap="small"):
        panel.heading(texts.PAST_TITLE)
        listing.table(texts.PAST_COLUMNS, rows, label=texts.PAST_TITLE)


def close(slug: str, *, by: Actor) -> bool:
    """Close the round and tell whether that worked."""
    complain = complaints.collect(_CLOSING)
    return run.command(CloseRound, {"slug": slug}, rounds.close_round, by=by, complain=complain) is not None


def cancel(slug: str, *, by: Actor) -> bool:
    """Call off a planned round and tell whether that worked."""
    complain = complaints.collect(_CLOSING)
    return run.command(CancelRound, {"slug": slug}, rounds.cancel_round, by=by, complain=complain) is not None
