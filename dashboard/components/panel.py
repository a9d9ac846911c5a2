"""Blocks that Streamlit has no widget for: page head, key figures, the strip of the year, lists, progress, notices.

Each writes semantic HTML with our own ``bk-`` classes, styled in ``dashboard/routes/assets/look.css``; every text is
escaped.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from dashboard.texts import shell as texts

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

HeadingLevel = Literal[2, 3, 4]
_CURRENT: Final = ' aria-current="step"'


class Progress(StrEnum):
    """Where a step of the year stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class NoticeKind(StrEnum):
    """The states every page can be in, each designed once."""

    INFO = "info"
    """Something to know."""
    DONE = "done"
    """It worked."""
    EMPTY = "empty"
    """Nothing here yet; the text offers the first step."""
    TOO_FEW = "too-few"
    """Too few people to show a figure without revealing them."""
    CLOSED = "closed"
    """The round or link takes nothing any more."""
    LOCKED = "locked"
    """The visitor may not see this."""
    WARNING = "warning"
    """Something wants attention."""
    ERROR = "error"
    """It did not work."""


@dataclass(frozen=True)
class KeyFigure:
    """One number with its name and, if need be, the comparison that makes it mean something."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Step:
    """One station of the year."""

    title: str
    note: str
    state: Progress = Progress.AHEAD


@dataclass(frozen=True)
class Event:
    """Something that happened, or is due, on a day."""

    when: str
    title: str
    note: str = ""
    link: str = ""
    """Address inside the dashboard; opens in the same tab."""
    link_text: str = ""


@dataclass(frozen=True)
class Term:
    """A name and what belongs to it, as in a short record."""

    name: str
    value: str
    link: str = ""
    """Address outside that the value leads to; opens beside this page."""


def page_head(title: str, lead: str = "", *, eyebrow: str = "") -> None:
    """Show the page's only h1, with one sentence below and one line above it.

    Args:
        title: The page's message.
        lead: One sentence more; may stay empty.
        eyebrow: Where one is (project, round); may stay empty.
    """
    above = f'<p class="bk-eyebrow">{escape(eyebrow)}</p>' if eyebrow else ""
    below = f'<p class="bk-lead">{escape(lead)}</p>' if lead else ""
    st.html(f'<div class="bk-head">{above}<h1 class="bk-title">{escape(title)}</h1>{below}</div>')


def heading(text: str, note: str = "", *, level: HeadingLevel = 2) -> None:
    """Show a heading below the page head, with what is measured under it.

    Args:
        text: The heading; for a chart its finding.
        note: Small line below; may stay empty.
        level: 2 to 4, in order.
    """
    st.html(heading_html(text, note, level=level))


def heading_html(text: str, note: str = "", *, level: HeadingLevel = 2) -> str:
    """Return what ``heading`` shows, for ``stacked``."""
    below = f'<p class="bk-sub">{escape(note)}</p>' if note else ""
    return f'<div class="bk-section"><h{level} class="bk-h{level}">{escape(text)}</h{level}>{below}</div>'


def text(*paragraphs: str) -> None:
    """Show running text at a readable width, one paragraph each."""
    st.html(text_html(*paragraphs))


def text_html(*paragraphs: str) -> str:
    """Return what ``text`` shows, for ``stacked``."""
    return '<div class="bk-text">' + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs) + "</div>"


def link(name: str, address: str) -> None:
    """Show a line that leads to another place inside the dashboard.

    Args:
        name: Where it leads.
        address: Address inside the dashboard; opens in the same tab.
    """
    st.html(f'<p class="bk-link"><a href="{escape(address)}" target="_self">{escape(name)}</a></p>')


def photo(content: bytes, alt: str) -> None:
    """Show a small picture.

    Args:
        content: JPEG.
        alt: What it shows, for those who do not see it.
    """
    source = base64.b64encode(content).decode("ascii")
    st.html(f'<img class="bk-photo" src="data:image/jpeg;base64,{source}" alt="{escape(alt)}">')


def key_figures(figures: Sequence[KeyFigure], *, cards: bool = False) -> None:
    """Show numbers side by side; on a phone two in a row.

    Args:
        figures: In reading order.
        cards: Each on its own card, for a page that has nothing else.
    """
    entries = "".join(
        f'<div class="bk-figure"><dt>{escape(figure.label)}</dt><dd class="bk-value">{escape(figure.value)}</dd>'
        + (f'<dd class="bk-note">{escape(figure.note)}</dd>' if figure.note else "")
        + "</div>"
        for figure in figures
    )
    st.html(f'<dl class="bk-figures{" bk-figures-cards" if cards else ""}">{entries}</dl>')


def terms(entries: Sequence[Term]) -> None:
    """Show a short record: names on the left, values on the right."""
    st.html(terms_html(entries))


def terms_html(entries: Sequence[Term]) -> str:
    """Return what ``terms`` shows, for ``stacked``."""
    rows = "".join(f"<div><dt>{escape(entry.name)}</dt><dd>{_value(entry)}</dd></div>" for entry in entries)
    return f'<dl class="bk-terms">{rows}</dl>'


def stacked(blocks: Sequence[str]) -> str:
    """Return blocks one below the other as one, to be kept and given to ``st.html``: one message instead of many."""
    return f'<div class="bk-stack">{"".join(blocks)}</div>'


def steps(items: Sequence[Step], *, label: str) -> None:
    """Show the stations of the year as one strip, those where something moves tinted; the first is the current one.

    Args:
        items: In order of time.
        label: What the strip is, for screen readers.
    """
    spoken = {Progress.DONE: texts.DONE, Progress.CURRENT: texts.CURRENT, Progress.AHEAD: texts.AHEAD}
    signs = {Progress.DONE: "✓", Progress.CURRENT: "●", Progress.AHEAD: ""}
    first = next((item for item in items if item.state is Progress.CURRENT), None)
    entries = "".join(
        f'<li class="bk-step bk-step-{item.state}"{_CURRENT if item is first else ""}>'
        f'<strong><span aria-hidden="true">{signs[item.state]}</span>{escape(item.title)}</strong>'
        f'<span class="bk-step-note">{escape(item.note)}</span>'
        f'<span class="bk-hidden">({spoken[item.state]})</span></li>'
        for item in items
    )
    st.html(f'<ol class="bk-steps" aria-label="{escape(label)}">{entries}</ol>')


def event_list(events: Sequence[Event], *, label: str) -> None:
    """Show dated events, one below the other.

    Args:
        events: In the order they are read.
        label: What the list is, for screen readers.
    """
    entries = "".join(
        f'<li class="bk-event"><span class="bk-when">{escape(event.when)}</span>'
        f"<div><strong>{escape(event.title)}</strong>"
        f'<span class="bk-note">{escape(event.note)}{" · " if event.note and event.link else ""}{_link(event)}</span>'
        "</div></li>"
        for event in events
    )
    st.html(f'<ul class="bk-events" aria-label="{escape(label)}">{entries}</ul>')


def progress(done: int, total: int, label: str, *, current: int | None = None) -> None:
    """Show how far a form has come, one segment per part.

    Args:
        done: Parts that are complete.
        total: All parts, at least one.
        label: What is printed below, such as „Faktor 4 von 8 · noch etwa 6 Minuten“.
        current: The part one is in, counted from 1; it is drawn in the action colour.
    """
    segments = "".join(
        f'<span class="{_segment(place, done=done, current=current)}"></span>' for place in range(1, total + 1)
    )
    st.html(
        f'<div class="bk-progress"><div role="progressbar" aria-label="{escape(label)}" aria-valuemin="0" '
        f'aria-valuemax="{total}" aria-valuenow="{done}" aria-valuetext="{escape(texts.progress(done, total))}">'
        f'{segments}</div><p class="bk-note">{escape(label)}</p></div>'
    )


def notice(kind: NoticeKind, text: str, *, title: str = "", items: Sequence[str] = ()) -> None:
    """Show one of the designed states: what is, and what to do next.

    Args:
        kind: Decides sign and colour; errors are announced at once, the others politely.
        text: One or two sentences.
        title: A bold line above; may stay empty.
        items: A list between both; may stay empty.
    """
    role = "alert" if kind is NoticeKind.ERROR else "status"
    above = f"<strong>{escape(title)}</strong>" if title else ""
    listed = f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>" if items else ""
    st.html(
        f'<div class="bk-notice bk-notice-{kind}" role="{role}"><span class="bk-hexagon" aria-hidden="true"></span>'
        f"<div>{above}{listed}<p>{escape(text)}</p></div></div>"
    )


def saved(text: str) -> None:
    """Show quietly that an answer is safe, such as „gespeichert 14:03“."""
    st.html(f'<p class="bk-saved" role="status"><span aria-hidden="true">✓</span> {escape(text)}</p>')


def card(key: str) -> "DeltaGenerator":
    """Return a container drawn as a card, for one thing that stands by itself.

    Args:
        key: Unique on the page; becomes part of the class ``st-key-card-…``.

    Returns:
        The container, to be used with ``with``.
    """
    return st.container(key=f"card-{key}")


def _link(event: Event) -> str:
    if not event.link:
        return ""
    return f'<a href="{escape(event.link)}" target="_self">{escape(event.link_text or event.link)}</a>'


def _value(entry: Term) -> str:
    if not entry.link:
        return escape(entry.value)
    return f'<a href="{escape(entry.link)}" target="_blank" rel="noopener noreferrer">{escape(entry.value)}</a>'


def _segment(place: int, *, done: int, current: int | None) -> str:
    if place == current:
        return "bk-segment bk-segment-current"
    return "bk-segment bk-segment-done" if place <= done else "bk-segment"
