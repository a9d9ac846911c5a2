"""Wording of the choices that live in the address."""

_LONGEST = 40


def unknown(name: str, *, asked: str, shown: str) -> str:
    """Say that an address asked for something that cannot be chosen, and what is shown instead."""
    short = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]} …"
    return f"Die Adresse fragt nach „{name}: {short}“. Das gibt es hier nicht. Gezeigt wird: {shown}."
