"""What an organisation took part in, in which role, and where that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.vocabulary import ActivityStatus, Certainty, ParticipationRole, Precision

_WEIGHT = (ActivityStatus.HELD, ActivityStatus.ANNOUNCED, ActivityStatus.PLANNED, ActivityStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class OrganisationActivity:
    """One activity of an organisation.

    Attributes:
        slug: Its lasting name.
        title: What it is called.
        day: First day of what is known, ``None`` without a date.
        precision: How exactly that is known.
        status: Whether it took place, and with this organisation: the weaker of both statements.
        roles: In which roles.
        project: Slug of its project, ``None`` when no project is behind it.
        project_title: Its title, may be empty.
        source: Where the participation stands, may be empty.
        certainty: Whether the source says so or it was inferred.
    """

    slug: str
    title: str
    day: date | None
    precision: Precision
    status: ActivityStatus
    roles: tuple[ParticipationRole, ...]
    project: str | None
    project_title: str
    source: str
    certainty: Certainty | None

    def lies_in(self, year: int) -> bool:
        """Tell whether its whole known period lies in a calendar year."""
        return self.day is not None and self.day.year == year


def activities_of(session: Session, *, organisation: Organisation) -> tuple[OrganisationActivity, ...]:
    """Return every activity of an organisation once, the newest first, undated ones last, whatever its state.

    Args:
        session: Open session.
        organisation: Whose.
    """
    rows = session.exec(
        select(Participation, Activity, Project)
        .join(Activity, col(Participation.activity_id) == col(Activity.id))
        .join(Project, col(Activity.project_id) == col(Project.id), isouter=True)
        .where(Participation.organisation_id == organisation.id)
        .order_by(col(Activity.slug), col(Participation.role))
    )
    found: dict[str, list[tuple[Participation, Activity, Project | None]]] = {}
    for participation, activity, project in rows:
        found.setdefault(activity.slug, []).append((participation, activity, project))
    ordered = sorted(found.values(), key=lambda parts: parts[0][1].title.casefold())
    ordered.sort(key=lambda parts: parts[0][1].starts_on or date.min, reverse=True)
    return tuple(_activity(parts) for parts in ordered)


def _activity(parts: Sequence[tuple[Participation, Activity, Project | None]]) -> OrganisationActivity:
    first, activity, project = parts[0]
    # One role that took place is enough for having been there.
    state = min((_weaker(part.status, activity.status) for part, _, _ in parts), key=_WEIGHT.index)
    return OrganisationActivity(
        slug=activity.slug,
        title=activity.title,
        day=activity.starts_on,
        precision=activity.precision,
        status=state,
        roles=tuple(part.role for part, _, _ in parts),
        project=project.slug if project else None,
        project_title=project.title if project else "",
        source=first.source or activity.source or "",
        certainty=first.certainty or activity.certainty,
    )


def _weaker(own: ActivityStatus | None, whole: ActivityStatus) -> ActivityStatus:
    return whole if own is None else max(own, whole, key=_WEIGHT.index)
