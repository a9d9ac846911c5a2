"""What stands around every page: the sign of the network and, in the demonstration, its banner."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import warming
from dashboard.components.panel import NoticeKind, notice
from dashboard.texts import navigation as texts
from dashboard.texts import shell

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_WIDTH = 1120
_BARS = 4
_SIGN = str(Path(__file__).parents[1] / "static" / "hexagon.svg")


def draw(*, demo: bool) -> None:
    """Draw the sign, and the banner when the data are samples.

    Args:
        demo: Whether this is the demonstration.
    """
    st.logo(_SIGN, size="large")
    if demo:
        notice(NoticeKind.WARNING, texts.DEMO)


def body() -> "DeltaGenerator":
    """Return the one column of content, centred on wide screens and as wide as the screen on a phone."""
    return st.container(horizontal_alignment="center", gap=None).container(width=_WIDTH)


@contextmanager
def loading() -> Iterator[None]:
    """Show the outline of a page and one sentence while the page inside waits for the first reports after a start."""
    if not warming.running():
        yield
        return
    place = st.empty()
    place.html(f'<div class="bk-outline"><p role="status">{escape(shell.COMPUTING)}</p>{"<i></i>" * _BARS}</div>')
    try:
        yield
    finally:
        place.empty()
