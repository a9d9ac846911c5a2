"""Keeps what is wrong with a form until the page is drawn, and shows each sentence at its field."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

import streamlit as st
from pydantic import BaseModel, ValidationError

from bkcore.wording.messages import field_message
from dashboard.components import panel

_PREFIX: Final = "complaints-"


def collect(form: str, *, field: str = "") -> Callable[[str], None]:
    """Return where sentences about a form go; a field's are shown there, the others above the form.

    Args:
        form: Name of the form.
        field: Name of a field.
    """

    def complain(sentence: str) -> None:
        _kept(form).setdefault(field, []).append(sentence)

    return complain


def fits(form: str, kind: type[BaseModel], answers: Mapping[str, object]) -> bool:
    """Tell whether raw answers make a command; what is wrong is kept for the fields, inside of another with a point.

    Args:
        form: Name of the form.
        kind: Command to build.
        answers: Raw answers by field name.
    """
    try:
        kind.model_validate(dict(answers))
    except ValidationError as error:
        for fault in error.errors():
            named = [part for part in fault["loc"] if isinstance(part, str)]
            collect(form, field=".".join(named))(field_message(fault))
        return False
    return True


def above(form: str) -> None:
    """Show, once, what is wrong with the form as a whole."""
    for sentence in _kept(form).pop("", []):
        panel.notice(panel.NoticeKind.ERROR, sentence)


def at(form: str, field: str) -> None:
    """Show, once, what is wrong with a field; call it right below the field."""
    for sentence in _kept(form).pop(field, []):
        st.html(f'<p class="bk-fault" role="alert">{escape(sentence)}</p>')


def forget(form: str) -> None:
    """Drop what was wrong; call it when a form is opened anew."""
    _kept(form).clear()


def _kept(form: str) -> dict[str, list[str]]:
    kept: dict[str, list[str]] = st.session_state.setdefault(_PREFIX + form, {})
    return kept
