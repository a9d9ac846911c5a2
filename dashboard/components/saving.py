"""Saves one answer the moment it is given, and remembers for the next run when that was, or why it was refused.

Meant for callbacks: they run before the page, so the page that follows already reads what was saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

import streamlit as st
from pydantic import BaseModel
from sqlmodel import Session

from bkcore.access import Actor
from bkcore.store.unit_of_work import TOWN_TIME, now_of
from dashboard.components import run

_KEY: Final = "saving-outcome"
C = TypeVar("C", bound=BaseModel)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the latest saving went: a time of day in Bergkamen, or the sentence of the refusal."""

    place: str
    at: str = ""
    refusal: str = ""


def save(kind: type[C], answers: Mapping[str, object], service: run.Service[C, R], *, by: Actor, place: str) -> bool:
    """Carry out a command and remember how it went.

    Args:
        kind: Command to build from the answers.
        answers: Raw answers by field name.
        service: What carries it out.
        by: Who acts.
        place: Where on the page the person looks; ``at`` and ``refusal`` ask by it.

    Returns:
        Whether it is committed.
    """
    complaints: list[str] = []

    def stamped(session: Session, command: C, /, *, by: Actor) -> datetime:
        service(session, command, by=by)
        return now_of(session)

    moment = run.command(kind, answers, stamped, by=by, complain=complaints.append)
    at_town = f"{moment.astimezone(TOWN_TIME):%H:%M}" if moment else ""
    st.session_state[_KEY] = Outcome(place, at=at_town, refusal=" ".join(complaints))
    return moment is not None


def at(place: str) -> str:
    """Return the time of day at which this place was saved, empty when the latest saving was elsewhere or refused."""
    outcome = _latest()
    return outcome.at if outcome and outcome.place == place else ""


def refusal(place: str | None = None) -> str:
    """Return the sentence of the latest saving if it was refused, empty otherwise; it stands until the next saving.

    Args:
        place: Only a refusal at this place; without it at any.
    """
    outcome = _latest()
    return outcome.refusal if outcome and place in {None, outcome.place} else ""


def _latest() -> Outcome | None:
    outcome = st.session_state.get(_KEY)
    return outcome if isinstance(outcome, Outcome) else None
