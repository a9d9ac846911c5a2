"""Takes the words of a person out of every record that is kept: notes, logs, minutes, the journal.

A name belongs into none of them. Whoever wrote one there all the same must not outlive the erasure of the person.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import String, cast, or_
from sqlmodel import Session, SQLModel, col, select

from bkcore.model.journal import JournalEntry
from bkcore.model.meetings import Decision, Meeting, MeetingItem
from bkcore.model.members import Seat
from bkcore.model.steering import Measure, MeasureEntry

_TEXTS: Final[tuple[tuple[type[SQLModel], tuple[str, ...]], ...]] = (
    (Meeting, ("title", "place", "guests")),
    (MeetingItem, ("title", "notes")),
    (Decision, ("text",)),
    (Measure, ("title", "text", "owner")),
)


def take_out(session: Session, words: Iterable[str], *, put_in: str) -> int:
    """Replace words of a person wherever they stand as whole words, whatever their case, and in the genitive.

    Args:
        session: Open session of the unit of work.
        words: Name, address.
        put_in: What stands there instead.

    Returns:
        How many records named the person.
    """
    changed = 0
    for word in words:
        changed += _in_notes(session, word, put_in) + _in_logs(session, word, put_in)
        changed += _in_texts(session, word, put_in) + _in_what_was_shown(session, word, put_in)
        changed += _in_journal(session, word, put_in)
    session.flush()
    return changed


def _in_notes(session: Session, word: str, put_in: str) -> int:
    rows = session.exec(select(Seat).where(col(Seat.handover).icontains(word, autoescape=True))).all()
    for row in rows:
        row.handover = _replaced(row.handover or "", word, put_in)
        session.add(row)
    return len(rows)


def _in_logs(session: Session, word: str, put_in: str) -> int:
    rows = session.exec(select(MeasureEntry).where(col(MeasureEntry.text).icontains(word, autoescape=True))).all()
    for row in rows:
        row.text = _replaced(row.text, word, put_in)
        session.add(row)
    return len(rows)


def _in_texts(session: Session, word: str, put_in: str) -> int:
    changed = 0
    for table, names in _TEXTS:
        named = or_(*(getattr(table, name).icontains(word, autoescape=True) for name in names))
        for row in session.exec(select(table).where(named)).all():
            for name in names:
                if (text := getattr(row, name)) is not None:
                    setattr(row, name, _replaced(text, word, put_in))
            session.add(row)
            changed += 1
    return changed


def _in_what_was_shown(session: Session, word: str, put_in: str) -> int:
    """Take a word out of what meetings looked at: nothing else ever changes it, and only an erasure may."""
    written = json.dumps(word, ensure_ascii=False)[1:-1]
    rows = session.exec(select(Meeting).where(col(Meeting.basis).icontains(written, autoescape=True))).all()
    for row in rows:
        shown = _inside(json.loads(row.basis or "{}"), word, put_in)
        row.basis = json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        row.digest = hashlib.sha256(row.basis.encode()).hexdigest()
        session.add(row)
    return len(rows)


def _in_journal(session: Session, word: str, put_in: str) -> int:
    stored = cast(col(JournalEntry.details), String)
    written = json.dumps(word)[1:-1]  # as the column holds it: letters beyond ASCII are escaped
    named = or_(
        stored.icontains(written, autoescape=True),
        stored.icontains(word, autoescape=True),
        col(JournalEntry.label).icontains(word, autoescape=True),
    )
    rows = session.exec(select(JournalEntry).where(named)).all()
    for row in rows:
        row.details = {name: _inside(value, word, put_in) for name, value in row.details.items()}
        row.label = _replaced(row.label, word, put_in)
        session.add(row)
    return len(rows)


def _inside(value: object, word: str, put_in: str) -> object:
    if isinstance(value, str):
        return _replaced(value, word, put_in)
    if isinstance(value, dict):
        return {name: _inside(inner, word, put_in) for name, inner in value.items()}
    if isinstance(value, list):
        return [_inside(inner, word, put_in) for inner in value]
    return value


def _replaced(text: str, word: str, put_in: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}s?(?!\w)", lambda _: put_in, text, flags=re.IGNORECASE)
