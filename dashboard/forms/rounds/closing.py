"""Moves the last day of the round or closes it; says what comes next; lists the rounds before."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import CloseRound
from bkcore.commands.rounds import MoveLastDay
from bkcore.reports.invitations import Invitation, Progress
from bkcore.reports.rounds import RoundState
from bkcore.services import round_dates, rounds
from bkcore.wording.numbers import date_de
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.rounds import planning
from dashboard.texts import round_days
from dashboard.texts import rounds as texts

_CLOSING: Final = "closing"
_LAST_DAY: Final = "last-day"


def draw(turn: RoundState, *, invited: Sequence[Invitation], by: Actor, today: date) -> None:
    """Offer to move the last day and to close before it; of a planned round, to change it and to call it off."""
    if turn.is_planned:
        with panel.card("planned"):
            panel.heading(round_days.CHANGE_TITLE, round_days.CHANGE_NOTE)
            planning.change(turn, by=by, today=today)
        with st.container(gap="small"):
            panel.heading(round_days.CANCEL_TITLE, round_days.CANCEL_NOTE)
            planning.cancelling(turn, invited=len(invited), by=by)
        return
    _last_day(turn, by=by, today=today)
    with st.container(key="closing", gap="small"):
        complaints.above(_CLOSING)
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


def draw_past(past: Sequence[RoundState]) -> None:
    """List the rounds that are over, if there are any."""
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
    return run.command(CloseRound, {"slug": slug}, rounds.close_round, by=by, form=_CLOSING) is not None


def move(slug: str, *, to: date, by: Actor) -> bool:
    """Move the last day and tell whether that worked."""
    raw = {"slug": slug, "closes_on": to}
    return run.command(MoveLastDay, raw, round_dates.move_last_day, by=by, form=_LAST_DAY) is not None


def _last_day(turn: RoundState, *, by: Actor, today: date) -> None:
    with panel.card("last-day"):
        panel.heading(round_days.LAST_DAY_TITLE, round_days.LAST_DAY_NOTE)
        complaints.above(_LAST_DAY)
        tomorrow = today + timedelta(days=1)
        chosen = st.date_input(
            texts.FIELD_CLOSES,
            value=max(turn.closes_on, tomorrow),
            min_value=tomorrow,
            format="DD.MM.YYYY",
            key=f"last-day-{turn.slug}-{turn.closes_on}",
        )
        if not isinstance(chosen, date):
            return
        ask.button(
            round_days.MOVE,
            key="move",
            question=round_days.move_question(turn.title),
            consequences=round_days.move_consequences(turn.closes_on, chosen),
            yes=round_days.MOVE_YES,
            on_yes=partial(move, turn.slug, to=chosen, by=by),
            done=round_days.MOVED,
            disabled=chosen == turn.closes_on,
        )
