"""A year as twelve months with what happened in each: a list for reading, in columns where there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).parent / "assets" / "calendar.css"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, or was announced."""

    day: str
    """The day or days, empty when it is not known."""
    title: str
    note: str = ""
    tentative: bool = False
    """Whether nobody has confirmed it; drawn with a hollow mark, and the note says so."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or another part of the year, and what is in it."""

    name: str
    entries: tuple[Entry, ...]
    more: str = ""
    """What is said about entries that are left out."""


def year(months: Sequence[Month], *, label: str, unknown_day: str, quiet: str) -> None:
    """Show the months of a year.

    Args:
        months: In order of time.
        label: What this is, for screen readers.
        unknown_day: Stands before the first entry without a day.
        quiet: Stands in a month without entries.
    """
    parts = "".join(_month(month, unknown_day=unknown_day, quiet=quiet) for month in months)
    st.html(_STYLE)
    st.html(f'<div class="bk-calendar" role="group" aria-label="{escape(label)}">{parts}</div>')


def _month(month: Month, *, unknown_day: str, quiet: str) -> str:
    if not month.entries:
        return (
            f'<section class="bk-month bk-month-quiet"><h3 class="bk-month-name">{escape(month.name)}</h3>'
            f'<p class="bk-note">{escape(quiet)}</p></section>'
        )
    known = "".join(_entry(entry) for entry in month.entries if entry.day)
    rest = "".join(_entry(entry) for entry in month.entries if not entry.day)
    dated = f'<ul class="bk-entries" role="list">{known}</ul>' if known else ""
    above = f'<p class="bk-note bk-unknown-day">{escape(unknown_day)}</p>' if rest and unknown_day else ""
    undated = f'{above}<ul class="bk-entries" role="list">{rest}</ul>' if rest else ""
    more = f'<p class="bk-note">{escape(month.more)}</p>' if month.more else ""
    return (
        f'<section class="bk-month"><h3 class="bk-month-name">{escape(month.name)}</h3>{dated}{undated}{more}</section>'
    )


def _entry(entry: Entry) -> str:
    day = f'<span class="bk-day">{escape(entry.day)}</span> ' if entry.day else ""
    note = f'<span class="bk-note">{escape(entry.note)}</span>' if entry.note else ""
    kind = " bk-entry-tentative" if entry.tentative else ""
    return f'<li class="bk-entry{kind}">{day}<span class="bk-entry-title">{escape(entry.title)}</span>{note}</li>'
