"""Lets a reader arrive on the next screen of a form, and the page again at a server it had lost."""

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def at(place: str, *, target: str = "") -> None:
    """Say which screen this is; when it is another one than before, the reader is taken to its beginning.

    Call it last on the page and in no fragment, so that everything above is there. When a lost connection is back, the
    whole page runs.

    Args:
        place: Name of the screen, stable over its runs.
        target: Key of the container whose heading was asked for; without it the page's.
    """
    _renderer()(key="arrival", data={"place": place, "target": target}, height=0, on_connected_change=_whole)


def _whole() -> None:
    """Let the page run; there is nothing else to do."""


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component("dashboard.arrival", js="arrival.js")
