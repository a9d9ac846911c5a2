"""Choices that live in the address: a link opens the same picture, and what it asks for in vain is said."""

from collections.abc import Mapping
from typing import Literal, TypeVar

import streamlit as st

from dashboard.components import panel
from dashboard.texts import filters as texts

T = TypeVar("T")


def choice(
    label: str,
    options: Mapping[T, str],
    *,
    key: str,
    default: T | None = None,
    kind: Literal["list", "buttons"] = "buttons",
) -> T:
    """Ask for one of several and return it; an unknown value in the address leads to the default, and is named.

    Args:
        label: What is chosen.
        options: What can be chosen, at least one, with the word for it; the address carries the word.
        key: Name in the address, unique on the page.
        default: What holds when nothing is chosen; the first when not given.
        kind: A list to unfold, or buttons side by side.
    """
    values = list(options)
    start = values[0] if default is None else default
    asked = st.query_params.get(key)
    if asked is not None and asked not in options.values():
        panel.notice(panel.NoticeKind.INFO, texts.unknown(label, asked=asked, shown=options[start]))
    if kind == "list":
        place = values.index(start)
        found = st.selectbox(
            label, values, index=place, format_func=options.__getitem__, key=key, bind="query-params", width=200
        )
    else:
        found = st.segmented_control(
            label,
            values,
            default=start,
            format_func=options.__getitem__,
            key=key,
            bind="query-params",
            required=True,
        )
    return start if found is None else found
