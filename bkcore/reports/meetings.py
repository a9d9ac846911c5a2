"""Meetings of the steering group: the list, and one with its agenda, who was there and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bkcore.access import Actor, decides, require
from bkcore.errors import NotFound
from bkcore.model.activities import Activity
from bkcore.model.council import Release
from bkcore.model.meetings import Decision, Meeting, MeetingAttendance, MeetingItem
from bkcore.model.members import Seat, lasts
from bkcore.model.organisations import Organisation
from bkcore.reports import choices
from bkcore.reports.measure_board import BoardMeasure, read
from bkcore.store.unit_of_work import today_of, town_day
from bkcore.vocabulary import AgendaKind, DecisionResult, MeetingState


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of the list."""

    id: int
    title: str
    held_on: date
    starts_at: str
    place: str
    state: MeetingState
    decisions: int


@dataclass(frozen=True, slots=True)
class MeetingsReport:
    """All meetings, and what one can choose from when preparing one.

    Attributes:
        meetings: The running one, then prepared ones by day, then the others, the latest first.
        seats: Organisations with a seat today, by slug; they are invited unless somebody leaves one out.
        organisations: Name of every organisation by slug, sorted by name.
        releases: Day of each release by its number, the newest first.
    """

    meetings: tuple[MeetingRow, ...]
    seats: tuple[str, ...]
    organisations: Mapping[str, str]
    releases: Mapping[int, date]


@dataclass(frozen=True, slots=True)
class DecisionState:
    """One decision with the measure it created, ``None`` for none; votes are ``None`` when nobody counted."""

    id: int
    number: int
    text: str
    result: DecisionResult
    votes: tuple[int, int, int] | None
    measure: BoardMeasure | None
    version: int


@dataclass(frozen=True, slots=True)
class ItemState:
    """One point of the agenda with what was written and decided under it."""

    id: int
    position: int
    kind: AgendaKind
    title: str
    notes: str
    version: int
    decisions: tuple[DecisionState, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One organisation that was invited or came."""

    slug: str
    name: str
    invited: bool
    present: bool


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """One meeting as it stands.

    Attributes:
        row: What the list shows of it.
        release_number: The release network and factors are shown from, ``None`` for the record itself.
        guest_release: The release guests read, ``None`` when nothing was released at the start.
        basis: What is shown, as JSON; empty before it began.
        position: The point the group looks at.
        guests: Who else is there, as functions.
        items: The agenda in order.
        attendance: Organisations by name.
        started_at: When it began, ``None`` before.
        ended_at: When it ended for the first time, ``None`` before.
        is_recorded: Whether it is in the record of activities already.
        version: Guards an edit.
    """

    row: MeetingRow
    release_number: int | None
    guest_release: int | None
    basis: str
    position: int
    guests: str
    items: tuple[ItemState, ...]
    attendance: tuple[Attendance, ...]
    started_at: datetime | None
    ended_at: datetime | None
    is_recorded: bool
    version: int

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was ever written down or decided, so that its start can be taken back."""
        return self.ended_at is None and not any(item.notes or item.decisions for item in self.items)

    def item(self, position: int) -> ItemState | None:
        """Return the point at a position, ``None`` when there is none."""
        return next((item for item in self.items if item.position == position), None)


def build(session: Session, *, by: Actor) -> MeetingsReport:
    """Return all meetings.

    Raises:
        NotPermitted: The actor holds no meetings.
    """
    require(decides(by), action="read_meetings")
    taken = session.exec(select(Decision.meeting_id).where(col(Decision.removed).is_(False))).all()
    rows = [_row(meeting, taken.count(meeting.id or 0)) for meeting in session.exec(select(Meeting))]
    releases = session.exec(select(Release.number, Release.made_at).order_by(col(Release.number).desc())).all()
    return MeetingsReport(
        meetings=_ordered(rows),
        seats=_seats(session),
        organisations=choices.organisations(session, MeetingAttendance.organisation_id, Seat.organisation_id),
        releases={number: town_day(made_at) for number, made_at in releases},
    )


def detail(session: Session, *, meeting_id: int, by: Actor) -> MeetingDetail:
    """Return one meeting.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
    """
    require(decides(by), action="read_meetings")
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound(what="meeting", key=str(meeting_id))
    decisions = _decisions(session, meeting_id)
    query = select(MeetingItem).where(MeetingItem.meeting_id == meeting_id).order_by(col(MeetingItem.position))
    items = tuple(_item(item, decisions.get(item.id or 0, ())) for item in session.exec(query))
    return MeetingDetail(
        row=_row(meeting, sum(len(item.decisions) for item in items)),
        release_number=meeting.release_number,
        guest_release=meeting.guest_release,
        basis=meeting.basis or "",
        position=meeting.position,
        guests=meeting.guests,
        items=items,
        attendance=_attendance(session, meeting_id),
        started_at=meeting.started_at,
        ended_at=meeting.ended_at,
        is_recorded=_is_recorded(session, meeting),
        version=meeting.version,
    )


def _is_recorded(session: Session, meeting: Meeting) -> bool:
    return session.exec(select(Activity.id).where(Activity.slug == meeting.activity_slug)).first() is not None


def _seats(session: Session) -> tuple[str, ...]:
    today = today_of(session)
    query = select(Organisation.slug, Seat).join(Seat, col(Seat.organisation_id) == col(Organisation.id))
    held = [slug for slug, seat in session.exec(query) if lasts(seat.begins_on, seat.ends_on, day=today)]
    return tuple(sorted(set(held)))


def _ordered(rows: Sequence[MeetingRow]) -> tuple[MeetingRow, ...]:
    order = [MeetingState.RUNNING, MeetingState.PREPARED]
    first = [
        row for state in order for row in sorted(rows, key=lambda one: (one.held_on, one.id)) if row.state is state
    ]
    rest = sorted((row for row in rows if row.state not in order), key=lambda one: (one.held_on, one.id), reverse=True)
    return (*first, *rest)


def _row(meeting: Meeting, decisions: int) -> MeetingRow:
    return MeetingRow(
        id=meeting.id or 0,
        title=meeting.title,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        place=meeting.place,
        state=meeting.state,
        decisions=decisions,
    )


def _item(row: MeetingItem, decisions: Sequence[DecisionState]) -> ItemState:
    return ItemState(row.id or 0, row.position, row.kind, row.title, row.notes, row.version, tuple(decisions))


def _decisions(session: Session, meeting_id: int) -> dict[int, list[DecisionState]]:
    rows = session.exec(
        select(Decision)
        .where(Decision.meeting_id == meeting_id, col(Decision.removed).is_(False))
        .order_by(col(Decision.number))
    ).all()
    wanted = any(row.measure_id for row in rows)
    measures = {one.id: one for one in read(session)} if wanted else {}
    found: dict[int, list[DecisionState]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(_decision(row, measures.get(row.measure_id or 0)))
    return found


def _decision(row: Decision, measure: BoardMeasure | None) -> DecisionState:
    counted = (row.votes_for, row.votes_against, row.votes_abstained)
    votes = tuple(vote for vote in counted if vote is not None)
    return DecisionState(
        id=row.id or 0,
        number=row.number,
        text=row.text,
        result=row.result,
        votes=(votes[0], votes[1], votes[2]) if len(votes) == len(counted) else None,
        measure=measure,
        version=row.version,
    )


def _attendance(session: Session, meeting_id: int) -> tuple[Attendance, ...]:
    query = (
        select(MeetingAttendance, Organisation)
        .join(Organisation, col(MeetingAttendance.organisation_id) == col(Organisation.id))
        .where(MeetingAttendance.meeting_id == meeting_id)
    )
    rows = [Attendance(one.slug, one.name, row.invited, row.present) for row, one in session.exec(query)]
    return tuple(sorted(rows, key=lambda one: one.name.casefold()))
