"""Compares words as people write them."""

import re

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def fold(text: str) -> str:
    """Return a word without its case, its umlauts and the kind of its gaps.

    Examples:
        >>> fold(" Fördernd "), fold("Weiß nicht")
        ('foerdernd', 'weiss_nicht')
    """
    return re.sub(r"[\s_-]+", "_", text.strip().lower().translate(_GERMAN))
