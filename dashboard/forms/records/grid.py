"""Edits several records in a grid: what is typed is kept until it is saved, all of it or nothing.

The rows stay as they were first shown until they are saved or fetched anew, so that a colleague's change never moves
one's own words into another row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from bkcore.access import Actor
from bkcore.errors import BkError
from bkcore.intake import desk, grid
from bkcore.intake.columns import Column, Form
from bkcore.intake.sheets import LAYOUTS
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.wording.intake import column_help
from bkcore.wording.labels import label
from bkcore.wording.messages import message
from dashboard import state
from dashboard.components import ask, complaints, panel
from dashboard.texts import records as texts

if TYPE_CHECKING:
    from streamlit.elements.lib.column_types import ColumnConfig

FORM: Final = "grid"
_BASE: Final = "grid-base"
_SLUG: Final = "kennung"
_YES_NO: Final = ("ja", "nein")
Changes = Mapping[int, Mapping[str, str | None]]


@dataclass(frozen=True, slots=True)
class _Base:
    """The rows as they were first shown, what their cells may name, and which time they were read."""

    sheet: str
    words: str
    rows: tuple[grid.GridRow, ...]
    names: Mapping[str, Mapping[str, str]]
    turn: int


def draw(sheet: str, words: str, *, by: Actor) -> None:
    """Show the records that fit as a grid.

    Args:
        sheet: Which kind of record.
        words: What is looked for.
        by: Who edits.
    """
    base: _Base | None = st.session_state.get(_BASE)
    if base is None or (base.sheet, base.words) != (sheet, words):
        base = _read(sheet, words, by=by)
    if not base.rows:
        panel.text(texts.NOTHING)
        return
    panel.text(texts.GRID_NOTE if len(base.rows) < grid.MOST_ROWS else texts.grid_most(grid.MOST_ROWS))
    complaints.above(FORM)
    key = f"grid-{sheet}-{base.turn}"
    st.data_editor(
        [dict(row.cells) for row in base.rows],
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=[_SLUG],
        column_config={column.name: _config(sheet, column, base.names) for column in LAYOUTS[sheet].columns},
        alt=texts.GRID_ALT,
    )
    pending = len(changed(base.rows, st.session_state[key]["edited_rows"]))
    st.html(f'<p class="bk-note" role="status">{texts.grid_pending(pending)}</p>')
    with st.container(horizontal=True, key="row-grid"):
        st.button(texts.GRID_SAVE, key="grid-save", type="primary", on_click=save, args=(base, key), kwargs={"by": by})
        st.button(texts.GRID_AGAIN, key="grid-again", on_click=again, args=(base,), kwargs={"by": by})


def save(base: _Base, key: str, *, by: Actor) -> None:
    """Save what was typed; a refusal names record and column, and everything typed stays."""
    edited = st.session_state.get(key, {}).get("edited_rows", {})
    rows = changed(base.rows, edited)
    complain = complaints.collect(FORM)
    if not rows:
        complain(texts.GRID_NOTHING)
        return
    try:
        with unit_of_work(state.engine()) as session:
            number, faults = grid.save_all(session, base.sheet, rows, by=by)
    except BkError as error:
        complain(message(error))
        return
    for fault in faults:
        complain(texts.grid_fault(fault.slug, fault.reason.column, fault.reason.text))
    if not faults:
        ask.tell(texts.grid_saved(number))
        again(base, by=by)


def changed(rows: Sequence[grid.GridRow], edited: Changes) -> list[grid.GridRow]:
    """Return the rows somebody typed something else into.

    Args:
        rows: As they were shown.
        edited: New values by place of the row and column; ``None`` empties a cell.
    """
    found = []
    for place, values in sorted(edited.items()):
        row = rows[int(place)]
        cells = {**row.cells, **{name: value or "" for name, value in values.items()}}
        if cells != dict(row.cells):
            found.append(grid.GridRow(cells, row.version))
    return found


def again(base: _Base, *, by: Actor) -> None:
    """Read the rows anew, and forget what was typed into the old ones."""
    _read(base.sheet, base.words, by=by)


def _read(sheet: str, words: str, *, by: Actor) -> _Base:
    with reading(state.engine()) as session:
        rows = grid.rows(session, sheet, words, by=by)
        names = desk.names_referred_to(session, sheet, by=by)
    before: _Base | None = st.session_state.get(_BASE)
    base = _Base(sheet, words, rows, names, turn=before.turn + 1 if before else 1)
    st.session_state[_BASE] = base
    return base


def _config(sheet: str, column: Column, names: Mapping[str, Mapping[str, str]]) -> "ColumnConfig":
    title = texts.LABELS.get(column.name, texts.GRID_SLUG)
    help_text = column_help(sheet, column.name) if column.name in texts.LABELS else None
    if column.refers_to is not None:
        return _choice(title, names[column.refers_to], help_text=help_text)
    if column.vocabulary is not None:
        return _choice(title, {member.value: label(member) for member in column.vocabulary}, help_text=help_text)
    if column.form is Form.YES_NO:
        return _choice(title, {word: word for word in _YES_NO}, help_text=help_text)
    fixed = column.name == _SLUG  # a pinned column is drawn grey, as what nobody can change
    return st.column_config.TextColumn(title, help=help_text, required=column.required or None, pinned=fixed)


def _choice(title: str, members: Mapping[str, str], *, help_text: str | None) -> "ColumnConfig":
    return st.column_config.SelectboxColumn(
        title, options=["", *members], format_func=lambda value: members.get(str(value), str(value)), help=help_text
    )
