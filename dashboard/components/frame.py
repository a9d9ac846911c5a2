"""What stands around every page: the sign of the network and, in the demonstration, its banner."""

from pathlib import Path

import streamlit as st

from dashboard.components.panel import NoticeKind, notice
from dashboard.texts import navigation as texts

_SIGN = str(Path(__file__).parents[1] / "static" / "hexagon.svg")


def draw(*, demo: bool) -> None:
    """Draw the sign, and the banner when the data are samples.

    Args:
        demo: Whether this is the demonstration.
    """
    st.logo(_SIGN, size="large")
    if demo:
        notice(NoticeKind.WARNING, texts.DEMO)
