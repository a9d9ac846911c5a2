"""Gives a live link a new password, or lets it open without one."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.council import ChangeLiveLinkPassword
from bkcore.publication import links
from dashboard.components import complaints, run
from dashboard.texts import council as texts

_FORM: Final = "link-password"
_LOCK: Final = "link-password-new"


def draw(link_id: int, *, locked: bool, by: Actor) -> None:
    """Offer a new password, and to do without when there is one.

    Args:
        link_id: Which link.
        locked: Whether it has a password.
        by: Who acts.
    """
    complaints.above(_FORM)
    with st.form("link-password-form", border=False):
        label = texts.FIELD_NEW_LOCK if locked else texts.FIELD_LOCK
        st.text_input(label, type="password", key=_LOCK, max_chars=200, autocomplete="new-password")
        complaints.at(_FORM, "password")
        save = {"link_id": link_id, "by": by}
        st.form_submit_button(texts.SAVE_LOCK, key="save-password", on_click=change, kwargs=save)
    if locked:
        st.button(texts.DROP_LOCK, key="drop-password", on_click=change, kwargs={**save, "drop": True})


def change(*, link_id: int, by: Actor, drop: bool = False) -> None:
    """Change the password of a link, or drop it."""
    typed = st.session_state.get(_LOCK) or ""
    if not drop and not typed:
        complaints.collect(_FORM, field="password")(texts.LOCK_MISSING)
        return
    raw = {"link_id": link_id, "password": None if drop else typed}
    if not complaints.fits(_FORM, ChangeLiveLinkPassword, raw):
        return
    done = texts.LOCK_DROPPED if drop else texts.LOCK_SAVED
    run.command(ChangeLiveLinkPassword, raw, links.change_live_link_password, by=by, done=done, form=_FORM)
    st.session_state[_LOCK] = ""
