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
from bkcore.reports.subjects import Subject, subjects
from bkcore.store.unit_of_work import today_of, town_day
from bkcore.vocabulary import AssessmentForm, LinkKind, Origin, SubjectKind, View


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
    """Begun by a lead who signed in without a personal link, or typed in from paper."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One assessment of a round as the administration sees it.

    Attributes:
        assessment_id: Which one.
        project: Slug of the project or department.
        project_title: Its title.
        kind: Which of both it is.
        view: From where the rater looks.
        label: The function the link was made out to; may be empty.
        progress: How far it is.
        origin: Whether it was answered online or on paper.
        form: The form of a paper sheet, else as the rater chose it.
        link_id: The latest personal link, ``None`` when there never was one.
        link: Whether that link works.
        last_used_on: The day any link to it was last opened.
        mail: Where the latest link is sent to, ``None`` when no address is known.
        sent_on: The day a message to this address was last taken by the mail server.
        reminders: How often the person was reminded, at this address.
        reminded_on: The day of the last reminder.
    """

    assessment_id: int
    project: str
    project_title: str
    kind: SubjectKind
    view: View
    label: str
    progress: Progress
    origin: Origin
    form: AssessmentForm | None
    link_id: int | None
    link: LinkState
    last_used_on: date | None
    mail: str | None
    sent_on: date | None
    reminders: int
    reminded_on: date | None

    @property
    def can_be_reminded(self) -> bool:
        """Whether a reminder makes sense: not handed in, and a link that works."""
        return self.progress is not Progress.HANDED_IN and self.link is LinkState.VALID


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked in a round, and whom one may ask."""

    invitations: tuple[Invitation, ...]
    projects: tuple[Subject, ...]

    @property
    def to_ask(self) -> tuple[Subject, ...]:
        """Return those that are to be asked in this round, invited already or not."""
        return tuple(subject for subject in self.projects if subject.chosen)

    def without(self, view: View) -> tuple[Subject, ...]:
        """Return those that are to be asked and where nobody of this view has been invited or has answered."""
        there = {entry.project for entry in self.invitations if entry.view is view}
        return tuple(subject for subject in self.to_ask if subject.slug not in there)


def asked(session: Session, *, round_slug: str, by: Actor) -> Asked:
    """Return everybody who was asked in one round, and all projects and departments one may invite to.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    return Asked(
        invitations(session, round_slug=round_slug, by=by),
        projects=subjects(session, round_slug=round_slug, today=today_of(session), by=by),
    )


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
    links = _links(session, [assessment.id for assessment, _, _ in rows if assessment.id is not None])
    return tuple(
        _invitation(assessment, project, links=links.get(assessment.id or 0, []), begun=bool(started))
        for assessment, project, started in rows
    )


def _links(session: Session, assessment_ids: Sequence[int]) -> dict[int, list[AccessLink]]:
    links = session.exec(
        select(AccessLink)
        .where(AccessLink.kind == LinkKind.PERSONAL, col(AccessLink.assessment_id).in_(assessment_ids))
        .order_by(col(AccessLink.id))
    )
    found: dict[int, list[AccessLink]] = {}
    for link in links:
        found.setdefault(link.assessment_id or 0, []).append(link)
    return found


def _invitation(row: Assessment, project: Project, *, links: Sequence[AccessLink], begun: bool) -> Invitation:
    latest = links[-1] if links else None
    # What went to an address that has been replaced says nothing about the person who is meant.
    same = [link for link in links if latest and link.mail == latest.mail]
    reminders = [link for link in same if link.reminder]
    return Invitation(
        assessment_id=row.id or 0,
        project=project.slug,
        project_title=project.title,
        kind=project.kind,
        view=row.view,
        label=latest.label if latest else "",
        progress=Progress.HANDED_IN if row.handed_in_at else Progress.BEGUN if begun else Progress.ASKED,
        origin=row.origin,
        form=row.form,
        link_id=latest.id if latest else None,
        link=LinkState.NONE if latest is None else LinkState.REVOKED if latest.revoked_at else LinkState.VALID,
        last_used_on=max((link.last_used_on for link in links if link.last_used_on), default=None),
        mail=latest.mail if latest else None,
        sent_on=max((town_day(link.sent_at) for link in same if link.sent_at), default=None),
        reminders=len(reminders),
        reminded_on=town_day(reminders[-1].created_at) if reminders else None,
    )
