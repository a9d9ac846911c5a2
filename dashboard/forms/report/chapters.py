"""Step 3: one chapter at a time. Its sentences come from the figures; moved figures are flagged, never rewritten."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.year_reports import LONGEST_TEXT, WriteReportText
from bkcore.publication.yearly.chapter import Chapter, split
from bkcore.publication.yearly.check import stale
from bkcore.publication.yearly.drafts import basis_of
from bkcore.publication.yearly.edition import text_of
from bkcore.services.year_reports import write_report_text
from bkcore.wording.year_report import TITLES
from dashboard.components import listing, panel, saving
from dashboard.forms.report import steps
from dashboard.texts import report as texts
from dashboard.yearly_state import Desk

_CHOICE: Final = "report-chapter"
_HEIGHT: Final = 240


def draw(found: Desk, *, by: Actor) -> None:
    """Show how far the chapters are, and one of them to work on."""
    keys = [chapter.key for chapter in found.content.chapters]
    done = [key for key in keys if key in found.written.texts]
    panel.progress(len(done), len(keys), texts.progress(len(done), len(keys)))
    moved = stale(found.content, found.written)
    asked = steps.section()
    shown = asked if asked in keys else next((key for key in keys if key in moved or key not in done), keys[0])
    st.session_state[_CHOICE] = shown
    st.selectbox(
        texts.FIELD_SECTION,
        keys,
        format_func=lambda key: texts.section(key, _mark(found, key)),
        key=_CHOICE,
        on_change=lambda: steps.show_section(st.session_state[_CHOICE]),
    )
    _chapter(found, found.content.chapter(shown), moved.get(shown, ()), after=_after(keys, shown), by=by)


def write(*, year: int, chapter: Chapter, text: str, by: Actor, after: str = "") -> None:
    """Save what a chapter says beside the figures of this moment, and go on to another one when asked."""
    key = _field(year, chapter.key)
    seen = st.session_state.setdefault(f"{key}-seen", [])
    raw = {
        "year": year,
        "section": chapter.key,
        "text": text,
        "basis": basis_of(chapter),
        "seen": tuple(seen),
    }
    if not saving.save(WriteReportText, raw, write_report_text, by=by, place=steps.PLACE):
        steps.show_section(chapter.key)
        return
    seen.append(text)
    st.session_state[key] = text or chapter.text
    steps.show_section(after or chapter.key)


def _chapter(found: Desk, chapter: Chapter, moved: tuple[tuple[str, str, str], ...], *, after: str, by: Actor) -> None:
    year, stored = found.written.year, text_of(chapter, found.written)
    save = partial(write, year=year, chapter=chapter, by=by)
    key = _field(year, chapter.key)
    seen = st.session_state.setdefault(f"{key}-seen", [])
    if stored not in seen:
        seen.append(stored)
        st.session_state[key] = stored
    st.session_state.setdefault(key, stored)
    with panel.card("report-chapter"):
        panel.heading(TITLES[chapter.key], _mark(found, chapter.key))
        if moved:
            _moved(chapter, moved, own=stored, save=save)
        if not chapter.text and not stored:
            panel.notice(panel.NoticeKind.EMPTY, texts.LEFT_OUT_NOTE)
        st.text_area(
            texts.FIELD_TEXT,
            key=key,
            height=_HEIGHT,
            max_chars=LONGEST_TEXT,
            on_change=lambda: save(text=st.session_state[key].strip()),
        )
        with st.container(horizontal=True, key="row-report-chapter"):
            label = texts.CONFIRM_NEXT if after else texts.CONFIRM
            on = partial(save, text=stored, after=after)
            st.button(label, key="report-confirm", type="primary", disabled=not stored, on_click=on)
            if chapter.key in found.written.texts and chapter.text and stored != chapter.text and not moved:
                st.button(texts.FOLLOW, key="report-follow", on_click=partial(save, text=""))
    _below(chapter)


def _moved(chapter: Chapter, moved: tuple[tuple[str, str, str], ...], *, own: str, save: Callable[..., None]) -> None:
    with st.container(key="report-moved", gap="small"):
        lines = [texts.moved(*move) for move in moved]
        panel.notice(panel.NoticeKind.WARNING, texts.MOVED_NOTE, title=texts.MOVED_TITLE, items=lines)
        panel.text(*split(chapter.text))
        with st.container(horizontal=True, key="row-report-moved"):
            st.button(texts.TAKE, key="report-take", on_click=partial(save, text=chapter.text))
            st.button(texts.STILL_RIGHT, key="report-still", on_click=partial(save, text=own))


def _below(chapter: Chapter) -> None:
    """Show what is printed under the words, so that one can check them against it."""
    with st.container(key="quiet-below"), st.expander(texts.BELOW, key=f"report-below-{chapter.key}"):
        if not chapter.tables and chapter.figure is None and not chapter.entries:
            panel.text(texts.NOTHING_BELOW)
        if chapter.figure is not None:
            panel.text(texts.PICTURE + chapter.figure.finding)
        for table in (*chapter.tables, *((chapter.figure.table,) if chapter.figure else ())):
            panel.heading(table.caption, level=3)
            listing.table(table.columns, table.rows, label=table.caption)
        if chapter.entries:
            events = [panel.Event("", entry.title, entry.note) for entry in chapter.entries]
            panel.event_list(events, label=TITLES[chapter.key])


def _mark(found: Desk, key: str) -> str:
    chapter, own = found.content.chapter(key), found.written.texts.get(key)
    if own is None:
        return texts.FROM_FIGURES if chapter.text else texts.EMPTY
    if own.moved(chapter):
        return texts.MOVED
    return texts.CONFIRMED if own.text == chapter.text else texts.OWN


def _after(keys: list[str], shown: str) -> str:
    place = keys.index(shown) + 1
    return keys[place] if place < len(keys) else ""


def _field(year: int, key: str) -> str:
    return f"report-text-{year}-{key}"
