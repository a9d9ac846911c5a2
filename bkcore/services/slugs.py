"""Makes lasting short names."""

import re
import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slugify(text: str) -> str:
    """Return a slug of small letters, digits and single hyphens, at most 80 characters; "ohne-namen" for nothing.

    Examples:
        >>> slugify("Herbst 2026: Grüße")
        'herbst-2026-gruesse'
    """
    ascii_text = unicodedata.normalize("NFKD", text.lower().translate(_GERMAN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:80].strip("-") or "ohne-namen"
