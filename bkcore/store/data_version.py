"""The data version: the highest journal id, by which all caches are keyed."""

from typing import Final

from sqlalchemy import func, select
from sqlmodel import Session, col

from bkcore.model.journal import JournalEntry

_NEWEST: Final = select(func.max(col(JournalEntry.id)))  # built once: every page asks for it several times a run


def data_version(session: Session) -> int:
    """Return the highest journal id, 0 when nothing has happened yet."""
    return session.connection().scalar(_NEWEST) or 0
