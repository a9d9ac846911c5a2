"""Numbers that join what a person saw with what the log says."""

import secrets
from typing import Final

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Nothing that is misheard on the telephone."""


def new() -> str:
    """Return a fresh ticket number such as ``K7M-2QX``."""
    number = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"{number[:3]}-{number[3:]}"
