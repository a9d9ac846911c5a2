"""Keeps each answer of a ladder at once, and notices when another tab or device has changed it meanwhile."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, ClearAnswer
from bkcore.services.answers import answer, clear_answer
from dashboard.components import ladder, saving
from dashboard.forms.assessment import pace

_SHOWN: Final = "answers-shown"
_ELSEWHERE: Final = "answers-elsewhere"


def save_answer(given: ladder.Answer, *, assessment_id: int, indicator_id: str, by: Actor) -> bool:
    """Save the answer of a ladder: a level, the code of an opt-out, or ``None`` to take it back.

    Args:
        given: What the ladder holds.
        assessment_id: Which assessment.
        indicator_id: Which question.
        by: Who answers.

    Returns:
        Whether it is committed.
    """
    raw = {"assessment_id": assessment_id, "indicator_id": indicator_id}
    if given is None:
        saved = saving.save(ClearAnswer, raw, clear_answer, by=by, place=indicator_id)
    else:
        value = {"level": given} if isinstance(given, int) else {"opt_out": given}
        timed = raw | value | {"seconds": pace.gap()}
        saved = saving.save(AnswerIndicator, timed, answer, by=by, place=indicator_id)
    if saved:
        _shown()[(assessment_id, indicator_id)] = given
        _elsewhere().discard(indicator_id)
    return saved


def ladder_key(name: str, *, stored: ladder.Answer) -> str:
    """Return the key of a ladder; a fresh one when another tab or device has changed the answer since.

    The browser reports an answer only when it differs from the last one reported here. Were the key the same, going
    back to that one would go unheard. An answer that was not heard yet is on its way and keeps its key.

    Args:
        name: What the key begins with.
        stored: The answer as it is stored now.
    """
    counter = f"turn-{name}"
    turn = int(st.session_state.get(counter, 0))
    key = f"{name}-{turn}"
    if ladder.chosen(key, start=stored) != stored and ladder.heard(key, start=stored):
        turn += 1
        st.session_state[counter] = turn
    return f"{name}-{turn}"


def changed_elsewhere(assessment_id: int, indicator_id: str, *, stored: ladder.Answer) -> bool:
    """Tell whether an answer is another one than this session showed or gave last; so until it is given here anew."""
    seen = _shown().setdefault((assessment_id, indicator_id), stored)
    if seen != stored:
        _shown()[(assessment_id, indicator_id)] = stored
        _elsewhere().add(indicator_id)
    return indicator_id in _elsewhere()


def _shown() -> dict[tuple[int, str], ladder.Answer]:
    shown: dict[tuple[int, str], ladder.Answer] = st.session_state.setdefault(_SHOWN, {})
    return shown


def _elsewhere() -> set[str]:
    items: set[str] = st.session_state.setdefault(_ELSEWHERE, set())
    return items
