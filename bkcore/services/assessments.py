"""Services on assessments as a whole: start, choose a form, hand in, withdraw."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, require
from bkcore.commands.assessments import (
    ChooseForm,
    HandIn,
    StartAssessment,
    WithdrawAssessment,
)
from bkcore.errors import NothingToHandIn
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.projects import Project
from bkcore.services.drafts import assessment_key, corrected, edition_of, writable
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.round_rules import require_open
from bkcore.services.tokens import new_token
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import AssessmentForm, Origin, Role, View


def start_assessment(session: Session, command: StartAssessment, *, by: Actor) -> Assessment:
    """Return the lead's assessment of the own project in a round, begun when there is none yet, not even on paper.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which round.
        by: A signed-in lead.

    Returns:
        The lead's assessment.

    Raises:
        NotPermitted: The actor leads no project.
        NotFound: There is no such round.
        RoundClosed: The round no longer takes answers.
    """
    require(by.role is Role.PROJECT_LEAD and by.project is not None, action="start_assessment")
    turn = required(session, Round, command.round)
    require_open(session, turn)
    project = required(session, Project, by.project or "")
    mine = (
        select(Assessment)
        .where(
            Assessment.round_id == turn.id,
            Assessment.project_id == project.id,
            Assessment.view == View.LEAD,
        )
        .order_by(col(Assessment.origin) == Origin.PAPER, col(Assessment.id))
    )
    row = session.exec(mine).first()
    if row is None:
        row = new_assessment(session, turn=turn, project=project, view=View.LEAD)
        record(session, action="start_assessment", aggregate="assessment", key=assessment_key(session, row), by=by)
    return row


def new_assessment(session: Session, *, turn: Round, project: Project, view: View) -> Assessment:
    """Begin an assessment under a fresh pseudonym; whoever asks for it writes the journal."""
    row = Assessment(
        round_id=turn.id or 0, project_id=project.id or 0, view=view, rater=f"r-{new_token()[:10].lower()}"
    )
    session.add(row)
    session.flush()
    return row


def choose_form(session: Session, command: ChooseForm, *, by: Actor) -> Assessment:
    """Let a rater fill in the short or the full form from now on; every answer of the other one stays.

    A draft leaves no journal entry; after handing in the change of form is a correction.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which form.
        by: Who acts; must hold the assessment.

    Returns:
        The assessment.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment.
        RoundClosed: The round no longer takes answers.
    """
    assessment = writable(session, command.assessment_id, action="choose_form", by=by)
    if assessment.form is command.form:
        return assessment
    assessment.form = command.form
    session.add(assessment)
    if assessment.handed_in_at is not None:
        corrected(session, assessment, what="form", by=by)
    return assessment


def hand_in(session: Session, command: HandIn, *, by: Actor) -> Assessment:
    """Hand in: the answers count from now on and stay correctable until the round closes.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which assessment.
        by: Who acts; must hold the assessment.

    Returns:
        The handed-in assessment; handing in twice changes nothing.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment.
        RoundClosed: The round no longer takes answers.
        NothingToHandIn: There is no answer yet.
    """
    assessment = writable(session, command.assessment_id, action="hand_in", by=by)
    if assessment.handed_in_at is not None:
        return assessment
    answered = set(session.exec(select(Rating.indicator_id).where(Rating.assessment_id == assessment.id)))
    if not answered:
        raise NothingToHandIn(project=session.get_one(Project, assessment.project_id).title)
    if assessment.form is None:
        whole_factors = set(edition_of(session, assessment).factor_titles())
        assessment.form = AssessmentForm.SHORT if answered <= whole_factors else AssessmentForm.FULL
    assessment.handed_in_at, assessment.withdrawn_on = now_of(session), None
    assessment.version += 1
    session.add(assessment)
    record(session, action="hand_in", aggregate="assessment", key=assessment_key(session, assessment), by=by)
    return assessment


def withdraw_assessment(session: Session, command: WithdrawAssessment, *, by: Actor) -> Assessment:
    """Take back what was handed in: it counts no more, stays a draft, and can be handed in again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which assessment.
        by: Who acts; must hold the assessment.

    Returns:
        The assessment; withdrawing a draft changes nothing.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment.
        RoundClosed: The round no longer takes answers, and what it counted stays counted.
    """
    assessment = writable(session, command.assessment_id, action="withdraw_assessment", by=by)
    if assessment.handed_in_at is None:
        return assessment
    assessment.handed_in_at, assessment.withdrawn_on = None, today_of(session)
    assessment.version += 1
    session.add(assessment)
    record(
        session, action="withdraw_assessment", aggregate="assessment", key=assessment_key(session, assessment), by=by
    )
    return assessment
