"""The sheet the administration's pages are written on."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components import ask

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_STYLE: Final = Path(__file__).parents[1] / "components" / "assets" / "desk.css"


def page() -> "DeltaGenerator":
    """Return the container of a page, with the style of its fields and tables; says first what a dialog has done."""
    st.html(_STYLE)
    ask.report()
    return st.container(key="desk", gap="medium")
