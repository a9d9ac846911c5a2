"""Names that lead somewhere, side by side: short, tappable, each with what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "chips.css"


@dataclass(frozen=True, slots=True)
class Chip:
    """One name with its note and the address it leads to."""

    name: str
    note: str
    link: str


def row(chips: Sequence[Chip], *, label: str) -> None:
    """Show chips in reading order; they wrap.

    Args:
        chips: What to show.
        label: What the list holds, for screen readers.
    """
    entries = "".join(
        f'<li><a class="bk-chip" href="{escape(chip.link)}" target="_self">{escape(chip.name)}{_note(chip)}</a></li>'
        for chip in chips
    )
    st.html(_STYLE)
    st.html(f'<ul class="bk-chips" role="list" aria-label="{escape(label)}">{entries}</ul>')


def _note(chip: Chip) -> str:
    return f'<span class="bk-chip-note">{escape(chip.note)}</span>' if chip.note else ""
