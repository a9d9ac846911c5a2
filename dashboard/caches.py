"""Results kept for all runs of this process, each computed by one visitor while the others wait for it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Condition
from typing import Final, Generic, ParamSpec, TypeVar, cast

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

_DRAWINGS: Final = 512
P = ParamSpec("P")
R = TypeVar("R")
T_co = TypeVar("T_co", covariant=True)


def shared(kept: int, *, key: Callable[..., Hashable] = hashkey) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last results of a function.

    After every change all open pages ask for the new reports at the same moment: one of them computes.

    Args:
        kept: How many.
        key: Makes the key from the arguments; they themselves when not given.
    """
    return cached(cache=LRUCache(maxsize=kept), key=key, condition=Condition())


@dataclass(frozen=True, slots=True)
class _Drawing(Generic[T_co]):
    key: tuple[Hashable, ...]
    build: Callable[[], T_co] = field(compare=False)


def drawn(key: tuple[Hashable, ...], build: Callable[[], R]) -> R:
    """Return what was built for a key, built now when it is not kept.

    Args:
        key: Everything the result depends on.
        build: Makes it; its result is shared, so it is never changed afterwards.
    """
    return cast("R", _drawn(_Drawing(key, build)))


@shared(_DRAWINGS)
def _drawn(drawing: _Drawing[object]) -> object:
    return drawing.build()
