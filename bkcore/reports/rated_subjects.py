"""Which projects and departments have a result that a reader may open."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_project
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.reports.rounds import closed_rounds
from bkcore.vocabulary import SubjectKind


@dataclass(frozen=True, slots=True)
class RatedSubject:
    """A project or department that took part in a closed round."""

    slug: str
    title: str
    kind: SubjectKind


def rated_subjects(session: Session, *, by: Actor, today: date) -> tuple[RatedSubject, ...]:
    """Return what a reader may open: projects by title, then departments by title; none to whom nothing is open."""
    closed = {turn.slug for turn in closed_rounds(session, today=today)}
    rows = session.exec(
        select(Project.slug, Project.title, Project.kind, Round.slug)
        .join(Assessment, col(Assessment.project_id) == col(Project.id))
        .join(Round, col(Assessment.round_id) == col(Round.id))
        .where(col(Assessment.handed_in_at).is_not(None))
        .distinct()
    )
    found = {RatedSubject(slug, title, SubjectKind(kind)) for slug, title, kind, turn in rows if turn in closed}
    readable = [subject for subject in found if reads_project(by, subject.slug)]
    return tuple(sorted(readable, key=lambda one: (one.kind is SubjectKind.DEPARTMENT, one.title.casefold())))
