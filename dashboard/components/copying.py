"""A button that copies a text: a finger finds it at once, where Streamlit's own appears only under a pointer."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.texts import handout as texts

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_STYLE: Final = Path(__file__).parent / "assets" / "copying.css"


def button(label: str, text: str, *, key: str) -> None:
    """Show a button that puts a text into the clipboard and then says so.

    Args:
        label: What is copied.
        text: The text.
        key: Unique on the page.
    """
    words = {"label": label, "text": text, "done": texts.COPIED, "failed": texts.NOT_COPIED}
    _renderer()(key=key, data=words, height="content")


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component("dashboard.copying", css=_STYLE.read_text(encoding="utf-8"), js="copying.js")
