"""One choice of several: in a form, or in the address, so that a link opens the same picture."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from dashboard.components import panel
from dashboard.texts import choice as texts

Value = TypeVar("Value", bound=str | int)


def choose(
    label: str,
    options: Sequence[str],
    *,
    key: str,
    named: Callable[[str], str] = str,
    width: int = 240,
    placeholder: str = "",
) -> str | None:
    """Let somebody choose, and keep the choice in the address under its key, by value and not by name.

    The address decides: whoever follows a link sees what it names. The default is left out of it.

    Args:
        label: What is chosen.
        options: Values; the first is the default, unless there is a placeholder.
        key: Name in the address, unique on the page.
        named: How a value is written.
        width: In pixels.
        placeholder: What stands there while nothing is chosen; then nothing is the default.

    Returns:
        The chosen value, ``None`` for nothing.
    """
    default = None if placeholder else options[0]
    asked = st.query_params.get(key)
    field = f"choice-{key}"
    st.session_state[field] = asked if asked in options else default
    st.selectbox(
        label,
        options,
        index=None if placeholder else 0,
        format_func=named,
        key=field,
        on_change=_keep,
        args=(key, default),
        width=width,
        placeholder=placeholder or None,
    )
    if asked is not None and asked not in options:
        panel.notice(panel.NoticeKind.WARNING, texts.unknown(label, asked, default=named(default) if default else ""))
    chosen: str | None = st.session_state[field]
    return chosen


def pick(label: str, names: Mapping[Value, str], *, key: str, placeholder: str) -> Value | None:
    """Let somebody pick one of several by name; at first nothing is picked.

    Args:
        label: What is picked.
        names: How each value is written, in the order they are offered.
        key: Of the field.
        placeholder: What stands there while nothing is picked.
    """
    picked: Value | None = st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda value: names.get(value, str(value)),  # what was picked may have gone meanwhile
        key=key,
        placeholder=placeholder,
    )
    return picked


def _keep(key: str, default: str | None) -> None:
    chosen = st.session_state[f"choice-{key}"]
    if chosen in {None, default}:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = chosen
