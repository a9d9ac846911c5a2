"""Asks before something that cannot be taken back: a button, then a dialog that says what happens."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

import streamlit as st

from dashboard.components import panel
from dashboard.texts import handout as texts

_DONE: Final = "ask-done"


def button(
    label: str,
    *,
    key: str,
    question: str,
    consequences: Sequence[str],
    yes: str,
    on_yes: Callable[[], bool],
    done: str = "",
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
        on_yes: Called before the page runs again, tells whether it worked; must show nothing itself.
        done: What a short message says when it worked.
        kind: How strong the first button is.
        disabled: Whether it cannot be pressed.
    """
    if st.button(label, key=key, type=kind, disabled=disabled):
        dialog(key=key, question=question, consequences=consequences, yes=yes, on_yes=on_yes, done=done)


def report() -> None:
    """Say, once, that what was asked about is done; call it where a page begins."""
    done = st.session_state.pop(_DONE, "")
    if done:
        st.toast(done)


def tell(done: str) -> None:
    """Keep a short message for the next run, in which ``report`` says it."""
    st.session_state[_DONE] = done


def dialog(
    *, key: str, question: str, consequences: Sequence[str], yes: str, on_yes: Callable[[], bool], done: str = ""
) -> None:
    """Open the dialog at once; see ``button``."""

    def answered() -> None:
        if on_yes() and done:
            tell(done)

    def asked() -> None:
        panel.text(*consequences)
        with st.container(horizontal=True, key=f"row-{key}"):
            sure = st.button(yes, key=f"{key}-yes", type="primary", on_click=answered)
            not_sure = st.button(texts.CANCEL, key=f"{key}-no")
        if sure or not_sure:
            st.rerun()  # closes the dialog; the page then reads what was done

    st.dialog(question)(asked)()
