"""How far an import is: every row is checked once and written once."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

Item = TypeVar("Item")
Tell = Callable[[float], object]
"""Is told the share that is done, from 0 to 1, rising."""

_EVERY: Final = 250
"""Rows between two tellings."""


def nobody(_: float) -> None:
    """Tell nobody."""


class Steps:
    """Counts rows as they are gone through."""

    def __init__(self, total: int, tell: Tell = nobody) -> None:
        """Expect so many rows, and whom to tell."""
        self._total, self._tell, self._done = total, tell, 0

    def over(self, rows: Iterable[Item]) -> Iterator[Item]:
        """Yield the rows and count each when the next is asked for."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _EVERY == 0:
                self._tell(min(1.0, self._done / self._total) if self._total else 1.0)
