"""Services on single answers of an assessment: give one, change it, take it back."""

from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, ClearAnswer
from bkcore.errors import LastAnswer
from bkcore.model.assessments import AnswerChange, Assessment, Rating
from bkcore.model.projects import Project
from bkcore.services.drafts import corrected, edition_of, writable
from bkcore.store.unit_of_work import today_of


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
    assessment = writable(session, command.assessment_id, action="answer", by=by)
    edition_of(session, assessment).item(command.indicator_id)
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
        corrected(session, assessment, what=command.indicator_id, by=by)
    return row


def clear_answer(session: Session, command: ClearAnswer, *, by: Actor) -> Assessment:
    """Remove one answer, so that its question is open again; after handing in the earlier one is kept for its rater.

    What is handed in holds at least one answer; whoever wants to take back all of it withdraws it.

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
        LastAnswer: It is the only answer of what is handed in.
    """
    assessment = writable(session, command.assessment_id, action="clear_answer", by=by)
    row = _rating(session, assessment, command.indicator_id)
    if row is None:
        return assessment
    if assessment.handed_in_at is not None:
        others = select(Rating.id).where(Rating.assessment_id == assessment.id, Rating.id != row.id)
        if session.exec(others).first() is None:
            raise LastAnswer(project=session.get_one(Project, assessment.project_id).title)
        _keep(session, row)
        corrected(session, assessment, what=command.indicator_id, by=by)
    session.delete(row)
    session.flush()
    return assessment


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
