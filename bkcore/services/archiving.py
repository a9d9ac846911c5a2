"""Puts records away instead of deleting them: they are not to be chosen any more, and count as before."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from sqlmodel import Session, SQLModel

from bkcore.access import Actor, administers, require
from bkcore.commands.archive import ArchiveRecord, Kept, RestoreRecord
from bkcore.errors import ActivityWaiting, Conflict, NotFound
from bkcore.model.activities import Activity
from bkcore.model.council import Consultation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, by_slug
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import ActivityStatus

TABLES: Final[Mapping[Kept, type[SQLModel]]] = MappingProxyType(
    {
        "organisation": Organisation,
        "project": Project,
        "activity": Activity,
        "consultation": Consultation,
    }
)

_SETTLED: Final = frozenset({ActivityStatus.HELD, ActivityStatus.CANCELLED})


def archive_record(session: Session, command: ArchiveRecord, *, by: Actor) -> Stored[SQLModel]:
    """Put a record away.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which record, and the version the person saw.
        by: Who acts; must be the administration.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such record.
        Conflict: Somebody changed it since ``command.version``.
        ActivityWaiting: It is an activity of which nobody has said yet what became of it.
    """
    require(administers(by), action="archive_record")
    row = _seen(session, command)
    if isinstance(row, Activity) and row.status not in _SETTLED:
        raise ActivityWaiting(title=row.title)
    if not _moved(session, row, today_of(session)):
        return Stored(row, Outcome.UNCHANGED)
    record(session, action="archive_record", aggregate=command.table, key=command.slug, by=by)
    return Stored(row, Outcome.CHANGED)


def restore_record(session: Session, command: RestoreRecord, *, by: Actor) -> Stored[SQLModel]:
    """Take a record out of the archive again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which record, and the version the person saw.
        by: Who acts; must be the administration.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such record.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(administers(by), action="restore_record")
    row = _seen(session, command)
    if not _moved(session, row, None):
        return Stored(row, Outcome.UNCHANGED)
    record(session, action="restore_record", aggregate=command.table, key=command.slug, by=by)
    return Stored(row, Outcome.CHANGED)


def _seen(session: Session, command: ArchiveRecord | RestoreRecord) -> SQLModel:
    row = by_slug(session, TABLES[command.table], command.slug, lock=True)
    if row is None:
        raise NotFound(what=command.table, key=command.slug)
    if row.version != command.version:  # type: ignore[attr-defined]  # all four have one
        raise Conflict(what=command.table, key=command.slug)
    return row


def _moved(session: Session, row: SQLModel, day: date | None) -> bool:
    """Set the day a record was put away; tell whether it moved in or out."""
    if (row.archived_on is None) == (day is None):  # type: ignore[attr-defined]  # all four have one
        return False
    row.archived_on = day
    row.version += 1  # type: ignore[attr-defined]
    session.add(row)
    return True
