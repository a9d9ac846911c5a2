"""Services on assessments: start, choose a form, answer, write, hand in, withdraw."""

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, fills_in, require
from bkcore.commands.assessments import (
    AnswerIndicator,
    ChooseForm,
    ClearAnswer,
    HandIn,
    StartAssessment,
    WithdrawAssessment,
    WriteRemark,
)
from bkcore.errors import NotFound, NothingToHandIn, TextMoved
from bkcore.instrument import Catalogue
from bkcore.model.assessments import AnswerChange, Assessment, Rating, Remark, Round
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.rounds import require_open
from bkcore.services.tokens import new_token
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import AssessmentForm, Origin, Role, View


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
        .where(
            Assessment.round_id == turn.id,
            Assessment.project_id == project.id,
            Assessment.view == View.LEAD,
            Assessment.origin != Origin.PAPER,
        )
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
    assessment = _writable(session, command.assessment_id, action="choose_form", by=by)
    if assessment.form is command.form:
        return assessment
    assessment.form = command.form
    session.add(assessment)
    if assessment.handed_in_at is not None:
        _corrected(session, assessment, what="form", by=by)
    return assessment


def answer(session: Session, command: AnswerIndicator, *, by: Actor) -> Rating:
    """Save one answer into the rater's draft, at once and durably.

    A draft leaves no journal entry and does not move the data version. Once handed in, a change is a correction: it
    counts at once, so it is written to the journal, and the earlier answer is kept for its rater.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated answer.
        by: Who acts; must hold the assessment.

    Returns:
        The stored row, with its id.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment or item.
        RoundClosed: The round no longer takes answers.
    """
    assessment = _writable(session, command.assessment_id, action="answer", by=by)
    _catalogue(session, assessment).item(command.indicator_id)
    row = _rating(session, assessment, command.indicator_id)
    if row is not None and (row.level, row.opt_out) == (command.level, command.opt_out):
        return row
    if row is None:
        row = Rating(
            assessment_id=command.assessment_id, indicator_id=command.indicator_id, answered_on=today_of(session)
        )
    elif assessment.handed_in_at is not None:
        _keep(session, row)
    row.level, row.opt_out, row.answered_on = command.level, command.opt_out, today_of(session)
    session.add(row)
    if assessment.handed_in_at is None:
        assessment.seconds_spent += command.seconds
        session.add(assessment)
    session.flush()
    if assessment.handed_in_at is not None:
        _corrected(session, assessment, what=command.indicator_id, by=by)
    return row


def clear_answer(session: Session, command: ClearAnswer, *, by: Actor) -> Assessment:
    """Remove one answer, so that its question is open again; after handing in the earlier one is kept for its rater.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which answer.
        by: Who acts; must hold the assessment.

    Returns:
        The assessment; clearing an open question changes nothing.

    Raises:
        NotPermitted: The assessment belongs to someone else.
        NotFound: There is no such assessment.
        RoundClosed: The round no longer takes answers.
    """
    assessment = _writable(session, command.assessment_id, action="clear_answer", by=by)
    row = _rating(session, assessment, command.indicator_id)
    if row is None:
        return assessment
    if assessment.handed_in_at is not None:
        _keep(session, row)
        _corrected(session, assessment, what=command.indicator_id, by=by)
    session.delete(row)
    session.flush()
    return assessment


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
        TextMoved: The text was changed elsewhere since the writer last saw it; nothing is replaced.
    """
    assessment = _writable(session, command.assessment_id, action="write_remark", by=by)
    _catalogue(session, assessment).factor(command.factor_id)
    row = session.exec(
        select(Remark)
        .where(
            Remark.assessment_id == assessment.id,
            Remark.factor_id == command.factor_id,
            Remark.kind == command.kind,
        )
        .with_for_update()
    ).first()
    stored = row.text if row is not None else ""
    if command.seen is not None and stored and stored not in {*command.seen, command.text}:
        raise TextMoved(text=stored)
    if row is not None and (row.text, row.confidential) == (command.text, command.confidential):
        return row
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
    answered = set(session.exec(select(Rating.indicator_id).where(Rating.assessment_id == assessment.id)))
    if not answered:
        raise NothingToHandIn(project=session.get_one(Project, assessment.project_id).title)
    if assessment.form is None:
        whole_factors = set(_catalogue(session, assessment).factor_titles())
        assessment.form = AssessmentForm.SHORT if answered <= whole_factors else AssessmentForm.FULL
    assessment.handed_in_at, assessment.withdrawn_on = now_of(session), None
    assessment.version += 1
    session.add(assessment)
    record(session, action="hand_in", aggregate="assessment", key=_key(session, assessment), by=by)
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
    assessment = _writable(session, command.assessment_id, action="withdraw_assessment", by=by)
    if assessment.handed_in_at is None:
        return assessment
    assessment.handed_in_at, assessment.withdrawn_on = None, today_of(session)
    assessment.version += 1
    session.add(assessment)
    record(session, action="withdraw_assessment", aggregate="assessment", key=_key(session, assessment), by=by)
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


def _catalogue(session: Session, assessment: Assessment) -> Catalogue:
    return catalogue.edition(session.get_one(Round, assessment.round_id).catalogue_version)


def _rating(session: Session, assessment: Assessment, indicator_id: str) -> Rating | None:
    mine = select(Rating).where(Rating.assessment_id == assessment.id, Rating.indicator_id == indicator_id)
    return session.exec(mine.with_for_update()).first()


def _keep(session: Session, row: Rating) -> None:
    """Keep an answer that counted until now; only its rater sees it."""
    session.add(
        AnswerChange(
            assessment_id=row.assessment_id,
            indicator_id=row.indicator_id,
            level=row.level,
            opt_out=row.opt_out,
            replaced_on=today_of(session),
        )
    )


def _corrected(session: Session, assessment: Assessment, *, what: str, by: Actor) -> None:
    key = _key(session, assessment)
    record(session, action="correct_answer", aggregate="assessment", key=key, by=by, details={"item": what})


def _key(session: Session, assessment: Assessment) -> str:
    turn = session.get_one(Round, assessment.round_id)
    project = session.get_one(Project, assessment.project_id)
    return f"{turn.slug}/{project.slug}/{assessment.view}"
