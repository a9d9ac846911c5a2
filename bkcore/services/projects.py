"""Services on projects."""

from sqlmodel import Session

from bkcore.access import Actor, administers, releases, require
from bkcore.commands.projects import PutProject, ReleaseProjectText
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.records import Stored, by_slug, id_of, put, required


def put_project(session: Session, command: PutProject, *, by: Actor) -> Stored[Project]:
    """Record a project as described; a changed description must be released again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; must be the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: The leading organisation is not recorded.
        Conflict: Somebody changed the record since ``command.version``.
    """
    require(administers(by), action="put_project")
    values = command.model_dump(exclude={"slug", "version", "lead"})
    values["lead_organisation_id"] = id_of(session, Organisation, command.lead)
    existing = by_slug(session, Project, command.slug)
    if existing is not None and existing.description != command.description:
        values["description_released"] = False
    return put(session, Project, slug=command.slug, values=values, version=command.version, action="put_project", by=by)


def release_project_text(session: Session, command: ReleaseProjectText, *, by: Actor) -> Stored[Project]:
    """Release the description of one project for council and public, or take it back.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which project, and whether its text is released.
        by: Who acts; must be the administration.

    Returns:
        The row and whether anything changed.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such project.
    """
    require(releases(by), action="release_project_text")
    required(session, Project, command.slug)
    return put(
        session,
        Project,
        slug=command.slug,
        values={"description_released": command.released},
        version=None,
        action="release_project_text",
        by=by,
    )
