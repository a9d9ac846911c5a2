"""Begins a meeting: freezes what it looks at, and gives its guests an address that ends with it."""

from sqlmodel import Session

from bkcore.access import Actor, decides, require
from bkcore.commands.meetings import StartMeeting
from bkcore.model.meetings import Meeting
from bkcore.publication.addresses import new_address, told_again
from bkcore.publication.meeting.build import build
from bkcore.publication.meeting.document import Basis, canonical, digest
from bkcore.publication.meeting.gather import gather
from bkcore.publication.release import latest
from bkcore.services.journal import record
from bkcore.services.meetings import items_of, prepared_meeting, require_none_running
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import MeetingState


def start_meeting(session: Session, command: StartMeeting, *, by: Actor, key: str = "") -> Meeting:
    """Begin a meeting; the day it is held is the day it begins, whatever was planned.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must decide.
        key: The program's key; with it every colleague can show the guests' address, without it nobody can.

    Returns:
        The running meeting with its frozen document.

    Raises:
        NotPermitted: The actor holds no meetings.
        NotFound: There is no such meeting.
        MeetingBegun: It is prepared no more.
        MeetingRunning: Another one runs.
    """
    require(decides(by), action="start_meeting")
    meeting = prepared_meeting(session, command.meeting_id)
    require_none_running(session)
    content = canonical(preview(session, meeting, by=by))
    address, newest = new_address(key), latest(session)
    meeting.state, meeting.started_at, meeting.version = MeetingState.RUNNING, now_of(session), meeting.version + 1
    planned, meeting.held_on = meeting.held_on, today_of(session)
    meeting.basis, meeting.digest = content, digest(content)
    meeting.guest_release = meeting.release_number or (newest.number if newest else None)
    meeting.token_hash, meeting.seed = address.token_hash, address.seed
    meeting.position = 0
    session.add(meeting)
    details = {"digest": meeting.digest, "release": meeting.release_number, "planned": planned}
    record(session, action="start_meeting", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return meeting


def preview(session: Session, meeting: Meeting, *, by: Actor) -> Basis:
    """Return what the meeting would freeze if it began now.

    Raises:
        NotPermitted: The actor reads no overviews.
    """
    kinds = [item.kind for item in items_of(session, meeting)]
    return build(gather(session, meeting, today=today_of(session), by=by), kinds=kinds)


def guest_token(meeting: Meeting, *, key: str) -> str | None:
    """Return the token of the guests' address; ``None`` when there is none, or it was made without this key."""
    return told_again(meeting.seed, meeting.token_hash or "", key=key)
