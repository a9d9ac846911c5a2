"""Names that lead somewhere, each with a sentence beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "linked.css"


@dataclass(frozen=True, slots=True)
class Linked:
    """A name, the address inside the dashboard it leads to, and what is said about it."""

    name: str
    link: str
    text: str


def terms(entries: Sequence[Linked]) -> None:
    """Show names on the left, sentences on the right; on a phone one below the other.

    Args:
        entries: In reading order.
    """
    rows = "".join(
        f'<div><dt><a class="bk-linked" href="{escape(entry.link)}" target="_self">{escape(entry.name)}</a></dt>'
        f"<dd>{escape(entry.text)}</dd></div>"
        for entry in entries
    )
    st.html(_STYLE)
    st.html(f'<dl class="bk-terms bk-terms-linked">{rows}</dl>')
