"""Services on assessments: start, answer, evidence, hand in."""

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, fills_in, require
from bkcore.commands.assessments import AnswerIndicator, HandIn, StartAssessment, WriteRemark
from bkcore.errors import NotFound, NothingToHandIn
from bkcore.model.assessments import Assessment, Rating, Remark, Round
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.rounds import require_open
from bkcore.services.tokens import new_token
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import Role, View


def start_assessment(session: Session, command: StartAssessment, *, by: Actor) -> Assessment:
    """Return the lead's assessment of the own project in a round, begun when there is none yet.

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
        .where(Assessment.round_id == turn.id, Assessment.project_id == project.id, Assessment.view == View.LEAD)
        .order_by(col(Assessment.id))
    )
    row = session.exec(mine).first()
    if row is None:
        row = new_assessment(session, turn=turn, project=project, view=View.LEAD)
        record(session, action="start_assessment", aggregate="assessment", key=_key(session, row), by=by)
    return row


def new_assessment(session: Session, *, turn: Round, project: Project, view: View) -> Assessment:
    """Begin an assessment under a fresh pseudonym; whoever asks for it writes the journal."""
    row = Assessment(
        round_id=turn.id or 0, project_id=project.id or 0, view=view, rater=f"r-{new_token()[:10].lower()}"
    )
    session.add(row)
    session.flush()
    return row


def answer(session: Session, command: AnswerIndicator, *, by: Actor) -> Rating:
    """Save one answer into the rater's draft, at once and durably.

    A draft leaves no journal entry and does not move the data version. Once handed in, a change is a correction: it
    counts at once, so it is written to the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated answer.
        by: Who acts; must hold the assessment.

    Returns:
        The stored row, with its id.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment or indicator.
        RoundClosed: The round no longer takes answers.
    """
    assessment = _writable(session, command.assessment_id, action="answer", by=by)
    catalogue.load().item(command.indicator_id)
    row = session.exec(
        select(Rating)
        .where(Rating.assessment_id == assessment.id, Rating.indicator_id == command.indicator_id)
        .with_for_update()
    ).first()
    if row is None:
        row = Rating(
            assessment_id=command.assessment_id, indicator_id=command.indicator_id, answered_on=today_of(session)
        )
    row.level, row.opt_out, row.answered_on = command.level, command.opt_out, today_of(session)
    session.add(row)
    session.flush()
    if assessment.handed_in_at is not None:
        _corrected(session, assessment, what=command.indicator_id, by=by)
    return row


def write_remark(session: Session, command: WriteRemark, *, by: Actor) -> Remark | None:
    """Save what a rater wrote for one factor; an empty text removes it.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated text.
        by: Who acts; must hold the assessment.

    Returns:
        The stored row, ``None`` when the text was removed.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment or factor.
        RoundClosed: The round no longer takes answers.
    """
    assessment = _writable(session, command.assessment_id, action="write_remark", by=by)
    catalogue.load().factor(command.factor_id)
    row = session.exec(
        select(Remark)
        .where(
            Remark.assessment_id == assessment.id,
            Remark.factor_id == command.factor_id,
            Remark.kind == command.kind,
        )
        .with_for_update()
    ).first()
    if not command.text:
        if row is not None:
            session.delete(row)
        row = None
    else:
        row = row or Remark(
            assessment_id=command.assessment_id, factor_id=command.factor_id, kind=command.kind, text=""
        )
        row.text, row.confidential = command.text, command.confidential
        session.add(row)
    session.flush()
    if assessment.handed_in_at is not None:
        _corrected(session, assessment, what=command.factor_id, by=by)
    return row


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
    assessment = _writable(session, command.assessment_id, action="hand_in", by=by)
    if assessment.handed_in_at is not None:
        return assessment
    project = session.get_one(Project, assessment.project_id)
    if session.exec(select(Rating).where(Rating.assessment_id == assessment.id)).first() is None:
        raise NothingToHandIn(project=project.title)
    assessment.handed_in_at = now_of(session)
    assessment.version += 1
    session.add(assessment)
    record(session, action="hand_in", aggregate="assessment", key=_key(session, assessment), by=by)
    return assessment


def _writable(session: Session, assessment_id: int, *, action: str, by: Actor) -> Assessment:
    assessment = session.get(Assessment, assessment_id, with_for_update=True)
    if assessment is None:
        raise NotFound(what="assessment", key=str(assessment_id))
    project = session.get_one(Project, assessment.project_id)
    lead_view = assessment.view is View.LEAD
    require(fills_in(by, project=project.slug, assessment_id=assessment_id, lead_view=lead_view), action=action)
    require_open(session, session.get_one(Round, assessment.round_id))
    return assessment


def _corrected(session: Session, assessment: Assessment, *, what: str, by: Actor) -> None:
    key = _key(session, assessment)
    record(session, action="correct_answer", aggregate="assessment", key=key, by=by, details={"item": what})


def _key(session: Session, assessment: Assessment) -> str:
    turn = session.get_one(Round, assessment.round_id)
    project = session.get_one(Project, assessment.project_id)
    return f"{turn.slug}/{project.slug}/{assessment.view}"
