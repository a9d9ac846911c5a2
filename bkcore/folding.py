"""Makes words comparable that people write in different ways; pure."""

import unicodedata
from typing import Final

_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(text: str) -> str:
    """Return a text without its case, its umlauts and accents, and with single gaps.

    Examples:
        >>> folded("  Bürger-  und  Ordnungsamt "), folded("Café Weiß")
        ('buerger- und ordnungsamt', 'cafe weiss')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_GERMAN))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
