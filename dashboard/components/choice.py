"""One choice that lives in the address: a link opens the same picture, and a value that is not there is told so."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.components import panel
from dashboard.texts import choice as texts


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


def _keep(key: str, default: str | None) -> None:
    chosen = st.session_state[f"choice-{key}"]
    if chosen in {None, default}:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = chosen
