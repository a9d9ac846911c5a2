"""Services on activities and participations."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, records_activities, require
from bkcore.commands.activities import PutActivity, PutParticipation
from bkcore.errors import InvalidValue
from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.bulk import collect, index
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, by_slug, id_of, put, required
from bkcore.vocabulary import ParticipationRole

_Place = tuple[int, int, ParticipationRole]
_PARTICIPATION_FIELDS = ("status", "source", "certainty")


def put_activity(session: Session, command: PutActivity, *, by: Actor) -> Stored[Activity]:
    """Record an activity as described.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; the administration, or the lead of the activity's project.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor records neither this activity nor those of the project it is moved to.
        NotFound: The project or the whole it is part of is not recorded.
        InvalidValue: The activity would be part of itself through others.
        Conflict: Somebody changed the record since ``command.version``.
    """
    require(records_activities(by, command.project), action="put_activity")
    _require_current_project(session, command.slug, by=by)
    values = command.model_dump(exclude={"slug", "version", "project", "part_of", "date"})
    values["starts_on"] = command.starts_on()
    values["project_id"] = id_of(session, Project, command.project)
    values["part_of_id"] = id_of(session, Activity, command.part_of)
    _refuse_circle(session, command)
    return put(
        session, Activity, slug=command.slug, values=values, version=command.version, action="put_activity", by=by
    )


def put_participation(session: Session, command: PutParticipation, *, by: Actor) -> Stored[Participation]:
    """Record that an organisation takes part in an activity in a role.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; the administration, or the lead of the activity's project.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not record this activity.
        NotFound: The organisation or the activity is not recorded.
    """
    organisation = required(session, Organisation, command.organisation)
    activity = required(session, Activity, command.activity)
    project = session.get(Project, activity.project_id) if activity.project_id else None
    require(records_activities(by, project.slug if project else None), action="put_participation")
    place = (organisation.id or 0, activity.id or 0, command.role)
    known = index(session, Participation, lambda: _all_participations(session))
    row = _participation(session, place) if known is None else known.get(place)
    values = command.model_dump(include=set(_PARTICIPATION_FIELDS))
    key = f"{command.organisation}/{command.activity}/{command.role}"
    if row is None:
        row = Participation(organisation_id=place[0], activity_id=place[1], role=command.role, **values)
        if known is not None:
            known[place] = row
        outcome = Outcome.NEW
    else:
        changed = {name for name in _PARTICIPATION_FIELDS if getattr(row, name) != values[name]}
        if not changed:
            return Stored(row, Outcome.UNCHANGED)
        for name in changed:
            setattr(row, name, values[name])
        outcome = Outcome.CHANGED
    collect(session, row)
    record(session, action="put_participation", aggregate="participation", key=key, by=by, details={"after": values})
    return Stored(row, outcome)


def _participation(session: Session, place: _Place) -> Participation | None:
    organisation, activity, role = place
    return session.exec(
        select(Participation).where(
            col(Participation.organisation_id) == organisation,
            col(Participation.activity_id) == activity,
            col(Participation.role) == role,
        )
    ).first()


def _all_participations(session: Session) -> dict[_Place, Participation]:
    return {(row.organisation_id, row.activity_id, row.role): row for row in session.exec(select(Participation))}


def _require_current_project(session: Session, slug: str, *, by: Actor) -> None:
    existing = by_slug(session, Activity, slug)
    if existing is not None:
        project = session.get(Project, existing.project_id) if existing.project_id else None
        require(records_activities(by, project.slug if project else None), action="put_activity")


def _refuse_circle(session: Session, command: PutActivity) -> None:
    slug, seen = command.part_of, {command.slug}
    while slug is not None:
        if slug in seen:
            raise InvalidValue(field="part_of", value=command.part_of or "", allowed="eine andere Aktivität")
        seen.add(slug)
        row = required(session, Activity, slug)
        whole = session.get(Activity, row.part_of_id) if row.part_of_id else None
        slug = whole.slug if whole else None
