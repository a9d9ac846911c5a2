"""Services on what raters write in their own words."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, administers, require
from bkcore.commands.assessments import PutRemark, WriteRemark
from bkcore.errors import NotFound, TextMoved
from bkcore.model.assessments import Assessment, Remark, Round
from bkcore.model.projects import Project
from bkcore.services.drafts import corrected, edition_of, writable
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, required
from bkcore.vocabulary import RemarkKind


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
    assessment = writable(session, command.assessment_id, action="write_remark", by=by)
    edition_of(session, assessment).factor(command.factor_id)
    row = _remark(session, assessment.id or 0, factor_id=command.factor_id, kind=command.kind)
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
        corrected(session, assessment, what=command.factor_id, by=by)
    return row


def put_remark(session: Session, command: PutRemark, *, by: Actor) -> Stored[Remark]:
    """Record what a rater of a round held elsewhere wrote to one factor; the text itself is not in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated text, and who wrote it.
        by: Who acts; must be the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such round, project, rater or factor.
    """
    require(administers(by), action="put_remark")
    turn = required(session, Round, command.round)
    project = required(session, Project, command.project)
    assessment = session.exec(
        select(Assessment).where(
            Assessment.round_id == turn.id,
            Assessment.project_id == project.id,
            Assessment.view == command.view,
            Assessment.rater == command.rater,
        )
    ).first()
    if assessment is None:
        raise NotFound(what="assessment", key=command.rater)
    edition_of(session, assessment).factor(command.factor_id)
    row = _remark(session, assessment.id or 0, factor_id=command.factor_id, kind=command.kind)
    if row is not None and (row.text, row.confidential) == (command.text, command.confidential):
        return Stored(row, Outcome.UNCHANGED)
    outcome = Outcome.NEW if row is None else Outcome.CHANGED
    row = row or Remark(assessment_id=assessment.id or 0, factor_id=command.factor_id, kind=command.kind, text="")
    row.text, row.confidential = command.text, command.confidential
    session.add(row)
    key = f"{command.round}/{command.project}/{command.view}/{command.factor_id}"
    record(session, action="put_remark", aggregate="remark", key=key, by=by)
    return Stored(row, outcome)


def _remark(session: Session, assessment_id: int, *, factor_id: str, kind: RemarkKind) -> Remark | None:
    """Return the text of one rater to one question, held until the transaction ends."""
    mine = select(Remark).where(
        Remark.assessment_id == assessment_id, Remark.factor_id == factor_id, Remark.kind == kind
    )
    return session.exec(mine.with_for_update()).first()


def forget_confidential(session: Session, assessment_id: int) -> int:
    """Delete what a rater wrote for nobody else, and return how many texts; whoever asks for it writes the journal."""
    secret = select(Remark).where(Remark.assessment_id == assessment_id, col(Remark.confidential).is_(True))
    rows = session.exec(secret).all()
    for row in rows:
        session.delete(row)
    session.flush()
    return len(rows)
