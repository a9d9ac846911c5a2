"""Lists who was given which way in, by kind; what has ended stands folded below."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.reports.given_access import AccessKind, GivenAccess
from dashboard.components import listing, panel
from dashboard.texts import access as texts

_ENDED_SHOWN: Final = 50
"""Every signing-in leaves a link that is used up; a page shows the latest of them."""


def draw(given: Sequence[GivenAccess]) -> None:
    """Show one table per kind of what opens something, and one of what has ended."""
    alive = [one for one in given if one.is_alive]
    if not alive:
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
    for kind in AccessKind:
        rows = [texts.row(one) for one in alive if one.kind is kind]
        if rows:
            panel.heading(texts.KINDS[kind], texts.NOTES[kind])
            listing.table(texts.COLUMNS, rows, label=texts.KINDS[kind])
    ended = [one for one in given if not one.is_alive]
    shown = sorted(ended, key=_ended_last, reverse=True)[:_ENDED_SHOWN]
    if shown:
        with st.expander(texts.ended(shown, len(ended))):
            listing.table(texts.ENDED_COLUMNS, [texts.ended_row(one) for one in shown], label=texts.ENDED)


def _ended_last(one: GivenAccess) -> str:
    return max(day.isoformat() for day in (one.last_used_on, one.created_on, one.ends_on) if day)
