"""Services that take in what somebody answered on paper: everything of a sheet or nothing.

One person, one assessment: a sheet that stands in for an invitation becomes the assessment behind its link. The lead's
link stays, so that the lead can look at the sheet and correct it; of another view one cannot tell whose of several
sheets it is, so its links end. What was changed on the screen since is never typed over.
"""

from sqlmodel import Session, col, delete, select

from bkcore import catalogue
from bkcore.access import Actor, enters_paper, require
from bkcore.commands.paper import DeletePaper, EnterPaper
from bkcore.errors import AlreadyAnswered, InvalidValue, NotFound, NothingToHandIn
from bkcore.instrument import Catalogue
from bkcore.model.access import AccessLink
from bkcore.model.assessments import AnswerChange, Assessment, Rating, Remark, Round
from bkcore.model.journal import JournalEntry
from bkcore.model.projects import Project
from bkcore.services.assessments import new_assessment
from bkcore.services.drafts import assessment_key
from bkcore.services.journal import record
from bkcore.services.paper_lines import PaperAnswer, read_line
from bkcore.services.records import required
from bkcore.services.round_rules import require_open
from bkcore.services.rounds import ask_too
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import Origin, View


def enter_paper(session: Session, command: EnterPaper, *, by: Actor) -> Assessment:
    """Store one paper form as one handed-in assessment, marked as paper for good.

    Args:
        session: Open session; the unit of work around it commits.
        command: The typed form.
        by: Who types it in; must be the administration.

    Returns:
        The assessment; nothing is stored when a single key is wrong.

    Raises:
        NotPermitted: The actor types in no paper forms.
        NotFound: Round, project, factor or what is to be replaced is not recorded.
        RoundClosed: The round no longer takes answers.
        RoundPlanned: The round takes no answers yet.
        InvalidValue: Participants have a form of their own.
        PaperKeyUnknown: A key stands for no answer.
        PaperLineLength: A line has more or fewer keys than the factor has statements.
        NothingToHandIn: There is no answer on the form.
        AlreadyAnswered: What is to be replaced was begun, or corrected since it was typed in, by its rater.
    """
    require(enters_paper(by), action="enter_paper")
    if command.view is View.PARTICIPANT:
        raise InvalidValue(field="view", value=command.view, allowed="leitung, team, partner")
    turn = required(session, Round, command.round)
    require_open(session, turn)
    project = required(session, Project, command.project)
    answers = _answers(command, catalogue.edition(turn.catalogue_version))
    if not answers:
        raise NothingToHandIn(project=project.title)
    row = _replaced(session, command, turn=turn, project=project)
    if row is None:
        ask_too(session, turn, project)
        row = new_assessment(session, turn=turn, project=project, view=command.view)
    row.origin, row.form, row.handed_in_at = Origin.PAPER, command.form, now_of(session)
    row.version += 1
    session.add(row)
    _store(session, row, command, answers=answers)
    details = {"round": turn.slug, "project": project.slug, "view": command.view, "again": command.replaces is not None}
    record(session, action="enter_paper", aggregate="assessment", key=str(row.id), by=by, details=details)
    return row


def delete_paper(session: Session, command: DeletePaper, *, by: Actor) -> int:
    """Delete what was typed in from a paper form; an invitation it stood in for is open again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which assessment.
        by: Who acts; must be the administration.

    Returns:
        The id of the assessment.

    Raises:
        NotPermitted: The actor types in no paper forms.
        NotFound: There is no such paper form.
        RoundClosed: The round is over; what counts stays.
        AlreadyAnswered: Its rater has corrected it since.
    """
    require(enters_paper(by), action="delete_paper")
    row = session.get(Assessment, command.assessment_id, with_for_update=True)
    if row is None or row.origin is not Origin.PAPER:
        raise NotFound(what="assessment", key=str(command.assessment_id))
    require_open(session, session.get_one(Round, row.round_id))
    if _changed_on_screen(session, row):
        raise AlreadyAnswered(project=session.get_one(Project, row.project_id).title)
    _clear(session, row)
    if session.exec(select(AccessLink).where(AccessLink.assessment_id == row.id)).first() is None:
        session.delete(row)
    else:
        row.origin, row.form, row.handed_in_at = Origin.ONLINE, None, None
        row.version += 1
        session.add(row)
    record(session, action="delete_paper", aggregate="assessment", key=str(command.assessment_id), by=by)
    return command.assessment_id


def _answers(command: EnterPaper, edition: Catalogue) -> list[PaperAnswer]:
    for factor_id in (*command.lines, *(remark.factor_id for remark in command.remarks)):
        edition.factor(factor_id)
    return [
        answer
        for factor in edition.factors
        for answer in read_line(command.lines.get(factor.id, ""), factor=factor, form=command.form)
    ]


def _replaced(session: Session, command: EnterPaper, *, turn: Round, project: Project) -> Assessment | None:
    """Return the assessment the form stands in for, emptied; only the lead's link to it goes on working."""
    if command.replaces is None:
        return None
    row = session.get(Assessment, command.replaces, with_for_update=True)
    wanted = (turn.id, project.id, command.view)
    if row is None or (row.round_id, row.project_id, row.view) != wanted:
        raise NotFound(what="assessment", key=str(command.replaces))
    if row.origin is Origin.PAPER:
        answered = _changed_on_screen(session, row)
    else:
        answered = row.handed_in_at is not None or _has_answers(session, row)
    if answered:
        raise AlreadyAnswered(project=project.title)
    _clear(session, row)
    if row.view is not View.LEAD:
        for link in session.exec(select(AccessLink).where(AccessLink.assessment_id == row.id)):
            link.revoked_at = link.revoked_at or now_of(session)
            session.add(link)
    return row


def _changed_on_screen(session: Session, row: Assessment) -> bool:
    """Tell whether a sheet was taken back, or a lead of the project corrected something, since it was typed in.

    The journal names project and view, never the rater; a second lead's correction counts too, to be on the safe side.
    """
    if row.handed_in_at is None:
        return True
    since = select(JournalEntry.id).where(
        col(JournalEntry.action).in_(("correct_answer", "hand_in")),
        JournalEntry.key == assessment_key(session, row),
        JournalEntry.at >= row.handed_in_at,
    )
    return session.exec(since).first() is not None


def _has_answers(session: Session, row: Assessment) -> bool:
    tables = (Rating, Remark)
    return any(session.exec(select(table.id).where(table.assessment_id == row.id)).first() for table in tables)


def _clear(session: Session, row: Assessment) -> None:
    for table in (Rating, Remark, AnswerChange):
        session.exec(delete(table).where(col(table.assessment_id) == row.id))


def _store(session: Session, row: Assessment, command: EnterPaper, *, answers: list[PaperAnswer]) -> None:
    identity, today = row.id or 0, today_of(session)
    for answer in answers:
        session.add(
            Rating(
                assessment_id=identity,
                indicator_id=answer.item_id,
                level=answer.level,
                opt_out=answer.opt_out,
                answered_on=today,
            )
        )
    for remark in command.remarks:
        session.add(Remark(assessment_id=identity, **remark.model_dump()))
    session.flush()
