"""Services on a meeting while it runs: where it looks, who is there, what is said and decided."""

from sqlmodel import Session, col, func, select

from bkcore.access import Actor, decides, require
from bkcore.commands.meetings import (
    AddTopic,
    DecisionFields,
    EditDecision,
    NoteAttendance,
    RecordDecision,
    RemoveDecision,
    ShowItem,
    WriteItem,
)
from bkcore.errors import Conflict, NotFound
from bkcore.model.meetings import Decision, Meeting, MeetingAttendance, MeetingItem
from bkcore.model.organisations import Organisation
from bkcore.services.journal import record
from bkcore.services.measures import plan_measure
from bkcore.services.meetings import attendance_of, items_of, running_meeting
from bkcore.services.records import Outcome, Stored, required
from bkcore.vocabulary import AgendaKind, MeasureOrigin

_SAID = {"text", "result", "votes_for", "votes_against", "votes_abstained"}


def show_item(session: Session, command: ShowItem, *, by: Actor) -> Meeting:
    """Look at another point; whoever follows along sees it too.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting, and the position of the point.
        by: Who acts; must decide.

    Returns:
        The meeting.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting or point.
        MeetingNotRunning: It does not run.
    """
    require(decides(by), action="show_item")
    meeting = running_meeting(session, command.meeting_id)
    if not any(item.position == command.position for item in items_of(session, meeting)):
        raise NotFound(what="meeting_item", key=str(command.position))
    meeting.position = command.position
    session.add(meeting)
    return meeting


def add_topic(session: Session, command: AddTopic, *, by: Actor) -> MeetingItem:
    """Put one more topic at the end of the agenda of a running meeting.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting, and the topic.
        by: Who acts; must decide.

    Returns:
        The new point.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
        MeetingNotRunning: It does not run.
    """
    require(decides(by), action="add_topic")
    meeting = running_meeting(session, command.meeting_id)
    position = max((item.position for item in items_of(session, meeting)), default=-1) + 1
    item = MeetingItem(meeting_id=meeting.id or 0, position=position, kind=AgendaKind.TOPIC, title=command.title)
    session.add(item)
    session.flush()
    details = {"title": item.title}
    record(session, action="add_topic", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return item


def note_attendance(session: Session, command: NoteAttendance, *, by: Actor) -> Stored[Meeting]:
    """Note which organisations are there; whoever was invited and is not named did not come.

    Args:
        session: Open session; the unit of work around it commits.
        command: All organisations that are there, and who else, as functions.
        by: Who acts; must decide.

    Returns:
        The meeting and whether anything changed.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting or organisation.
        MeetingNotRunning: It does not run.
    """
    require(decides(by), action="note_attendance")
    meeting = running_meeting(session, command.meeting_id)
    wanted = {required(session, Organisation, slug).id or 0 for slug in command.present}
    rows = {row.organisation_id: row for row in attendance_of(session, meeting)}
    if wanted == {one for one, row in rows.items() if row.present} and meeting.guests == command.guests:
        return Stored(meeting, Outcome.UNCHANGED)
    for one in wanted - set(rows):
        session.add(MeetingAttendance(meeting_id=meeting.id or 0, organisation_id=one, invited=False, present=True))
    for one, row in rows.items():
        row.present = one in wanted
        if not row.present and not row.invited:
            session.delete(row)
    meeting.guests = command.guests
    session.add(meeting)
    details = {"present": list(command.present)}
    record(session, action="note_attendance", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return Stored(meeting, Outcome.CHANGED)


def write_item(session: Session, command: WriteItem, *, by: Actor) -> Stored[MeetingItem]:
    """Write down what was said under a point; the words stand in the minutes, not in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which point, the whole text, and the version the person saw.
        by: Who acts; must decide.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such point.
        MeetingNotRunning: The meeting does not run.
        Conflict: Somebody changed the text since ``command.version``.
    """
    require(decides(by), action="write_item")
    item = _item(session, command.item_id)
    meeting = running_meeting(session, item.meeting_id)
    session.refresh(item)
    if item.notes == command.notes:
        return Stored(item, Outcome.UNCHANGED)
    if item.version != command.version:
        raise Conflict(what="meeting_item", key=item.title)
    item.notes, item.version = command.notes, item.version + 1
    session.add(item)
    details = {"item": item.position, "characters": len(item.notes)}
    record(session, action="write_item", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return Stored(item, Outcome.CHANGED)


def record_decision(session: Session, command: RecordDecision, *, by: Actor) -> Decision:
    """Record a decision, and take on the measure it creates in the same transaction.

    Args:
        session: Open session; the unit of work around it commits.
        command: Under which point, what, with what result, and the measure if any.
        by: Who acts; must decide.

    Returns:
        The stored decision with its number.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such point, or something the measure names.
        MeetingNotRunning: The meeting does not run.
        PeriodInvalid: The day the measure is due has passed already.
    """
    require(decides(by), action="record_decision")
    item = _item(session, command.item_id)
    meeting = running_meeting(session, item.meeting_id)
    measure = None
    if command.measure is not None:
        wish = command.measure.model_copy(update={"origin": MeasureOrigin.DECISION, "action_id": None})
        measure = plan_measure(session, wish, by=by)
    last = session.exec(select(func.max(col(Decision.number))).where(Decision.meeting_id == meeting.id)).one()
    decision = Decision(
        meeting_id=meeting.id or 0,
        item_id=item.id or 0,
        number=(last or 0) + 1,
        measure_id=measure.id if measure else None,
        **command.model_dump(include=_SAID),
    )
    session.add(decision)
    session.flush()
    details = {"number": decision.number, "measure": decision.measure_id, "after": _said(command)}
    record(session, action="record_decision", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return decision


def edit_decision(session: Session, command: EditDecision, *, by: Actor) -> Stored[Decision]:
    """Correct a decision while its meeting runs; what it said before stays in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: The decision as it shall be, and the version the person saw.
        by: Who acts; must decide.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such decision, or it was taken back.
        MeetingNotRunning: The meeting does not run.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(decides(by), action="edit_decision")
    decision, meeting = _decision(session, command)
    after = command.model_dump(include=_SAID)
    before = {name: getattr(decision, name) for name in after}
    if before == after:
        return Stored(decision, Outcome.UNCHANGED)
    for name, value in after.items():
        setattr(decision, name, value)
    decision.version += 1
    session.add(decision)
    details = {"number": decision.number, "before": before, "after": after}
    record(session, action="edit_decision", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return Stored(decision, Outcome.CHANGED)


def remove_decision(session: Session, command: RemoveDecision, *, by: Actor) -> Decision:
    """Take a decision back while its meeting runs; its measure stays and can be dropped by itself.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which decision, and the version the person saw.
        by: Who acts; must decide.

    Returns:
        The row; it stays with its number and is in no minutes.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such decision, or it was taken back already.
        MeetingNotRunning: The meeting does not run.
        Conflict: Somebody changed it since ``command.version``.
    """
    require(decides(by), action="remove_decision")
    decision, meeting = _decision(session, command)
    decision.removed, decision.version = True, decision.version + 1
    session.add(decision)
    details = {"number": decision.number, "text": decision.text}
    record(session, action="remove_decision", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return decision


def _item(session: Session, item_id: int) -> MeetingItem:
    item = session.get(MeetingItem, item_id)
    if item is None:
        raise NotFound(what="meeting_item", key=str(item_id))
    return item


def _decision(session: Session, command: EditDecision | RemoveDecision) -> tuple[Decision, Meeting]:
    decision = session.get(Decision, command.decision_id)
    if decision is None:
        raise NotFound(what="decision", key=str(command.decision_id))
    meeting = running_meeting(session, decision.meeting_id)
    session.refresh(decision)
    if decision.removed:
        raise NotFound(what="decision", key=str(decision.number))
    if decision.version != command.version:
        raise Conflict(what="decision", key=str(decision.number))
    return decision, meeting


def _said(command: DecisionFields) -> dict[str, object]:
    return command.model_dump(include=_SAID, exclude_none=True)
