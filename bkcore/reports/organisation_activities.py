"""What an organisation took part in, in which role, and where that stands."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.reports.organisation_facts import OrganisationActivity
from bkcore.vocabulary import ActivityStatus

_WEIGHT = (ActivityStatus.HELD, ActivityStatus.ANNOUNCED, ActivityStatus.PLANNED, ActivityStatus.CANCELLED)


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
