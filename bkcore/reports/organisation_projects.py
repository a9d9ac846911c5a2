"""Which projects an organisation leads or took part in."""

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.reports.organisation_facts import OrganisationActivity, OrganisationProject
from bkcore.vocabulary import ActivityStatus


def projects_of(
    session: Session, *, organisation: Organisation, activities: Sequence[OrganisationActivity]
) -> tuple[OrganisationProject, ...]:
    """Return the projects of an organisation, those it leads first, then by title.

    Args:
        session: Open session.
        organisation: Whose.
        activities: All its activities; only those that took place are counted.
    """
    slugs = {one.project for one in activities if one.project}
    mine = or_(col(Project.lead_organisation_id) == organisation.id, col(Project.slug).in_(slugs))
    rows = session.exec(select(Project).where(mine))
    held = [one.project for one in activities if one.status is ActivityStatus.HELD]
    found = [
        OrganisationProject(
            slug=row.slug,
            title=row.title,
            leads=row.lead_organisation_id == organisation.id,
            activities=held.count(row.slug),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (not one.leads, one.title.casefold())))
