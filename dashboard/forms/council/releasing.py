"""Releases the briefing after a question."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.council import MakeRelease
from bkcore.publication import release
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import council as texts

_FORM: Final = "releasing"


def draw(*, number: int, by: Actor) -> None:
    """Offer to release.

    Args:
        number: Number of the latest release, 0 before the first.
        by: Who releases.
    """
    with panel.card("releasing"):
        complaints.above(_FORM)
        panel.text(texts.RELEASE_NOTE)
        ask.button(
            texts.RELEASE,
            key="release",
            question=texts.release_question(number + 1),
            consequences=texts.RELEASE_CONSEQUENCES,
            yes=texts.RELEASE_YES,
            on_yes=partial(make, by=by),
            done=texts.RELEASED,
            kind="secondary" if number else "primary",
        )
        st.html(f'<p class="bk-note">{texts.LINK_TEASER}</p>')


def make(*, by: Actor) -> bool:
    """Release and tell whether that worked."""
    return run.command(MakeRelease, {}, release.make, by=by, form=_FORM) is not None
