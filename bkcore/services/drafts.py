"""What every service on somebody's own assessment does: let its rater in, find its words, note a correction."""

from sqlmodel import Session

from bkcore import catalogue
from bkcore.access import Actor, fills_in, require
from bkcore.errors import NotFound
from bkcore.instrument import Catalogue
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.round_rules import require_open
from bkcore.vocabulary import View


def writable(session: Session, assessment_id: int, *, action: str, by: Actor) -> Assessment:
    """Return an assessment that takes answers from this actor, locked against other writers.

    Raises:
        NotFound: There is no such assessment.
        NotPermitted: It belongs to someone else.
        RoundClosed: The round no longer takes answers.
        RoundPlanned: The round does not take answers yet.
    """
    assessment = session.get(Assessment, assessment_id, with_for_update=True)
    if assessment is None:
        raise NotFound(what="assessment", key=str(assessment_id))
    project = session.get_one(Project, assessment.project_id)
    lead_view = assessment.view is View.LEAD
    require(fills_in(by, project=project.slug, assessment_id=assessment_id, lead_view=lead_view), action=action)
    require_open(session, session.get_one(Round, assessment.round_id))
    return assessment


def edition_of(session: Session, assessment: Assessment) -> Catalogue:
    """Return the catalogue the assessment's round was opened with."""
    return catalogue.edition(session.get_one(Round, assessment.round_id).catalogue_version)


def corrected(session: Session, assessment: Assessment, *, what: str, by: Actor) -> None:
    """Write the journal entry of a change to what was handed in."""
    key = assessment_key(session, assessment)
    record(session, action="correct_answer", aggregate="assessment", key=key, by=by, details={"item": what})


def assessment_key(session: Session, assessment: Assessment) -> str:
    """Return how the journal names an assessment: round, project and view, never the rater."""
    turn = session.get_one(Round, assessment.round_id)
    project = session.get_one(Project, assessment.project_id)
    return f"{turn.slug}/{project.slug}/{assessment.view}"
