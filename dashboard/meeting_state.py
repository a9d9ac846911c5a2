"""Reports of the meetings: lists cached by data version, a running meeting read fresh, what it shows kept as parsed."""

from bkcore.access import Actor
from bkcore.errors import NotFound
from bkcore.model.meetings import Meeting
from bkcore.publication.meeting.document import Basis, parse
from bkcore.publication.meeting.faces import render_docx, render_pdf
from bkcore.publication.meeting.minutes import minutes_of
from bkcore.publication.meeting.start import guest_token, preview
from bkcore.reports import meetings
from bkcore.reports.meetings import MeetingDetail, MeetingsReport
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from dashboard.caches import shared
from dashboard.state import data_version, engine, for_the_house, settings

_KEPT = 16


def meetings_report(*, by: Actor) -> MeetingsReport:
    """Return all meetings, to whom the overviews are open."""
    return _meetings(for_the_house(by), data_version(), by)


def meeting(*, by: Actor, meeting_id: int) -> MeetingDetail | None:
    """Return one meeting as it stands now, ``None`` when there is none."""
    with reading(engine()) as session:
        try:
            return meetings.detail(session, meeting_id=meeting_id, by=by)
        except NotFound:
            return None


def shown(found: MeetingDetail) -> Basis:
    """Return what a meeting that has begun shows."""
    return _parsed(found.basis)


def would_show(*, by: Actor, meeting_id: int) -> Basis:
    """Return what a prepared meeting would show if it began now."""
    return _preview(for_the_house(by), data_version(), by, meeting_id)


def follow_address(*, meeting_id: int) -> str:
    """Return the address of the guests, empty when there is none any more."""
    with reading(engine()) as session:
        row = session.get(Meeting, meeting_id)
        token = guest_token(row, key=settings().secret()) if row else None
    return f"{settings().public_url}/sitzung/{token}" if token else ""


def minutes_docx(found: MeetingDetail) -> bytes:
    """Return the minutes for Word."""
    return render_docx(minutes_of(found))


def minutes_pdf(found: MeetingDetail) -> bytes:
    """Return the minutes as PDF."""
    return render_pdf(minutes_of(found))


@shared(4)
def _meetings(url: str, version: int, by: Actor) -> MeetingsReport:
    del version
    with reading(engine_for(url)) as session:
        return meetings.build(session, by=by)


@shared(_KEPT)
def _parsed(content: str) -> Basis:
    return parse(content)


@shared(2)
def _preview(url: str, version: int, by: Actor, meeting_id: int) -> Basis:
    del version
    with reading(engine_for(url)) as session:
        return preview(session, session.get_one(Meeting, meeting_id), by=by)
