"""How long filling in takes: the gap since the answer before; the moments themselves never leave the session."""

import time
from typing import Final

import streamlit as st

from bkcore.commands.assessments import LONGEST_GAP

_LAST: Final = "pace-last"


def begin() -> None:
    """Start the clock when the first question of this session is read."""
    st.session_state.setdefault(_LAST, time.monotonic())


def gap() -> int:
    """Return the seconds since the answer before, cut where it was a break, and start again."""
    now = time.monotonic()
    last = float(st.session_state.get(_LAST, now))
    st.session_state[_LAST] = now
    return min(round(now - last), LONGEST_GAP)
