"""Services on sign-in links and the visits they start."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require, runs_rounds
from bkcore.commands.access import CreateSignInLink, RevokeAccessLink
from bkcore.commands.assessments import InviteRater
from bkcore.errors import InvalidValue, NotFound
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.services.assessments import new_assessment
from bkcore.services.journal import record
from bkcore.services.links import issue
from bkcore.services.personal_links import IssuedLink, personal_link
from bkcore.services.records import required
from bkcore.services.round_rules import require_not_over
from bkcore.services.rounds import ask_too
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import LinkKind, Role, View

ONE_TIME_VALID = timedelta(minutes=15)


def create_sign_in_link(session: Session, command: CreateSignInLink, *, by: Actor) -> IssuedLink:
    """Create a one-time sign-in link, valid for 15 minutes.

    Args:
        session: Open session; the unit of work around it commits.
        command: For which role, and for a lead which project.
        by: Who acts; must be the administration.

    Returns:
        The link and its token.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such project.
        InvalidValue: A lead's link names no project.
    """
    require(administers(by), action="create_sign_in_link")
    if command.role is Role.PROJECT_LEAD and command.project is None:
        raise InvalidValue(field="project", value="", allowed="die Kennung eines Projekts")
    project = required(session, Project, command.project) if command.project else None
    issued = issue(
        session,
        AccessLink,
        kind=LinkKind.ONE_TIME,
        role=command.role,
        label=command.label,
        project_id=project.id if project and command.role is Role.PROJECT_LEAD else None,
        expires_at=now_of(session) + ONE_TIME_VALID,
    )
    record(session, action="create_sign_in_link", aggregate="access_link", key=str(issued.link.id), by=by)
    return issued


def invite_rater(session: Session, command: InviteRater, *, by: Actor) -> IssuedLink:
    """Invite one person to look at one project from one view.

    Args:
        session: Open session; the unit of work around it commits.
        command: Round, project and view.
        by: Who acts; must be the administration.

    Returns:
        The personal link and its token; it works until the round closes or it is revoked. Before the round begins it
        shows from when on one can answer.

    Raises:
        NotPermitted: The actor does not invite.
        NotFound: There is no such round or project.
        RoundClosed: The round no longer takes answers.
        InvalidValue: Participants are not invited by personal link.
    """
    require(runs_rounds(by), action="invite_rater")
    if command.view is View.PARTICIPANT:
        raise InvalidValue(field="view", value=command.view, allowed="leitung, team, partner")
    turn = required(session, Round, command.round)
    require_not_over(session, turn)
    project = required(session, Project, command.project)
    ask_too(session, turn, project)
    assessment = new_assessment(session, turn=turn, project=project, view=command.view)
    role = Role.PROJECT_LEAD if command.view is View.LEAD else Role.RATER
    issued = personal_link(session, assessment, role=role, label=command.label, mail=command.mail)
    details = {"round": turn.slug, "project": project.slug, "view": command.view}
    record(session, action="invite_rater", aggregate="access_link", key=str(issued.link.id), by=by, details=details)
    return issued


def revoke_access_link(session: Session, command: RevokeAccessLink, *, by: Actor) -> AccessLink:
    """Revoke a sign-in link; its visits end at once. Of a personal one every link to the same assessment is revoked.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Returns:
        The revoked link; revoking twice changes nothing.

    Raises:
        NotPermitted: The actor does not manage access.
        NotFound: There is no such link.
    """
    require(administers(by), action="revoke_access_link")
    link = session.get(AccessLink, command.link_id, with_for_update=True)
    if link is None:
        raise NotFound(what="access_link", key=str(command.link_id))
    alive = [other for other in same_assessment(session, link) if other.revoked_at is None]
    for other in alive:
        other.revoked_at = now_of(session)
        session.add(other)
    if alive:
        record(session, action="revoke_access_link", aggregate="access_link", key=str(link.id), by=by)
    return link


def same_assessment(session: Session, link: AccessLink) -> Sequence[AccessLink]:
    """Return all links to the assessment a link opens, in the order they were made; without one the link alone."""
    if link.assessment_id is None:
        return [link]
    mine = select(AccessLink).where(AccessLink.assessment_id == link.assessment_id).order_by(col(AccessLink.id))
    return session.exec(mine).all()
