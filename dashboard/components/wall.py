"""Lists for the wall: side by side, in large words, the first of each in full and the rest to be opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "wall.css"
_FIRST: Final = 5
"""So many lines of a list are read from six metres without moving anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what, more about it, and what is urgent in words."""

    title: str
    note: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One list under its heading, with what stands there when it is empty."""

    title: str
    entries: tuple[Entry, ...]
    empty: str


def style() -> None:
    """Bring the style; once on a page, also for what stands beside the lists."""
    st.html(_STYLE)


def columns(found: Sequence[Column], *, more: str) -> None:
    """Show lists side by side; on a phone one below the other.

    Args:
        found: In reading order.
        more: What opens the rest of a list, with ``{number}`` in it.
    """
    parts = "".join(_column(column, place, more=more) for place, column in enumerate(found))
    st.html(f'<div class="bk-wall">{parts}</div>')


def _column(column: Column, place: int, *, more: str) -> str:
    name = f"bk-wall-{place}"
    number = f'<span class="bk-wall-count">{len(column.entries)}</span>' if column.entries else ""
    inside = _entries(column.entries, more=more) or f'<p class="bk-note">{escape(column.empty)}</p>'
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(column.title)}{number}</h2>{inside}</section>'


def _entries(entries: Sequence[Entry], *, more: str) -> str:
    if not entries:
        return ""
    first, rest = entries[:_FIRST], entries[_FIRST:]
    if not rest:
        return _list(first)
    return f"{_list(first)}<details><summary>{escape(more.format(number=len(rest)))}</summary>{_list(rest)}</details>"


def _list(entries: Sequence[Entry]) -> str:
    return f'<ul role="list">{"".join(map(_entry, entries))}</ul>'


def _entry(entry: Entry) -> str:
    mark = f'<span class="bk-wall-mark">{escape(entry.mark)}</span>' if entry.mark else ""
    note = f'<span class="bk-note">{escape(entry.note)}</span>' if entry.note else ""
    kind = ' class="bk-wall-marked"' if entry.mark else ""
    return f"<li{kind}><strong>{escape(entry.title)}</strong>{mark}{note}</li>"
