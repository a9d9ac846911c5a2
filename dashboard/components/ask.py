"""Asks before something that cannot be taken back: a button, then a dialog that says what happens."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from dashboard.components import panel
from dashboard.texts import handout as texts


def button(
    label: str,
    *,
    key: str,
    question: str,
    consequences: Sequence[str],
    yes: str,
    on_yes: Callable[[], None],
    kind: Literal["primary", "secondary"] = "secondary",
    disabled: bool = False,
) -> None:
    """Show a button that asks first.

    Args:
        label: What the button offers; ends with an ellipsis.
        key: Unique on the page.
        question: Title of the dialog.
        consequences: What happens, one thought each.
        yes: What the button in the dialog does.
        on_yes: Called before the page runs again.
        kind: How strong the first button is.
        disabled: Whether it cannot be pressed.
    """
    if st.button(label, key=key, type=kind, disabled=disabled):
        dialog(key=key, question=question, consequences=consequences, yes=yes, on_yes=on_yes)


def dialog(*, key: str, question: str, consequences: Sequence[str], yes: str, on_yes: Callable[[], None]) -> None:
    """Open the dialog at once; see ``button``."""

    def asked() -> None:
        panel.text(*consequences)
        with st.container(horizontal=True, key=f"row-{key}"):
            sure = st.button(yes, key=f"{key}-yes", type="primary", on_click=on_yes)
            not_sure = st.button(texts.CANCEL, key=f"{key}-no")
        if sure or not_sure:
            st.rerun()  # closes the dialog; the page then reads what was done

    st.dialog(question)(asked)()
