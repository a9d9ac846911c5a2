"""What stands on the tabs of the page: while a round runs or is planned, and while there is none."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from bkcore.access import Actor
from bkcore.reports.rounds import RoundState
from dashboard import state
from dashboard.components import panel
from dashboard.forms.rounds import (
    answers,
    closing,
    departments,
    inviting,
    opening,
    paper,
    planning,
    sheets,
    standing,
    voices,
)
from dashboard.texts import round_paper
from dashboard.texts import rounds as texts


def idle(past: Sequence[RoundState], *, by: Actor, today: date) -> None:
    """Show what comes after the last round, and how a new one is opened."""
    if past:
        closing.draw_closed(past[0])
    subjects = state.subjects(by=by, today=today)
    new, on_paper, desk = st.tabs(texts.TABS_IDLE, key="rounds-idle")
    with new:
        opening.draw(subjects, by=by, today=today)
    with on_paper:
        paper.draw(None, subjects=subjects)
        panel.text(round_paper.NO_ROUND)
    with desk:
        departments.draw(subjects, by=by)


def running(turn: RoundState, *, planned: Sequence[RoundState], by: Actor, today: date) -> None:
    """Show all that can be done in a round that runs or is planned, and what comes after it.

    Args:
        turn: The round that runs, else the one that begins next.
        planned: The others that have not begun, the soonest first.
        by: Who looks.
        today: The day it is.
    """
    asked = state.invitations(by=by, round_slug=turn.slug)
    names = texts.TABS_PLANNED if turn.is_planned else texts.TABS
    invite, stand, heard, on_paper, desk, end, following = st.tabs(names, key="rounds")
    with invite:
        inviting.draw(turn, asked=asked, by=by)
        opening.draw_choice(turn, asked.projects, by=by)
    with stand:
        standing.draw(turn, asked=asked, by=by)
        answers.draw(turn, invited=asked.invitations, by=by)
    with heard:
        voices.draw(turn, projects=asked.projects, by=by)
    with on_paper:
        paper.draw(turn, subjects=asked.projects)
        if turn.is_open:
            sheets.draw(turn, asked=asked, by=by)
        else:
            panel.text(round_paper.NOT_YET)
    with desk:
        departments.draw(asked.projects, by=by)
    with end:
        closing.draw(turn, invited=asked.invitations, by=by, today=today)
    with following:
        planning.draw(turn, planned=planned, subjects=state.subjects(by=by, today=today), by=by, today=today)
