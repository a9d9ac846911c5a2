"""Wording of a choice that lives in the address."""

from typing import Final

_LONGEST: Final = 40


def unknown(label: str, asked: str, *, default: str) -> str:
    """Say that the address names something that is not there, and what is shown instead.

    Args:
        label: What is chosen.
        asked: The value in the address.
        default: What is shown instead; empty for nothing.
    """
    shortened = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]} …"
    instead = f"Gezeigt wird: {default}. Sie können selbst wählen." if default else "Bitte wählen Sie selbst."
    return f"„{shortened}“ aus der Adresse gibt es hier nicht ({label}). {instead}"
