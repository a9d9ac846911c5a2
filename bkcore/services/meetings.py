"""Services on meetings before and after they are held: prepare, change, call off, end, open again.

A meeting begins in ``bkcore.publication.meeting.start``, because what it looks at is frozen there.
"""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, decides, require
from bkcore.commands.meetings import (
    CancelMeeting,
    EditMeeting,
    EndMeeting,
    MeetingFields,
    PrepareMeeting,
    ReopenMeeting,
    TakeBackStart,
)
from bkcore.errors import Conflict, MeetingBegun, MeetingNotRunning, MeetingRunning, NotFound
from bkcore.model.council import Release
from bkcore.model.meetings import Decision, Meeting, MeetingAttendance, MeetingItem
from bkcore.model.organisations import Organisation
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import AgendaKind, MeetingState
from bkcore.wording.labels import label


def prepare_meeting(session: Session, command: PrepareMeeting, *, by: Actor) -> Meeting:
    """Prepare a meeting with its agenda and whom it invites.

    Args:
        session: Open session; the unit of work around it commits.
        command: When, where, who, what about.
        by: Who acts; must decide.

    Returns:
        The stored meeting, with its id.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: An invited organisation or the release is not recorded.
    """
    require(decides(by), action="prepare_meeting")
    meeting = Meeting(state=MeetingState.PREPARED, title=command.title, held_on=command.held_on)
    _describe(session, meeting, command)
    session.add(meeting)
    session.flush()
    _write_agenda(session, meeting, command)
    _invite(session, meeting, command.invited)
    record(session, action="prepare_meeting", aggregate="meeting", key=str(meeting.id), by=by, details=_said(command))
    return meeting


def edit_meeting(session: Session, command: EditMeeting, *, by: Actor) -> Meeting:
    """Change a meeting that has not begun.

    Args:
        session: Open session; the unit of work around it commits.
        command: All fields as they shall be, and the version the person saw.
        by: Who acts; must decide.

    Returns:
        The row.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting, organisation or release.
        MeetingBegun: It is prepared no more.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(decides(by), action="edit_meeting")
    meeting = prepared_meeting(session, command.meeting_id)
    if meeting.version != command.version:
        raise Conflict(what="meeting", key=meeting.title)
    _describe(session, meeting, command)
    meeting.version += 1
    session.add(meeting)
    for row in (*items_of(session, meeting), *attendance_of(session, meeting)):
        session.delete(row)
    session.flush()
    _write_agenda(session, meeting, command)
    _invite(session, meeting, command.invited)
    record(session, action="edit_meeting", aggregate="meeting", key=str(meeting.id), by=by, details=_said(command))
    return meeting


def cancel_meeting(session: Session, command: CancelMeeting, *, by: Actor) -> Meeting:
    """Call off a meeting that has not begun.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must decide.

    Returns:
        The row.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
        MeetingBegun: It is prepared no more.
    """
    require(decides(by), action="cancel_meeting")
    meeting = prepared_meeting(session, command.meeting_id)
    _move(session, meeting, MeetingState.CANCELLED)
    record(session, action="cancel_meeting", aggregate="meeting", key=str(meeting.id), by=by)
    return meeting


def take_back_start(session: Session, command: TakeBackStart, *, by: Actor) -> Meeting:
    """Prepare a meeting again that began by mistake; what it looked at is forgotten, its guests' address is dead.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must decide.

    Returns:
        The row, prepared again.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
        MeetingNotRunning: It does not run.
        MeetingBegun: Something is written down or decided already, or it has ended before.
    """
    require(decides(by), action="take_back_start")
    meeting = running_meeting(session, command.meeting_id)
    noted = any(item.notes for item in items_of(session, meeting))
    decided = session.exec(select(Decision.id).where(Decision.meeting_id == meeting.id)).first() is not None
    if noted or decided or meeting.ended_at is not None:
        raise MeetingBegun(title=meeting.title)
    _move(session, meeting, MeetingState.PREPARED)
    meeting.basis = meeting.digest = meeting.guest_release = meeting.started_at = None
    meeting.token_hash = meeting.seed = None
    meeting.position = 0
    record(session, action="take_back_start", aggregate="meeting", key=str(meeting.id), by=by)
    return meeting


def end_meeting(session: Session, command: EndMeeting, *, by: Actor) -> Meeting:
    """End a running meeting; the address of its guests is dead at once.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must decide.

    Returns:
        The row, without an address for guests.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
        MeetingNotRunning: It does not run.
    """
    require(decides(by), action="end_meeting")
    meeting = running_meeting(session, command.meeting_id)
    _move(session, meeting, MeetingState.ENDED)
    meeting.ended_at = meeting.ended_at or now_of(session)
    meeting.token_hash = meeting.seed = None
    record(session, action="end_meeting", aggregate="meeting", key=str(meeting.id), by=by)
    return meeting


def reopen_meeting(session: Session, command: ReopenMeeting, *, by: Actor) -> Meeting:
    """Open an ended meeting again to correct its minutes; what was shown stays as it was, guests stay outside.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must be the administration.

    Returns:
        The row, running again.

    Raises:
        NotPermitted: The actor is not the administration.
        NotFound: There is no such meeting.
        MeetingNotRunning: It has not ended.
        MeetingRunning: Another one runs.
    """
    require(administers(by), action="reopen_meeting")
    meeting = locked_meeting(session, command.meeting_id)
    if meeting.state is not MeetingState.ENDED:
        raise MeetingNotRunning(title=meeting.title)
    require_none_running(session)
    _move(session, meeting, MeetingState.RUNNING)
    record(session, action="reopen_meeting", aggregate="meeting", key=str(meeting.id), by=by)
    return meeting


def locked_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting, locked against other writers.

    Raises:
        NotFound: There is no such meeting.
    """
    meeting = session.exec(select(Meeting).where(col(Meeting.id) == meeting_id).with_for_update()).first()
    if meeting is None:
        raise NotFound(what="meeting", key=str(meeting_id))
    return meeting


def prepared_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting that has not begun, locked.

    Raises:
        NotFound: There is no such meeting.
        MeetingBegun: It is prepared no more.
    """
    meeting = locked_meeting(session, meeting_id)
    if meeting.state is not MeetingState.PREPARED:
        raise MeetingBegun(title=meeting.title)
    return meeting


def running_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting that runs, locked.

    Raises:
        NotFound: There is no such meeting.
        MeetingNotRunning: It does not run.
    """
    meeting = locked_meeting(session, meeting_id)
    if meeting.state is not MeetingState.RUNNING:
        raise MeetingNotRunning(title=meeting.title)
    return meeting


def require_none_running(session: Session) -> None:
    """Refuse while a meeting runs.

    Raises:
        MeetingRunning: One does.
    """
    running = session.exec(select(Meeting).where(Meeting.state == MeetingState.RUNNING)).first()
    if running is not None:
        raise MeetingRunning(title=running.title)


def items_of(session: Session, meeting: Meeting) -> Sequence[MeetingItem]:
    """Return the points of a meeting in order."""
    query = select(MeetingItem).where(MeetingItem.meeting_id == meeting.id)
    return session.exec(query.order_by(col(MeetingItem.position))).all()


def attendance_of(session: Session, meeting: Meeting) -> Sequence[MeetingAttendance]:
    """Return the organisations of a meeting, in no order."""
    return session.exec(select(MeetingAttendance).where(MeetingAttendance.meeting_id == meeting.id)).all()


def _describe(session: Session, meeting: Meeting, command: MeetingFields) -> None:
    number = command.release_number
    if number is not None and session.exec(select(Release.id).where(Release.number == number)).first() is None:
        raise NotFound(what="release", key=str(number))
    for name in ("title", "held_on", "starts_at", "place", "release_number"):
        setattr(meeting, name, getattr(command, name))


def _write_agenda(session: Session, meeting: Meeting, command: MeetingFields) -> None:
    """Write the points of the template in its order, then the topics."""
    points = [(kind, label(kind)) for kind in AgendaKind if kind in command.kinds]
    points += [(AgendaKind.TOPIC, topic) for topic in command.topics]
    for position, (kind, title) in enumerate(points):
        session.add(MeetingItem(meeting_id=meeting.id or 0, position=position, kind=kind, title=title))
    session.flush()


def _invite(session: Session, meeting: Meeting, invited: Sequence[str]) -> None:
    for slug in dict.fromkeys(invited):
        organisation = required(session, Organisation, slug)
        session.add(MeetingAttendance(meeting_id=meeting.id or 0, organisation_id=organisation.id or 0))
    session.flush()


def _move(session: Session, meeting: Meeting, state: MeetingState) -> None:
    meeting.state = state
    meeting.version += 1
    session.add(meeting)


def _said(command: MeetingFields) -> dict[str, object]:
    return {"after": command.model_dump(exclude_none=True, exclude={"meeting_id", "version"})}
