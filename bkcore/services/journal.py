"""Writes the journal; nothing else does."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.model.journal import JournalEntry
from bkcore.services.bulk import collect_values, in_bulk
from bkcore.store.unit_of_work import now_of


def record(
    session: Session,
    *,
    action: str,
    aggregate: str,
    key: str,
    by: Actor,
    details: Mapping[str, object] | None = None,
) -> JournalEntry | None:
    """Write the one entry of a command.

    Args:
        session: Open session with its moment.
        action: Name of the command.
        aggregate: Kind of record.
        key: Slug or id of the record.
        by: Who acted.
        details: What changed, as plain values; never tokens, never answers.

    Returns:
        The flushed entry; its id is the new data version. ``None`` inside of ``bulk``, where it is written with the
        others at the end and never becomes an object: an import makes an entry for every row.
    """
    values: dict[str, object] = {
        "at": now_of(session),
        "role": by.role,
        "label": by.label,
        "action": action,
        "aggregate": aggregate,
        "key": key,
        "details": {name: _plain(value) for name, value in (details or {}).items()},
    }
    if in_bulk(session):
        collect_values(session, JournalEntry, values)
        return None
    entry = JournalEntry.model_validate(values)
    session.add(entry)
    session.flush()
    return entry


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
