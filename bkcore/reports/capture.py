"""What a lead needs to record an activity in a minute: which are waiting, who took part last time, what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, func, select

from bkcore.access import Actor, records_activities, require
from bkcore.errors import NotFound
from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.vocabulary import ActivityStatus, Precision, SubjectKind

WAITING = (ActivityStatus.PLANNED, ActivityStatus.ANNOUNCED)
PATIENCE = timedelta(days=14)
"""So long after its day an announced activity is nobody's business; then it stands in the list to be confirmed."""
MOST_SUGGESTED = 8
_PRESENT = (None, ActivityStatus.HELD, ActivityStatus.ANNOUNCED, ActivityStatus.PLANNED)


@dataclass(frozen=True, slots=True)
class WaitingActivity:
    """One planned or announced activity.

    Attributes:
        slug: Its slug.
        title: Its title.
        starts_on: First day of the known period, ``None`` when unknown.
        ends_on: Last day, if it takes several.
        precision: How exactly the day is known.
        place: Where.
        project: Slug of its project.
        project_title: Its title, empty without one.
        version: Version of the row.
    """

    slug: str
    title: str
    starts_on: date | None
    ends_on: date | None
    precision: Precision
    place: str | None
    project: str | None
    project_title: str
    version: int

    def is_over(self, today: date) -> bool:
        """Tell whether its day, or the first day of its period, has come."""
        return self.starts_on is None or self.starts_on <= today

    def is_overdue(self, today: date) -> bool:
        """Tell whether somebody should have said by now what became of it."""
        return self.starts_on is None or self.starts_on + PATIENCE < today


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation that may have taken part, and whether it is ticked from the start."""

    slug: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CaptureSheet:
    """What is known of one activity, or of a new one.

    Attributes:
        activity: The activity; ``None`` for a new one.
        status: Its state; planned for a new one.
        attendees: Number of people, if known.
        attendees_estimated: Whether it is an estimate.
        first_timers: How many of them for the first time.
        volunteers: How many helped.
        note: What was said before.
        suggested: Who was announced or took part last time, ticked, and whom the project knows, most frequent first.
        others: All other organisations by name.
        from_last_time: Whether the ticked ones come from the project's latest activity.
    """

    activity: WaitingActivity | None
    status: ActivityStatus
    attendees: int | None
    attendees_estimated: bool
    first_timers: int | None
    volunteers: int | None
    note: str
    suggested: tuple[OrganisationChoice, ...]
    others: tuple[OrganisationChoice, ...]
    from_last_time: bool


def waiting(session: Session, *, project: str | None = None) -> tuple[WaitingActivity, ...]:
    """Return planned and announced activities, the earliest first, those without a date at the end.

    Args:
        session: Open session.
        project: Only those of this project; all when not given.
    """
    query = (
        select(Activity, Project)
        .outerjoin(Project, col(Activity.project_id) == col(Project.id))
        .where(col(Activity.status).in_(WAITING))
        .order_by(col(Activity.starts_on).is_(None), col(Activity.starts_on), col(Activity.title))
    )
    rows = session.exec(query.where(Project.slug == project) if project is not None else query).all()
    return tuple(_waiting(activity, within) for activity, within in rows)


def recorded(session: Session, *, project: str, most: int = 6) -> tuple[WaitingActivity, ...]:
    """Return a project's latest activities that took place or were cancelled, the latest first."""
    rows = session.exec(
        select(Activity, Project)
        .join(Project, col(Activity.project_id) == col(Project.id))
        .where(Project.slug == project, col(Activity.status).not_in(WAITING))
        .order_by(col(Activity.starts_on).desc(), col(Activity.title))
        .limit(most)
    ).all()
    return tuple(_waiting(activity, within) for activity, within in rows)


def project_titles(session: Session, *, only: str | None = None) -> dict[str, str]:
    """Return the titles of all projects by slug, or of one, in the order of the titles."""
    query = select(Project.slug, Project.title).where(Project.kind == SubjectKind.PROJECT).order_by(col(Project.title))
    return dict(session.exec(query.where(Project.slug == only) if only is not None else query).all())


def sheet(session: Session, *, activity: str | None, project: str | None, by: Actor) -> CaptureSheet:
    """Return what is known of an activity, for the form that asks what became of it.

    Args:
        session: Open session.
        activity: Slug of the activity, ``None`` for a new one of the project.
        project: Slug of the project of a new one.
        by: Who asks.

    Raises:
        NotFound: There is no such activity.
        NotPermitted: The actor does not record this project's activities.
    """
    row, within = _found(session, activity)
    of = within.slug if within else project if row is None else None
    require(records_activities(by, of), action="capture_activity")
    announced = _present(session, row) if row is not None else []
    ticked = announced or _last_time(session, of)
    known = _partners(session, of)
    names = {one.id or 0: one for one in session.exec(select(Organisation).order_by(Organisation.name))}
    first = [*ticked, *(identity for identity in known if identity not in ticked)][: max(MOST_SUGGESTED, len(ticked))]
    return CaptureSheet(
        activity=_waiting(row, within) if row is not None else None,
        status=row.status if row is not None else ActivityStatus.PLANNED,
        attendees=row.attendees if row is not None else None,
        attendees_estimated=bool(row is not None and row.attendees_estimated),
        first_timers=row.first_timers if row is not None else None,
        volunteers=row.volunteers if row is not None else None,
        note=(row.note or "") if row is not None else "",
        suggested=_choices((names[identity] for identity in first), ticked),
        others=_choices((one for identity, one in names.items() if identity not in first), ()),
        from_last_time=bool(ticked) and not announced,
    )


def _found(session: Session, slug: str | None) -> tuple[Activity | None, Project | None]:
    if slug is None:
        return None, None
    row = session.exec(
        select(Activity, Project)
        .outerjoin(Project, col(Activity.project_id) == col(Project.id))
        .where(Activity.slug == slug)
    ).first()
    if row is None:
        raise NotFound(what="activity", key=slug)
    return row


def _waiting(activity: Activity, project: Project | None) -> WaitingActivity:
    return WaitingActivity(
        slug=activity.slug,
        title=activity.title,
        starts_on=activity.starts_on,
        ends_on=activity.ends_on,
        precision=activity.precision,
        place=activity.place,
        project=project.slug if project else None,
        project_title=project.title if project else "",
        version=activity.version,
    )


def _present(session: Session, activity: Activity) -> list[int]:
    """Return the organisations that took part or were announced; those that were cancelled are not among them."""
    rows = session.exec(
        select(Participation.organisation_id, Participation.status)
        .where(Participation.activity_id == activity.id)
        .order_by(col(Participation.id))
    ).all()
    return list(dict.fromkeys(organisation for organisation, status in rows if status in _PRESENT))


def _last_time(session: Session, project: str | None) -> list[int]:
    latest = session.exec(
        select(Activity)
        .join(Project, col(Activity.project_id) == col(Project.id))
        .join(Participation, col(Participation.activity_id) == col(Activity.id))
        .where(Project.slug == project, Activity.status == ActivityStatus.HELD)
        .order_by(col(Activity.starts_on).desc(), col(Activity.id).desc())
    ).first()
    return _present(session, latest) if latest is not None else []


def _partners(session: Session, project: str | None) -> Sequence[int]:
    """Return the organisations of a project's activities, the most frequent first."""
    times = func.count(col(Participation.id))
    return session.exec(
        select(Participation.organisation_id)
        .join(Activity, col(Participation.activity_id) == col(Activity.id))
        .join(Project, col(Activity.project_id) == col(Project.id))
        .where(Project.slug == project)
        .group_by(col(Participation.organisation_id))
        .order_by(times.desc(), col(Participation.organisation_id))
    ).all()


def _choices(organisations: Iterable[Organisation], ticked: Sequence[int]) -> tuple[OrganisationChoice, ...]:
    return tuple(OrganisationChoice(one.slug, one.name, one.id in ticked) for one in organisations)
