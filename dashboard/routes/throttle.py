"""Token buckets in memory: how much one link and everybody together may ask; who asks is never looked at."""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final

_ENOUGH: Final = 1.0


class Throttle:
    """One bucket per key, each refilled at a steady pace."""

    def __init__(self, *, per_second: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with full buckets.

        Args:
            per_second: How fast a bucket fills.
            burst: What a full bucket holds.
            clock: Seconds that never run backwards.
        """
        self._per_second, self._burst, self._clock = per_second, burst, clock
        self._buckets: dict[Hashable, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, key: Hashable) -> float:
        """Take one and return 0; return the seconds to wait when the bucket is empty."""
        with self._lock:
            now = self._clock()
            level = self._level(key, now)
            if level < _ENOUGH:
                return self._wait(level)
            self._buckets[key] = (level - _ENOUGH, now)
            return 0.0

    def waiting(self, key: Hashable) -> float:
        """Return the seconds until one can be taken, and take none."""
        with self._lock:
            level = self._level(key, self._clock())
            return 0.0 if level >= _ENOUGH else self._wait(level)

    def _level(self, key: Hashable, now: float) -> float:
        level, since = self._buckets.get(key, (self._burst, now))
        return min(self._burst, level + (now - since) * self._per_second)

    def _wait(self, level: float) -> float:
        return (_ENOUGH - level) / self._per_second
