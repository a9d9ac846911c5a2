"""Records what a project's lead says about an activity: whether it took place, who took part, how many people came."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, select

from bkcore.access import Actor, records_activities, require
from bkcore.commands.activities import PutParticipation
from bkcore.commands.capture import CaptureActivity
from bkcore.errors import Conflict, DayInFuture, NotFound
from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.activities import put_participation
from bkcore.services.records import Outcome, Stored, by_slug, put, required
from bkcore.services.slugs import slugify
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import ActivityStatus, CaptureResult, Certainty, ParticipationRole, Precision
from bkcore.wording import capture as wording

_STATUS = {
    CaptureResult.HELD: ActivityStatus.HELD,
    CaptureResult.CANCELLED: ActivityStatus.CANCELLED,
    CaptureResult.MOVED: ActivityStatus.ANNOUNCED,
}
_PRESENT = {None, ActivityStatus.HELD}
"""States of a participation in an activity that took place; an empty one takes the activity's."""


def capture_activity(session: Session, command: CaptureActivity, *, by: Actor) -> Stored[Activity]:
    """Record what became of an activity; the same words again change nothing, whoever sends them twice.

    A new activity of the same project, title and day as a recorded one is that one, so a line that breaks in the middle
    doubles nothing. An organisation that was announced and is not named did not take part: its participation stays, as
    cancelled.

    Args:
        session: Open session; the unit of work around it commits.
        command: What happened.
        by: Who acts; the administration, or the lead of the activity's project.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not record this project's activities.
        NotFound: There is no such activity, project or organisation.
        DayInFuture: It is said to have taken place on a day that has not come.
        Conflict: Somebody said something else since ``command.version``.
    """
    row = by_slug(session, Activity, _slug(command), lock=True)
    if row is None and command.activity is not None:
        raise NotFound(what="activity", key=command.activity)
    project = _project_of(session, row) if row else command.project
    require(records_activities(by, project), action="capture_activity")
    values = _values(session, command, row)
    if command.result is CaptureResult.HELD:
        _require_past(session, values.get("starts_on", row.starts_on if row else None))
    if row is not None and _is_stale(command, row) and not _says_the_same(session, command, row, values):
        raise Conflict(what="activity", key=row.title)
    if row is None:
        values |= {"title": command.title, "project_id": _id(session, project), "certainty": Certainty.STATED}
    stored = put(session, Activity, slug=_slug(command), values=values, version=None, action="capture_activity", by=by)
    session.flush()
    took_part = _took_part(session, command, stored.row, by=by) if command.result is CaptureResult.HELD else False
    if took_part and stored.outcome is Outcome.UNCHANGED:
        return Stored(stored.row, Outcome.CHANGED)
    return stored


def _slug(command: CaptureActivity) -> str:
    if command.activity is not None:
        return command.activity
    return slugify(f"{command.day:%Y-%m-%d} {command.project or ''} {command.title}")


def _project_of(session: Session, row: Activity) -> str | None:
    project = session.get(Project, row.project_id) if row.project_id else None
    return project.slug if project else None


def _id(session: Session, project: str | None) -> int | None:
    return required(session, Project, project).id if project else None


def _values(session: Session, command: CaptureActivity, row: Activity | None) -> dict[str, object]:
    """Return the columns that change; of people nothing is said about what did not take place."""
    before = row or Activity(slug="", title="", precision=Precision.UNKNOWN, status=ActivityStatus.PLANNED)
    values: dict[str, object] = {
        "status": _STATUS[command.result],
        "source": wording.source(before.source, day=today_of(session)),
        "note": wording.note(before.note, sentence=command.sentence, others=command.others),
    }
    if row is not None and row.status is values["status"] and command.result is not CaptureResult.MOVED:
        values["source"] = row.source
    if command.day is not None and (command.day != before.starts_on or before.precision is not Precision.DAY):
        values |= {"starts_on": command.day, "ends_on": None, "precision": Precision.DAY}
    if command.result is CaptureResult.HELD:
        values |= {
            "attendees": command.attendees,
            "attendees_estimated": command.attendees_estimated if command.attendees is not None else None,
            "first_timers": command.first_timers,
            "volunteers": command.volunteers,
        }
    return values


def _require_past(session: Session, day: object) -> None:
    if isinstance(day, date) and day > today_of(session):
        raise DayInFuture(day=day.isoformat())


def _is_stale(command: CaptureActivity, row: Activity) -> bool:
    return command.version is not None and command.version != row.version


def _says_the_same(session: Session, command: CaptureActivity, row: Activity, values: dict[str, object]) -> bool:
    """Tell whether the row already says what the command does: the line broke after it was saved."""
    if any(getattr(row, name) != value for name, value in values.items() if name != "source"):
        return False
    if command.result is not CaptureResult.HELD:
        return True
    return _present(_participations(session, row)) == set(_ids(session, command.organisations))


def _took_part(session: Session, command: CaptureActivity, row: Activity, *, by: Actor) -> bool:
    """Bring the participations in line with who was named, and tell whether anything changed."""
    named = set(_ids(session, command.organisations))
    known = _participations(session, row)
    changed = False
    for part in known:
        if part.organisation_id in named and part.status in _PRESENT:
            continue
        status = None if part.organisation_id in named else ActivityStatus.CANCELLED
        changed |= part.status is not status and _put(session, part, row, status=status, by=by)
    source = wording.source(None, day=today_of(session))
    for slug, identity in zip(command.organisations, _ids(session, command.organisations), strict=True):
        if identity not in {part.organisation_id for part in known}:
            fresh = PutParticipation(
                organisation=slug,
                activity=row.slug,
                role=ParticipationRole.CONTRIBUTING,
                source=source,
                certainty=Certainty.STATED,
            )
            changed |= put_participation(session, fresh, by=by).outcome is not Outcome.UNCHANGED
    return changed


def _put(session: Session, part: Participation, row: Activity, *, status: ActivityStatus | None, by: Actor) -> bool:
    organisation = session.get_one(Organisation, part.organisation_id)
    command = PutParticipation(
        organisation=organisation.slug,
        activity=row.slug,
        role=part.role,
        status=status,
        source=part.source,
        certainty=part.certainty,
    )
    return put_participation(session, command, by=by).outcome is not Outcome.UNCHANGED


def _participations(session: Session, row: Activity) -> Sequence[Participation]:
    return session.exec(select(Participation).where(Participation.activity_id == row.id)).all()


def _present(parts: Sequence[Participation]) -> set[int]:
    return {part.organisation_id for part in parts if part.status in _PRESENT}


def _ids(session: Session, slugs: Sequence[str]) -> list[int]:
    return [required(session, Organisation, slug).id or 0 for slug in slugs]
