"""The data version: the highest journal id, by which all caches are keyed."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from bkcore.model.journal import JournalEntry


def data_version(session: Session) -> int:
    """Return the highest journal id, 0 when nothing has happened yet."""
    return session.exec(select(func.max(col(JournalEntry.id)))).one() or 0
