"""Merges an organisation into the one it is a double of: everything that names it names the other one afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, SQLModel, col, select

from bkcore.access import Actor, administers, require
from bkcore.commands.organisations import MergeOrganisations
from bkcore.errors import Conflict, NotFound
from bkcore.model.activities import Participation
from bkcore.model.meetings import MeetingAttendance
from bkcore.model.members import Seat
from bkcore.model.organisations import FormerName, Organisation
from bkcore.model.perspectives import PerspectiveGap
from bkcore.model.projects import Project
from bkcore.model.steering import Measure
from bkcore.services.journal import record
from bkcore.services.records import by_slug

REFERENCES: Final[tuple[tuple[type[SQLModel], str], ...]] = (
    (Participation, "organisation_id"),
    (Seat, "organisation_id"),
    (Project, "lead_organisation_id"),
    (Measure, "owner_organisation_id"),
    (PerspectiveGap, "organisation_id"),
    (MeetingAttendance, "organisation_id"),
    (FormerName, "organisation_id"),
)
"""Everything that names an organisation; a test compares it with the tables."""
_FILLED: Final = ("district", "left_on", "source", "certainty")
"""What the kept organisation takes over where it says nothing itself."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a merge moves, by table, and what both said alike and therefore stays once."""

    rows: dict[str, int]
    alike: int


def merge_organisations(session: Session, command: MergeOrganisations, *, by: Actor) -> Organisation:
    """Merge two records of one organisation; it cannot be taken back, the journal keeps what was there.

    The kept one keeps its name and slug, and its consent unless the other one refused to be named. The name of the
    other one stays findable.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which is kept, which is gone, and the versions the person saw.
        by: Who acts; must be the administration.

    Returns:
        The kept row.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: One of them is not recorded.
        Conflict: Somebody changed one of them since.
    """
    require(administers(by), action="merge_organisations")
    kept = _seen(session, command.kept, version=command.kept_version)
    gone = _seen(session, command.gone, version=command.gone_version)
    before = gone.model_dump(mode="json", exclude={"id", "version"}, exclude_none=True)
    moved = _move(session, kept, gone)
    _take_over(kept, gone)
    kept.version += 1
    session.add(kept)
    session.add(FormerName(organisation_id=kept.id or 0, slug=gone.slug, name=gone.name))
    session.flush()
    session.delete(gone)
    session.flush()
    details = {"merged": before, "moved": moved.rows, "alike": moved.alike}
    record(session, action="merge_organisations", aggregate="organisation", key=kept.slug, by=by, details=details)
    return kept


def would_move(session: Session, *, kept: str, gone: str) -> Moved:
    """Return what a merge would move, for a preview.

    Raises:
        NotFound: One of them is not recorded.
    """
    one, other = by_slug(session, Organisation, kept), by_slug(session, Organisation, gone)
    if one is None or other is None:
        raise NotFound(what="organisation", key=gone if one else kept)
    counts = {str(table.__tablename__): len(list(_rows(session, table, name, other))) for table, name in REFERENCES}
    alike = len(_alike(session, one, other))
    counts["participation"] -= alike
    return Moved({name: number for name, number in counts.items() if number}, alike)


def _seen(session: Session, slug: str, *, version: int) -> Organisation:
    row = by_slug(session, Organisation, slug, lock=True)
    if row is None:
        raise NotFound(what="organisation", key=slug)
    if row.version != version:
        raise Conflict(what="organisation", key=row.name)
    return row


def _rows(session: Session, table: type[SQLModel], name: str, one: Organisation) -> Iterator[SQLModel]:
    yield from session.exec(select(table).where(col(getattr(table, name)) == one.id)).all()


def _alike(session: Session, kept: Organisation, gone: Organisation) -> list[Participation]:
    """Return where both took part in one activity in one role: the doubles among what would move."""
    query = select(Participation).where(col(Participation.organisation_id).in_([kept.id, gone.id]))
    rows = session.exec(query).all()
    own = {(row.activity_id, row.role) for row in rows if row.organisation_id == kept.id}
    return [row for row in rows if row.organisation_id == gone.id and (row.activity_id, row.role) in own]


def _move(session: Session, kept: Organisation, gone: Organisation) -> Moved:
    alike = _alike(session, kept, gone)
    for row in alike:
        session.delete(row)
    _one_attendance(session, kept, gone)
    session.flush()
    counts = {}
    for table, name in REFERENCES:
        rows = list(_rows(session, table, name, gone))
        for found in rows:
            setattr(found, name, kept.id)
            session.add(found)
        counts[str(table.__tablename__)] = len(rows)
    session.flush()
    return Moved({name: number for name, number in counts.items() if number}, len(alike))


def _one_attendance(session: Session, kept: Organisation, gone: Organisation) -> None:
    """Let each meeting name the organisation once: invited or there if either was."""
    own = {
        row.meeting_id: row
        for row in session.exec(select(MeetingAttendance).where(MeetingAttendance.organisation_id == kept.id))
    }
    for row in session.exec(select(MeetingAttendance).where(MeetingAttendance.organisation_id == gone.id)).all():
        there = own.get(row.meeting_id)
        if there is not None:
            there.invited, there.present = there.invited or row.invited, there.present or row.present
            session.add(there)
            session.delete(row)


def _take_over(kept: Organisation, gone: Organisation) -> None:
    for name in _FILLED:
        if getattr(kept, name) is None:
            setattr(kept, name, getattr(gone, name))
    if gone.member_since is not None and (kept.member_since is None or gone.member_since < kept.member_since):
        kept.member_since = gone.member_since
    if gone.may_be_named is False:
        kept.may_be_named = False
    notes = [text for text in (kept.note, gone.note) if text]
    kept.note = "\n".join(dict.fromkeys(notes))[:2000] or None
