"""Wording of the page that confirms a one-time link."""

from typing import Final

CONFIRM_TITLE: Final = "Jetzt anmelden?"
CONFIRM_BUTTON: Final = "Anmelden"


def confirm(role: str) -> str:
    """Return what the button does, and that the link works once."""
    return (
        f"Mit diesem Link melden Sie sich als „{role}“ an. Er gilt nur einmal. "
        "Danach bleiben Sie in diesem Browser angemeldet, bis Sie sich abmelden oder einige Stunden vergangen sind."
    )
