"""Services on sign-in links and the visits they start."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bkcore.access import Actor, administers, require, runs_rounds
from bkcore.commands.access import CreateSignInLink, RevokeAccessLink
from bkcore.commands.assessments import InviteRater
from bkcore.errors import InvalidValue, NotFound
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.services.assessments import new_assessment
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.rounds import require_open
from bkcore.services.tokens import new_token, token_hash
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import LinkKind, Role, View

ONE_TIME_VALID = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A new link and its token, which is shown once and never kept."""

    link: AccessLink
    token: str


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
    token = new_token()
    link = AccessLink(
        kind=LinkKind.ONE_TIME,
        role=command.role,
        token_hash=token_hash(token),
        label=command.label,
        project_id=project.id if project and command.role is Role.PROJECT_LEAD else None,
        created_at=now_of(session),
        expires_at=now_of(session) + ONE_TIME_VALID,
    )
    session.add(link)
    session.flush()
    record(session, action="create_sign_in_link", aggregate="access_link", key=str(link.id), by=by)
    return IssuedLink(link, token)


def invite_rater(session: Session, command: InviteRater, *, by: Actor) -> IssuedLink:
    """Invite one person to look at one project from one view.

    Args:
        session: Open session; the unit of work around it commits.
        command: Round, project and view.
        by: Who acts; must be the administration.

    Returns:
        The personal link and its token; it works until the round closes or it is revoked.

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
    require_open(session, turn)
    project = required(session, Project, command.project)
    assessment = new_assessment(session, turn=turn, project=project, view=command.view)
    role = Role.PROJECT_LEAD if command.view is View.LEAD else Role.RATER
    issued = _personal_link(session, assessment, role=role, label=command.label)
    details = {"round": turn.slug, "project": project.slug, "view": command.view}
    record(session, action="invite_rater", aggregate="access_link", key=str(issued.link.id), by=by, details=details)
    return issued


def renew_invitation(session: Session, command: RevokeAccessLink, *, by: Actor) -> IssuedLink:
    """Give a personal link a new address; the old one is dead at once, the answers stay.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Returns:
        The new link to the same assessment, and its token.

    Raises:
        NotPermitted: The actor does not invite.
        NotFound: There is no such personal link.
        RoundClosed: The round no longer takes answers.
    """
    require(runs_rounds(by), action="renew_invitation")
    old = revoke_access_link(session, command, by=by)
    if old.assessment_id is None:
        raise NotFound(what="access_link", key=str(command.link_id))
    assessment = session.get_one(Assessment, old.assessment_id)
    require_open(session, session.get_one(Round, assessment.round_id))
    issued = _personal_link(session, assessment, role=old.role, label=old.label)
    record(session, action="renew_invitation", aggregate="access_link", key=str(issued.link.id), by=by)
    return issued


def revoke_access_link(session: Session, command: RevokeAccessLink, *, by: Actor) -> AccessLink:
    """Revoke a sign-in link; its visits end at once.

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
    if link.revoked_at is None:
        link.revoked_at = now_of(session)
        session.add(link)
        record(session, action="revoke_access_link", aggregate="access_link", key=str(link.id), by=by)
    return link


def _personal_link(session: Session, assessment: Assessment, *, role: Role, label: str) -> IssuedLink:
    token = new_token()
    link = AccessLink(
        kind=LinkKind.PERSONAL,
        role=role,
        token_hash=token_hash(token),
        label=label,
        project_id=assessment.project_id,
        assessment_id=assessment.id,
        created_at=now_of(session),
    )
    session.add(link)
    session.flush()
    return IssuedLink(link, token)
