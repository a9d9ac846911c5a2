"""What one run of a page asks the database once: the same answer everywhere on it, until somebody writes."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar, cast

from bkcore.store.unit_of_work import commits

R = TypeVar("R")

_ANSWERS: Final[ContextVar[dict[Hashable, object] | None]] = ContextVar("answers", default=None)


@contextmanager
def per_run() -> Iterator[None]:
    """Keep answers until the end of the run; outside of one, in callbacks and dialogs, everything is asked anew."""
    token = _ANSWERS.set({})
    try:
        yield
    finally:
        _ANSWERS.reset(token)


def asked(*key: Hashable, build: Callable[[], R]) -> R:
    """Return the answer this run already has, else ask.

    What this process commits in between, in this run or for somebody else, makes every answer old.

    Args:
        key: What is asked.
        build: Asks.
    """
    answers = _ANSWERS.get()
    if answers is None:
        return build()
    full = (commits(), key)
    if full not in answers:
        answers[full] = build()
    return cast("R", answers[full])
