"""A board: columns of cards, each a link; on a phone the columns stand one below the other.

Nothing is dragged: a card leads to its own page, where a state is chosen, so keyboard, finger and screen reader take
the same way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "board.css"


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its name, where it leads, what is said about it, and what is urgent about it."""

    name: str
    link: str
    notes: tuple[str, ...]
    urgent: str = ""
    """Why it is marked, in words; not marked when empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name with the number of its cards, and what stands there without any."""

    name: str
    cards: tuple[Card, ...]
    empty: str


def columns(found: Sequence[Column], *, label: str) -> None:
    """Show columns side by side.

    Args:
        found: In reading order.
        label: What the board shows, for screen readers.
    """
    parts = "".join(_column(column, number) for number, column in enumerate(found))
    st.html(_STYLE)
    st.html(f'<div class="bk-board" role="group" aria-label="{escape(label)}">{parts}</div>')


def _column(column: Column, number: int) -> str:
    cards = "".join(_card(card) for card in column.cards)
    inside = f'<ul role="list">{cards}</ul>' if cards else f'<p class="bk-note">{escape(column.empty)}</p>'
    return (
        f'<section aria-labelledby="bk-board-{number}"><h2 id="bk-board-{number}">{escape(column.name)}'
        f'<span class="bk-board-count">{len(column.cards)}</span></h2>{inside}</section>'
    )


def _card(card: Card) -> str:
    urgent = f'<p class="bk-board-urgent">{escape(card.urgent)}</p>' if card.urgent else ""
    notes = "".join(f"<p>{escape(note)}</p>" for note in card.notes if note)
    kind = ' class="bk-board-late"' if card.urgent else ""
    return (
        f'<li{kind}><a href="{escape(card.link)}" target="_self">{escape(card.name)}</a>{urgent}'
        f'<div class="bk-board-notes">{notes}</div></li>'
    )
