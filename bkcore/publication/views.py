"""Counts openings beside the answer: many at once become one write, and nobody who reads waits for it."""

import logging
from collections import Counter
from datetime import date, datetime
from functools import cache
from threading import Lock

from sqlalchemy import Engine

from bkcore.errors import Conflict
from bkcore.faults import DatabaseBusy
from bkcore.publication import links
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import town_day, unit_of_work

_log = logging.getLogger(__name__)


class Tally:
    """Openings of one database that are not written yet."""

    def __init__(self, engine: Engine) -> None:
        """Start with nothing counted."""
        self._engine = engine
        self._waiting: Counter[tuple[int, date]] = Counter()
        self._counting = Lock()
        self._writing = Lock()

    def note(self, link_id: int, *, now: datetime) -> None:
        """Count one opening in memory."""
        day = town_day(now)
        with self._counting:
            self._waiting[link_id, day] += 1

    def write(self, *, now: datetime) -> None:
        """Write what is waiting; returns at once when somebody else is writing, who then writes this too.

        Args:
            now: The moment of the writing.
        """
        while self._waiting and self._writing.acquire(blocking=False):
            try:
                taken = self._take()
                if not self._written(taken, now=now):
                    self._give_back(taken)
                    return
            finally:
                self._writing.release()

    def _take(self) -> Counter[tuple[int, date]]:
        with self._counting:
            taken, self._waiting = self._waiting, Counter()
        return taken

    def _give_back(self, taken: Counter[tuple[int, date]]) -> None:
        with self._counting:
            self._waiting.update(taken)

    def _written(self, taken: Counter[tuple[int, date]], *, now: datetime) -> bool:
        for _ in range(2):  # two processes may meet at the first opening of a day; then the row is there
            try:
                with unit_of_work(self._engine, now=now) as session:
                    for (link_id, day), views in sorted(taken.items()):
                        links.count_views(session, link_id, day=day, views=views)
            except Conflict:
                continue
            except DatabaseBusy:
                break
            return True
        _log.warning("views wait to be counted: the database is busy")
        return False


@cache
def tally_of(database_url: str) -> Tally:
    """Return the one tally of this process for a database."""
    return Tally(engine_for(database_url))
