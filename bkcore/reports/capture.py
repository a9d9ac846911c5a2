"""What a lead needs to record an activity in a minute: which are waiting, who took part last time, what is known."""

from calendar import monthrange
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
_ANNOUNCED = (None, ActivityStatus.HELD, ActivityStatus.ANNOUNCED, ActivityStatus.PLANNED)
_DECEMBER = 12


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

    @property
    def last_day(self) -> date | None:
        """Return its last day, or that of the month or year in which it lies; ``None`` when nothing is known."""
        if self.starts_on is None or self.precision is Precision.DAY:
            return self.ends_on or self.starts_on
        year, month = self.starts_on.year, self.starts_on.month
        month = _DECEMBER if self.precision is Precision.YEAR else month
        return date(year, month, monthrange(year, month)[1])

    def is_over(self, today: date) -> bool:
        """Tell whether one can say what became of it: its last day has come, or is not known."""
        return self.last_day is None or self.last_day <= today

    def is_past(self, today: date) -> bool:
        """Tell whether its last day has passed, so that somebody may be asked about it."""
        return self.last_day is not None and self.last_day < today

    def is_overdue(self, today: date) -> bool:
        """Tell whether somebody should have said by now what became of it."""
        return self.last_day is None or self.last_day + PATIENCE < today


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
        suggested: Who was announced or took part, ticked, and whom the project knows, most frequent first; while nobody
            has said what became of it and nobody was announced, who took part last time is ticked.
        others: All other organisations by name.
        took_part: How many organisations are recorded as having taken part; 0 until it is recorded that it took place.
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
    took_part: int
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


def parted(
    rows: Iterable[WaitingActivity], *, today: date
) -> tuple[tuple[WaitingActivity, ...], tuple[WaitingActivity, ...]]:
    """Return those that are over, the latest first and those without a day last, and those that are still ahead."""
    over = [one for one in rows if one.is_over(today)]
    over.sort(key=lambda one: (-(one.last_day or date.min).toordinal(), one.title))
    return tuple(over), tuple(one for one in rows if not one.is_over(today))


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
    """Return the titles by slug of all projects that are not in the archive, or of one, in the order of the titles."""
    query = select(Project.slug, Project.title).where(Project.kind == SubjectKind.PROJECT).order_by(col(Project.title))
    wanted = col(Project.archived_on).is_(None) if only is None else Project.slug == only
    return dict(session.exec(query.where(wanted)).all())


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
    status = row.status if row is not None else ActivityStatus.PLANNED
    there = _there(session, row) if row is not None else []
    every = session.exec(select(Organisation).order_by(Organisation.name))
    names = {one.id or 0: one for one in every if one.archived_on is None or one.id in there}
    ticked = there or [one for one in (_last_time(session, of) if status in WAITING else []) if one in names]
    known = [one for one in _partners(session, of) if one in names]
    first = [*ticked, *(identity for identity in known if identity not in ticked)][: max(MOST_SUGGESTED, len(ticked))]
    return CaptureSheet(
        activity=_waiting(row, within) if row is not None else None,
        status=status,
        attendees=row.attendees if row is not None else None,
        attendees_estimated=bool(row is not None and row.attendees_estimated),
        first_timers=row.first_timers if row is not None else None,
        volunteers=row.volunteers if row is not None else None,
        note=(row.note or "") if row is not None else "",
        suggested=_choices((names[identity] for identity in first), ticked),
        others=_choices((one for identity, one in names.items() if identity not in first), ()),
        took_part=len(there) if status is ActivityStatus.HELD else 0,
        from_last_time=bool(ticked) and not there,
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


def _there(session: Session, activity: Activity) -> list[int]:
    """Return the organisations that took part or were announced; those that were cancelled are not among them."""
    rows = session.exec(
        select(Participation.organisation_id, Participation.status)
        .where(Participation.activity_id == activity.id)
        .order_by(col(Participation.id))
    ).all()
    return list(dict.fromkeys(organisation for organisation, status in rows if status in _ANNOUNCED))


def _last_time(session: Session, project: str | None) -> list[int]:
    latest = session.exec(
        select(Activity)
        .join(Project, col(Activity.project_id) == col(Project.id))
        .join(Participation, col(Participation.activity_id) == col(Activity.id))
        .where(Project.slug == project, Activity.status == ActivityStatus.HELD)
        .order_by(col(Activity.starts_on).desc(), col(Activity.id).desc())
    ).first()
    return _there(session, latest) if latest is not None else []


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
