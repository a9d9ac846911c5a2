"""Who was asked in a round and how far they are, for whoever runs it: states and links, never an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import exists
from sqlmodel import Session, col, select

from bkcore.access import Actor, require, runs_rounds
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.projects import Project
from bkcore.vocabulary import LinkKind, View


class Progress(StrEnum):
    """How far an assessment is."""

    ASKED = "asked"
    BEGUN = "begun"
    HANDED_IN = "handed_in"


class LinkState(StrEnum):
    """What the address of an assessment is worth."""

    VALID = "valid"
    REVOKED = "revoked"
    NONE = "none"
    """Begun by a lead who signed in without a personal link."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One assessment of a round as the administration sees it.

    Attributes:
        assessment_id: Which one.
        project: Slug of the project.
        project_title: Its title.
        view: From where the rater looks.
        label: The function the link was made out to; may be empty.
        progress: How far it is.
        link_id: The latest personal link, ``None`` when there never was one.
        link: Whether that link works.
        last_used_on: The day it was last opened.
    """

    assessment_id: int
    project: str
    project_title: str
    view: View
    label: str
    progress: Progress
    link_id: int | None
    link: LinkState
    last_used_on: date | None


@dataclass(frozen=True, slots=True)
class ProjectChoice:
    """A project one may invite to."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked in a round, and whom one may ask."""

    invitations: tuple[Invitation, ...]
    projects: tuple[ProjectChoice, ...]


def asked(session: Session, *, round_slug: str, by: Actor) -> Asked:
    """Return everybody who was asked in one round, and all projects one may invite to.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    return Asked(invitations(session, round_slug=round_slug, by=by), projects=projects(session, by=by))


def invitations(session: Session, *, round_slug: str, by: Actor) -> tuple[Invitation, ...]:
    """Return everybody who was asked in one round, by project, view and order of asking.

    Args:
        session: Open session.
        round_slug: Which round.
        by: Who looks; must run rounds.

    Returns:
        One entry per assessment, with its latest personal link.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    require(runs_rounds(by), action="read")
    begun = exists().where(col(Rating.assessment_id) == col(Assessment.id))
    rows = session.exec(
        select(Assessment, Project, begun)
        .where(Assessment.project_id == Project.id, Assessment.round_id == Round.id, Round.slug == round_slug)
        .order_by(col(Project.title), col(Assessment.view), col(Assessment.id))
    ).all()
    links = _latest_links(session, [assessment.id for assessment, _, _ in rows if assessment.id is not None])
    return tuple(
        _invitation(assessment, project, link=links.get(assessment.id or 0), begun=bool(started))
        for assessment, project, started in rows
    )


def projects(session: Session, *, by: Actor) -> tuple[ProjectChoice, ...]:
    """Return all projects by title.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    require(runs_rounds(by), action="read")
    rows = session.exec(select(Project).order_by(col(Project.title), col(Project.slug)))
    return tuple(ProjectChoice(row.slug, row.title) for row in rows)


def _latest_links(session: Session, assessment_ids: Sequence[int]) -> dict[int, AccessLink]:
    links = session.exec(
        select(AccessLink)
        .where(AccessLink.kind == LinkKind.PERSONAL, col(AccessLink.assessment_id).in_(assessment_ids))
        .order_by(col(AccessLink.id))
    )
    return {link.assessment_id: link for link in links if link.assessment_id is not None}


def _invitation(row: Assessment, project: Project, *, link: AccessLink | None, begun: bool) -> Invitation:
    return Invitation(
        assessment_id=row.id or 0,
        project=project.slug,
        project_title=project.title,
        view=row.view,
        label=link.label if link else "",
        progress=Progress.HANDED_IN if row.handed_in_at else Progress.BEGUN if begun else Progress.ASKED,
        link_id=link.id if link else None,
        link=LinkState.NONE if link is None else LinkState.REVOKED if link.revoked_at else LinkState.VALID,
        last_used_on=link.last_used_on if link else None,
    )
