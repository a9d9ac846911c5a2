"""The list of all releases: number and day, without their documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sqlmodel import Session, col, select

from bkcore.model.council import Release
from bkcore.store.unit_of_work import town_day


@dataclass(frozen=True, slots=True)
class Entry:
    """One release in the list; ``on_purpose`` when a person made it, for a sitting perhaps."""

    number: int
    stand: date
    on_purpose: bool


def entries(session: Session) -> tuple[Entry, ...]:
    """Return every release, the newest first."""
    rows = session.exec(
        select(Release.number, Release.made_at, Release.on_purpose).order_by(col(Release.number).desc())
    )
    return tuple(Entry(number, town_day(made_at), on_purpose) for number, made_at, on_purpose in rows)


def neighbours(listed: Sequence[Entry]) -> dict[int, int]:
    """Return with which earlier release the list compares each: one a person made with the last such, else the next.

    Args:
        listed: Every release, the newest first.
    """
    numbers = [entry.number for entry in listed]
    made = [entry.number for entry in listed if entry.on_purpose]
    return {**dict(pairwise(numbers)), **dict(pairwise(made))}


def compared_with(session: Session, number: int) -> int | None:
    """Return the last release before this one that a person made, else the one before; ``None`` for the first."""
    return session.exec(
        select(Release.number)
        .where(col(Release.number) < number)
        .order_by(col(Release.on_purpose).desc(), col(Release.number).desc())
        .limit(1)
    ).first()
