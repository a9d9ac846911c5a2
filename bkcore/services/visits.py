"""Services that turn a link into a visit, and a visit into an actor.

Visits say who is here, not what the network does: they leave no journal entry and do not move the data version.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor
from bkcore.errors import LinkDead
from bkcore.model.access import AccessLink, Visit
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.services.tokens import new_token, token_hash
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import LinkKind


@dataclass(frozen=True, slots=True)
class StartedVisit:
    """A new visit's token, for the cookie, and where the visitor goes first."""

    token: str
    to_assessment: bool


def link_behind(session: Session, token: str) -> AccessLink:
    """Return the living link behind a token, without using it up.

    Raises:
        LinkDead: The link is unknown, expired, used up or revoked, or its round is closed.
    """
    link = session.exec(select(AccessLink).where(AccessLink.token_hash == token_hash(token)).with_for_update()).first()
    if link is None or link.revoked_at is not None or not _still_valid(session, link):
        raise LinkDead
    return link


def start_visit(session: Session, token: str, *, valid_for: timedelta) -> StartedVisit:
    """Start a visit; a one-time link is used up by it.

    Args:
        session: Open session of a unit of work.
        token: The token of the address.
        valid_for: How long the visit lasts.

    Returns:
        The visit's token; only its hash is kept.

    Raises:
        LinkDead: The link is unknown, expired, used up or revoked, or its round is closed.
    """
    link = link_behind(session, token)
    now = now_of(session)
    link.last_used_on = today_of(session)
    if link.kind is LinkKind.ONE_TIME:
        link.used_at = now
    visit_token = new_token()
    session.add(link)
    session.add(
        Visit(token_hash=token_hash(visit_token), link_id=link.id or 0, started_at=now, expires_at=now + valid_for)
    )
    session.flush()
    return StartedVisit(visit_token, to_assessment=link.assessment_id is not None)


def end_visit(session: Session, visit_token: str) -> None:
    """End a visit; an unknown one is as good as ended."""
    visit = session.exec(select(Visit).where(Visit.token_hash == token_hash(visit_token))).first()
    if visit is not None and visit.ended_at is None:
        visit.ended_at = now_of(session)
        session.add(visit)
        session.flush()


def actor_of(session: Session, visit_token: str) -> Actor:
    """Return who a visit acts as, checked anew at every run.

    Raises:
        LinkDead: The visit is unknown, over, or its link was revoked.
    """
    row = session.exec(
        select(Visit, AccessLink, Project.slug)
        .join(AccessLink, col(Visit.link_id) == col(AccessLink.id))
        .outerjoin(Project, col(AccessLink.project_id) == col(Project.id))
        .where(Visit.token_hash == token_hash(visit_token))
    ).first()
    if row is None:
        raise LinkDead
    visit, link, project = row
    if visit.ended_at is not None or visit.expires_at <= now_of(session) or link.revoked_at is not None:
        raise LinkDead
    return Actor(
        role=link.role,
        label=link.label,
        project=project,
        assessment_id=link.assessment_id,
    )


def _still_valid(session: Session, link: AccessLink) -> bool:
    if link.kind is LinkKind.ONE_TIME:
        return link.used_at is None and link.expires_at is not None and now_of(session) < link.expires_at
    assessment = session.get_one(Assessment, link.assessment_id)
    turn = session.get_one(Round, assessment.round_id)
    return turn.is_open(today_of(session)) or turn.is_planned(today_of(session))
