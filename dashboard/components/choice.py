"""One choice of several: in a form, or in the address, so that a link opens the same picture."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

import streamlit as st

from dashboard.components import panel
from dashboard.texts import choice as texts

Value = TypeVar("Value", bound=str | int)

_BELOW: Final[ContextVar[list[str] | None]] = ContextVar("below", default=None)
"""What is said below the choices that stand side by side now."""


@contextmanager
def row(*, key: str | None = None) -> Iterator[None]:
    """Put choices side by side; what the address names and is not there is said below all of them.

    Args:
        key: Of the row, where a style needs one.
    """
    told: list[str] = []
    token = _BELOW.set(told)
    try:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key=key):
            yield
    finally:
        _BELOW.reset(token)
    for sentence in told:
        panel.notice(panel.NoticeKind.WARNING, sentence)


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
    heed(label, options, key=key, instead=named(default) if default else "")
    chosen: str | None = st.session_state[field]
    return chosen


def of_several(
    label: str, options: Sequence[str], *, key: str, named: Callable[[str], str], width: int = 240
) -> str | None:
    """Let somebody choose as ``choose`` does, or nothing when there is nothing to choose from.

    Args:
        label: What is chosen.
        options: Values, the default first.
        key: Name in the address, unique on the page.
        named: How a value is written.
        width: In pixels.

    Returns:
        The chosen value, ``None`` with fewer than two.
    """
    if len(options) > 1:
        return choose(label, options, key=key, named=named, width=width)
    heed(label, options, key=key, instead=named(options[0]) if options else "")
    return None


def heed(label: str, options: Collection[str], *, key: str, instead: str = "") -> None:
    """Say so when the address names a value that is not there; call it before anything corrects the address.

    Args:
        label: What the address chooses.
        options: Values it may name.
        key: Name in the address.
        instead: How what is shown instead is written; empty for nothing.
    """
    asked = st.query_params.get(key)
    if asked is None or asked in options:
        return
    sentence, below = texts.unknown(label, asked, default=instead), _BELOW.get()
    if below is None:
        panel.notice(panel.NoticeKind.WARNING, sentence)
    else:
        below.append(sentence)


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
