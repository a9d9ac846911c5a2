"""Service on what raters write in their own words."""

from sqlmodel import Session, col, select

from bkcore.access import Actor
from bkcore.commands.assessments import WriteRemark
from bkcore.errors import TextMoved
from bkcore.model.assessments import Remark
from bkcore.services.drafts import corrected, edition_of, writable


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
        corrected(session, assessment, what=command.factor_id, by=by)
    return row


def forget_confidential(session: Session, assessment_id: int) -> int:
    """Delete what a rater wrote for nobody else, and return how many texts; whoever asks for it writes the journal."""
    secret = select(Remark).where(Remark.assessment_id == assessment_id, col(Remark.confidential).is_(True))
    rows = session.exec(secret).all()
    for row in rows:
        session.delete(row)
    session.flush()
    return len(rows)
