"""Takes the words of a person out of every record that is kept: notes, logs, minutes, the journal.

A name belongs into none of them. Whoever wrote one there all the same must not outlive the erasure of the person.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import String, cast, inspect, or_
from sqlmodel import Session, SQLModel, col, select

from bkcore.model.access import AccessLink
from bkcore.model.activities import Activity, Participation
from bkcore.model.capture import CaptureLink
from bkcore.model.journal import JournalEntry
from bkcore.model.meetings import Decision, Meeting, MeetingItem
from bkcore.model.members import Seat
from bkcore.model.pictures import OfferedPicture, ProjectPicture
from bkcore.model.steering import Measure, MeasureEntry, MeasureLink
from bkcore.services.records import free_slug
from bkcore.services.slugs import slugify

_TEXTS: Final[tuple[tuple[type[SQLModel], tuple[str, ...]], ...]] = (
    (Meeting, ("title", "place", "guests")),
    (MeetingItem, ("title", "notes")),
    (Decision, ("text",)),
    (Measure, ("title", "text", "owner")),
    (MeasureEntry, ("text",)),
    (Seat, ("handover",)),
    (Activity, ("title", "note", "place", "source")),
    (Participation, ("source",)),
    (CaptureLink, ("label",)),
    (MeasureLink, ("label",)),
    (AccessLink, ("label",)),
    (ProjectPicture, ("alt", "consent")),
    (OfferedPicture, ("alt", "consent")),
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
        changed += _in_texts(session, word, put_in) + _in_what_was_shown(session, word, put_in)
        changed += _in_journal(session, word, put_in) + _in_keys(session, slugify(word), slugify(put_in))
    session.flush()
    return changed


def _in_texts(session: Session, word: str, put_in: str) -> int:
    changed = 0
    for table, names in _TEXTS:
        named = or_(*(getattr(table, name).icontains(_sign(word), autoescape=True) for name in names))
        for row in session.exec(select(table).where(named)).all():
            if not sum(_rewritten(row, name, word, put_in) for name in names):
                continue
            if isinstance(row, Activity | Seat):
                row.version += 1  # whoever has the old text open must not write it back
            session.add(row)
            changed += 1
    return changed


def _rewritten(row: SQLModel, name: str, word: str, put_in: str) -> bool:
    before = getattr(row, name) or ""
    after = _replaced(before, word, put_in)
    if after == before:
        return False
    setattr(row, name, after[: inspect(type(row)).columns[name].type.length])
    return True


def _in_keys(session: Session, word: str, put_in: str) -> int:
    """Take a word out of the keys that were made from titles, and out of what the journal says of them."""
    named = col(Activity.slug).contains(word, autoescape=True)
    rows = [row for row in session.exec(select(Activity).where(named)) if _replaced(row.slug, word, put_in) != row.slug]
    for row in rows:
        before, row.slug = row.slug, free_slug(session, Activity, _replaced(row.slug, word, put_in))
        session.add(row)
        session.flush()
        for entry in session.exec(select(JournalEntry).where(col(JournalEntry.key).contains(before, autoescape=True))):
            entry.key = entry.key.replace(before, row.slug)
            session.add(entry)
        _in_journal(session, before, row.slug)
    return len(rows)


def _in_what_was_shown(session: Session, word: str, put_in: str) -> int:
    """Take a word out of what meetings looked at: nothing else ever changes it, and only an erasure may."""
    changed = 0
    for row in session.exec(select(Meeting).where(col(Meeting.basis).icontains(_sign(word), autoescape=True))).all():
        before = json.loads(row.basis or "{}")
        if (shown := _inside(before, word, put_in)) == before:
            continue
        row.basis = json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        row.digest = hashlib.sha256(row.basis.encode()).hexdigest()
        session.add(row)
        changed += 1
    return changed


def _in_journal(session: Session, word: str, put_in: str) -> int:
    sign, changed = _sign(word), 0
    stored = cast(col(JournalEntry.details), String)
    named = or_(stored.icontains(sign, autoescape=True), col(JournalEntry.label).icontains(sign, autoescape=True))
    for row in session.exec(select(JournalEntry).where(named)).all():
        details = {name: _inside(value, word, put_in) for name, value in row.details.items()}
        label = _replaced(row.label, word, put_in)
        if (details, label) == (row.details, row.label):
            continue
        row.details, row.label = details, label
        session.add(row)
        changed += 1
    return changed


def _sign(word: str) -> str:
    """Return the longest part of a word that every database finds, whatever its case and however it is written down.

    SQLite knows upper and lower case of A to Z alone, and JSON writes other letters as numbers. So the database looks
    for such a part, and what it finds is compared here.
    """
    return max(re.findall("[A-Za-z0-9]+", word), key=len, default="")


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
