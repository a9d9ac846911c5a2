"""What people rate themselves on, to be read: a statement and its level texts, each beside its number."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

from bkcore.instrument import Indicator, Level

_STYLE: Final = Path(__file__).parent / "assets" / "catalogue.css"


def style() -> None:
    """Bring the style of what follows; once on a page."""
    st.html(_STYLE)


def item(found: Indicator, *, levels: Sequence[Level]) -> None:
    """Show one statement with its level texts from level 1 upwards.

    Args:
        found: An indicator, or the short form's statement.
        levels: Names of the levels.
    """
    steps = "".join(
        f'<li><span class="bk-level-sign" aria-hidden="true">{level.value}</span>'
        f'<span><strong><span class="bk-hidden">{level.value}: </span>{escape(level.name)}</strong>'
        f"{escape(text)}</span></li>"
        for level, text in zip(levels, found.levels, strict=True)
    )
    st.html(
        f'<div class="bk-item"><h4 class="bk-item-title">{escape(found.statement)}</h4>'
        f'<ol class="bk-levels">{steps}</ol></div>'
    )
