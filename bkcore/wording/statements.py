"""How many statements a version of the catalogue asks, in words; no text holds such a number by itself.

The number of factors stands in texts: the council named eight, and every version must have them.
"""

from collections.abc import Sequence
from typing import Final

from bkcore.wording.numbers import count, number_word, whole

STATEMENT: Final = ("Aussage", "Aussagen")


def number_of(statements: Sequence[int]) -> str:
    """Say how many statements there are in all.

    Args:
        statements: How many each factor has.

    Examples:
        >>> number_of([4] * 8), number_of([1, 2])
        ('32 Aussagen', 'drei Aussagen')
    """
    return count(sum(statements), *STATEMENT)


def each(statements: Sequence[int], *, one: str = "eine Aussage", several: str = "Aussagen") -> str:
    """Say how many statements a factor has, from the fewest to the most.

    Args:
        statements: How many each factor has, at least one number.
        one: What a single one is called, with its article.
        several: What more of them are called.

    Examples:
        >>> each([4] * 8), each([3, 5]), each([1])
        ('vier Aussagen', 'drei bis fünf Aussagen', 'eine Aussage')
        >>> each([1, 14])
        '1 bis 14 Aussagen'
    """
    fewest, most = min(statements), max(statements)
    if fewest == most:
        return one if most == 1 else f"{number_word(most)} {several}"
    lower, upper = number_word(fewest), number_word(most)
    if fewest == 1 or lower.isdecimal() != upper.isdecimal():
        lower, upper = whole(fewest), whole(most)
    return f"{lower} bis {upper} {several}"


def of(statements: int) -> str:
    """Say of how many statements a part is told.

    Examples:
        >>> of(4), of(1)
        ('vier Aussagen', 'einer Aussage')
    """
    return "einer Aussage" if statements == 1 else each([statements])
