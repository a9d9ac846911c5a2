"""Texts and addresses as a frozen document holds them: nothing that breaks a file, turns words around or runs."""

import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator

_KEPT_CONTROLS = "\n"


def clean(value: object) -> object:
    """Return a text without characters that break a file or turn its words around; anything else as it is.

    Examples:
        >>> clean("Fest" + chr(0) + chr(0x202E) + " der Vielfalt")
        'Fest der Vielfalt'
    """
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\t", " "))
    return "".join(character for character in text if character in _KEPT_CONTROLS or _is_printable(character))


def _is_printable(character: str) -> bool:
    # Control, surrogate, private, unassigned and direction-changing characters have no place in a council's paper.
    if unicodedata.bidirectional(character) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}:
        return False
    return unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn"}


def _web_address(value: str | None) -> str | None:
    """Return an address a reader may follow, ``None`` for everything else (``javascript:`` and such)."""
    try:
        parts = urlsplit(value or "")
    except ValueError:
        return None
    return value if parts.scheme in {"http", "https"} and parts.netloc else None


Text = Annotated[str, BeforeValidator(clean)]
Address = Annotated[Text | None, AfterValidator(_web_address)]
