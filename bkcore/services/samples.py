"""Tells the invented sample from the real record, by what is stored and not by what somebody set."""

from collections.abc import Iterable
from typing import Final

from sqlmodel import Session, col, select

from bkcore.faults import SampleMixed
from bkcore.model.journal import JournalEntry

MARK: Final = "load_sample"
"""The action of the journal entry that marks a database as a demonstration."""
ROUNDS: Final = "beispiel-"
"""How the id of every invented round begins."""


def is_sample(session: Session) -> bool:
    """Tell whether the invented sample was loaded into this database."""
    marked = select(JournalEntry.id).where(col(JournalEntry.action) == MARK).limit(1)
    return session.exec(marked).first() is not None


def refuse_sample(session: Session, rounds: Iterable[str]) -> None:
    """Keep invented rounds out of a real database.

    Args:
        session: Open session.
        rounds: Ids of the rounds that are to be written.

    Raises:
        SampleMixed: One of them is invented, and the database is no demonstration.
    """
    if any(slug.startswith(ROUNDS) for slug in rounds) and not is_sample(session):
        raise SampleMixed(value="false")
