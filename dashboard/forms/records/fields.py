"""One field for each column of a sheet, and its text as it would stand in the sheet."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from bkcore.intake.columns import Column, Form
from bkcore.intake.sheets import LAYOUTS
from bkcore.wording.intake import column_help
from bkcore.wording.labels import label
from dashboard.components import complaints
from dashboard.texts import records as texts

_LONG: Final = frozenset({"anmerkung", "beschreibung", "zusammenfassung"})
_YES_NO: Final = ("ja", "nein")


def columns(sheet: str) -> tuple[Column, ...]:
    """Return the columns somebody fills in; the slug is made once and stays."""
    return tuple(column for column in LAYOUTS[sheet].columns if column.name != "kennung")


def draw(sheet: str, cells: Mapping[str, str], names: Mapping[str, Mapping[str, str]], *, form: str) -> None:
    """Show the fields of one record.

    Args:
        sheet: Its sheet.
        cells: What they hold at first, text by column.
        names: Names of what a column may refer to, by sheet and slug.
        form: Name of the form, for complaints.
    """
    for column in columns(sheet):
        _field(sheet, column, cells.get(column.name, ""), names)
        complaints.at(form, column.name)


def given(sheet: str) -> dict[str, str]:
    """Return what the fields hold now, as text by column."""
    return {column.name: str(st.session_state.get(_key(column)) or "") for column in columns(sheet)}


def forget(sheet: str) -> None:
    """Empty the fields; call it when the form is opened anew."""
    for column in columns(sheet):
        st.session_state.pop(_key(column), None)


def _field(sheet: str, column: Column, value: str, names: Mapping[str, Mapping[str, str]]) -> None:
    title = texts.LABELS[column.name] + (" *" if column.required else "")
    help_text = column_help(sheet, column.name)
    if column.refers_to is not None:
        _choice(column, title, value, names[column.refers_to], help_text=help_text)
    elif column.vocabulary is not None:
        members = {member.value: label(member) for member in column.vocabulary}
        _choice(column, title, value, members, help_text=help_text)
    elif column.form is Form.YES_NO:
        _choice(column, title, value, {word: word for word in _YES_NO}, help_text=help_text)
    elif column.name in _LONG:
        st.text_area(title, value=value, key=_key(column), help=help_text, height=100)
    else:
        st.text_input(title, value=value, key=_key(column), help=help_text)


def _choice(column: Column, title: str, value: str, members: Mapping[str, str], *, help_text: str) -> None:
    options = list(members)
    st.selectbox(
        title,
        options,
        index=options.index(value) if value in members else None,
        format_func=members.__getitem__,
        placeholder=texts.UNKNOWN,
        key=_key(column),
        help=help_text,
    )


def _key(column: Column) -> str:
    return f"record-{column.name}"
