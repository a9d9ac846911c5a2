"""Writes a level so that it never looks like another band than its own."""

from bkcore.metrics.factors import band
from bkcore.wording.numbers import decimal, step

_EXACT = 3


def level_text(level: float | None, *, ladder: bool = False) -> str:
    """Write a level with as many digits as its band needs, of the ladder as the step it is; ``None`` is a dash.

    Examples:
        >>> level_text(3.42), level_text(3.97), level_text(None), level_text(3.0, ladder=True)
        ('3,4', '3,97', '–', 'Stufe 3')
    """
    if ladder:
        return step(level)
    if level is None:
        return decimal(None)
    digits = next((digits for digits in (1, 2) if band(round(level, digits)) == band(level)), _EXACT)
    return decimal(level, digits=digits)
