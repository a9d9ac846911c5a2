"""Keeps one press of the button one voice, and a form from being flooded; all of it in memory and without addresses."""

import secrets
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from bkcore.faults import DatabaseBusy

_PURPOSE: Final = "voice"
_VALID_SECONDS: Final = 12 * 3600
"""How long a page may stay open; so long is a used ticket remembered, too."""
_WAIT_SECONDS: Final = 20
MOST_PER_MINUTE: Final = 120
"""Voices one form takes in a minute: a full hall may answer, a program that runs wild may not."""
_MINUTE: Final = 60


class Ticket(Enum):
    """What the ticket in a form is worth."""

    VALID = auto()
    STALE = auto()
    """Ours and of this form, but too old."""
    FOREIGN = auto()


class VoiceGuard:
    """Tickets for one use each, and how many voices a form took within the last minute."""

    def __init__(self, key: str) -> None:
        """Sign with the program's key, so that every process takes every process's tickets."""
        self._signer = URLSafeTimedSerializer(key, salt=_PURPOSE)
        self._lock = threading.Lock()
        self._used: dict[str, float] = {}
        self._pending: dict[str, threading.Event] = {}
        self._recent: defaultdict[str, deque[float]] = defaultdict(deque)

    def ticket(self, token: str) -> str:
        """Return a new ticket for a form's page: a signed random number, tied to the form and to nobody."""
        return self._signer.dumps([token, secrets.token_urlsafe(12)])

    def check(self, token: str, ticket: str) -> Ticket:
        """Tell what a ticket is worth at a form."""
        try:
            owner = self._signer.loads(ticket, max_age=_VALID_SECONDS)[0]
        except SignatureExpired as error:
            ours = error.payload is not None and self._signer.load_payload(error.payload)[0] == token
            return Ticket.STALE if ours else Ticket.FOREIGN
        except BadSignature:
            return Ticket.FOREIGN
        return Ticket.VALID if owner == token else Ticket.FOREIGN

    def is_flooded(self, token: str) -> bool:
        """Tell whether a form took as many voices within the last minute as it may."""
        with self._lock:
            recent, now = self._recent[token], time.monotonic()
            while recent and now - recent[0] > _MINUTE:
                recent.popleft()
            return len(recent) >= MOST_PER_MINUTE

    def once(self, token: str, ticket: str, count: Callable[[], None]) -> None:
        """Count a voice unless its ticket has been used; a second press waits for the first one and counts nothing.

        Args:
            token: Address of the form.
            ticket: A valid ticket.
            count: Counts the voice; when it raises, the ticket stays good.

        Raises:
            DatabaseBusy: The first press has not been counted; the second may be tried again.
        """
        with self._lock:
            self._forget_old()
            if ticket in self._used:
                return
            first = ticket not in self._pending
            done = self._pending.setdefault(ticket, threading.Event())
        if not first:
            done.wait(_WAIT_SECONDS)
            if ticket not in self._used:
                raise DatabaseBusy
            return
        try:
            count()
            with self._lock:
                self._used[ticket] = time.monotonic()
                self._recent[token].append(time.monotonic())
        finally:
            self._pending.pop(ticket).set()

    def _forget_old(self) -> None:
        now = time.monotonic()
        while self._used and now - next(iter(self._used.values())) > _VALID_SECONDS + _MINUTE:
            del self._used[next(iter(self._used))]
