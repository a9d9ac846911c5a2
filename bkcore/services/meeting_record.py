"""Takes an ended meeting over into the record of activities, so that nobody types it twice."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, records_activities, require
from bkcore.commands.activities import PutActivity, PutParticipation
from bkcore.commands.meetings import RecordMeeting
from bkcore.errors import MeetingNotRunning
from bkcore.model.activities import Activity
from bkcore.model.meetings import Meeting
from bkcore.model.organisations import Organisation
from bkcore.services.activities import put_activity, put_participation
from bkcore.services.journal import record
from bkcore.services.meetings import attendance_of, locked_meeting
from bkcore.services.records import Outcome, Stored
from bkcore.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Certainty,
    MeetingState,
    NetworkLink,
    ParticipationRole,
    Precision,
)
from bkcore.wording.minutes import SOURCE


def record_meeting(session: Session, command: RecordMeeting, *, by: Actor) -> Stored[Activity]:
    """Record an ended meeting as an activity, with the organisations that were there; doing it again changes nothing.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which meeting.
        by: Who acts; must be the administration.

    Returns:
        The activity and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor keeps no activities that belong to no project.
        NotFound: There is no such meeting.
        MeetingNotRunning: It has not ended.
    """
    require(records_activities(by, None), action="record_meeting")
    meeting = locked_meeting(session, command.meeting_id)
    if meeting.state is not MeetingState.ENDED:
        raise MeetingNotRunning(title=meeting.title)
    there = [row.organisation_id for row in attendance_of(session, meeting) if row.present]
    stored = put_activity(session, _activity(meeting), by=by)
    for slug in session.exec(select(Organisation.slug).where(col(Organisation.id).in_(there))).all():
        wish = PutParticipation(organisation=slug, activity=meeting.activity_slug, role=ParticipationRole.CONTRIBUTING)
        put_participation(session, wish, by=by)
    if stored.outcome is not Outcome.UNCHANGED:
        details = {"activity": meeting.activity_slug}
        record(session, action="record_meeting", aggregate="meeting", key=str(meeting.id), by=by, details=details)
    return stored


def _activity(meeting: Meeting) -> PutActivity:
    return PutActivity(
        slug=meeting.activity_slug,
        title=meeting.title,
        date=meeting.held_on.isoformat(),
        precision=Precision.DAY,
        kind=ActivityKind.STEERING_GROUP_MEETING,
        status=ActivityStatus.HELD,
        place=meeting.place or None,
        link=NetworkLink.CORE,
        source=SOURCE,
        certainty=Certainty.STATED,
    )
