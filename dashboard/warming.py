"""The first reports, computed beside the server right after its start, so that it answers at once."""

import gc
import logging
from collections.abc import Callable, Sequence
from datetime import date
from threading import Event, Thread
from typing import Final

from bkcore.access import SYSTEM
from dashboard import graph_state, over_time, state

_LOG: Final = logging.getLogger(__name__)
_PATIENCE_SECONDS: Final = 5
_under_way: list["Warming"] = []


class Warming(Thread):
    """Computes one report after the other; who comes meanwhile waits for the same run, as ``caches.shared`` has it."""

    def __init__(self, steps: Sequence[Callable[[], object]]) -> None:
        """Take what is to be computed, in this order; the thread never holds up the end of the process."""
        super().__init__(name="warming", daemon=True)
        self._steps = steps
        self._ended = Event()

    def run(self) -> None:
        """Compute each report; one that fails is logged, and the visitor who asks for it is told."""
        for step in self._steps:
            if self._ended.is_set():
                return
            try:
                step()
            except Exception:  # noqa: BLE001 - whatever it was, the others are computed
                _LOG.exception("a first report could not be computed")
        gc.collect()
        gc.freeze()  # what lives for ever is not looked through again at every run

    def end(self) -> None:
        """Begin no further report, and wait a moment for the one in hand."""
        self._ended.set()
        self.join(_PATIENCE_SECONDS)
        _under_way.remove(self)


def begin(*, today: date) -> Warming:
    """Compute what the first visitors will ask for.

    Args:
        today: The day it is.

    Returns:
        The thread, begun; to be ended with the server.
    """
    return start(
        lambda: state.warm(today=today),
        lambda: graph_state.warm(by=SYSTEM, running=today.year),
        over_time.warm,
    )


def start(*steps: Callable[[], object]) -> Warming:
    """Compute something else; ``begin`` with steps of one's own."""
    warming = Warming(steps)
    _under_way.append(warming)
    warming.start()
    return warming


def running() -> bool:
    """Tell whether the first reports are still being computed."""
    return any(warming.is_alive() for warming in _under_way)
