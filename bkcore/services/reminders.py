"""Services that remind people, record what was sent, and forget where it was sent to."""

from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, require, runs_rounds
from bkcore.commands.rounds import ForgetAddresses, RecordDispatch, RemindRater, WithdrawReminder
from bkcore.errors import AlreadyAnswered, NotFound
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.links import forget_mail, note_sent, take_back
from bkcore.services.personal_links import IssuedLink, personal_link
from bkcore.services.round_rules import last_day, require_open
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import LinkKind

ADDRESSES_KEPT = timedelta(days=30)
"""How long after the end of a round its addresses are kept, for questions that come late."""


def remind_rater(session: Session, command: RemindRater, *, by: Actor) -> IssuedLink:
    """Give one more personal link to an assessment that was not handed in; the earlier links stay valid.

    Only hashes are kept, so the link of the invitation cannot be sent again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which assessment.
        by: Who acts; must be the administration.

    Returns:
        The new link, made out as the latest one was, and its token.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: There is no such assessment, or no link of it that works.
        AlreadyAnswered: It was handed in.
        RoundClosed: The round no longer takes answers.
        RoundPlanned: The round takes no answers yet.
    """
    require(runs_rounds(by), action="remind_rater")
    assessment = session.get(Assessment, command.assessment_id)
    if assessment is None:
        raise NotFound(what="assessment", key=str(command.assessment_id))
    turn = session.get_one(Round, assessment.round_id)
    require_open(session, turn)
    project = session.get_one(Project, assessment.project_id)
    if assessment.handed_in_at is not None:
        raise AlreadyAnswered(project=project.title)
    latest = session.exec(
        select(AccessLink)
        .where(
            AccessLink.assessment_id == assessment.id,
            AccessLink.kind == LinkKind.PERSONAL,
            col(AccessLink.revoked_at).is_(None),
        )
        .order_by(col(AccessLink.id).desc())
    ).first()
    if latest is None:
        raise NotFound(what="access_link", key=str(command.assessment_id))
    issued = personal_link(session, assessment, role=latest.role, label=latest.label, mail=latest.mail, reminder=True)
    details = {"round": turn.slug, "project": project.slug, "view": assessment.view}
    record(session, action="remind_rater", aggregate="access_link", key=str(issued.link.id), by=by, details=details)
    return issued


def withdraw_reminder(session: Session, command: WithdrawReminder, *, by: Actor) -> None:
    """Take back a reminder that reached nobody, so that nobody counts as reminded by it.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: There is no such reminder, or it was sent or used.
    """
    require(runs_rounds(by), action="withdraw_reminder")
    take_back(session, AccessLink, command.link_id)
    record(session, action="withdraw_reminder", aggregate="access_link", key=str(command.link_id), by=by)


def record_dispatch(session: Session, command: RecordDispatch, *, by: Actor) -> AccessLink:
    """Record the moment the mail server took the message with a link; the address itself is not in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Returns:
        The link.

    Raises:
        NotPermitted: The actor does not invite.
        NotFound: There is no such link.
    """
    require(runs_rounds(by), action="record_dispatch")
    link = note_sent(session, AccessLink, command.link_id)
    record(session, action="record_dispatch", aggregate="access_link", key=str(link.id), by=by)
    return link


def forget_addresses(session: Session, command: ForgetAddresses, *, by: Actor) -> int:
    """Forget the e-mail addresses of rounds that ended thirty days ago or longer.

    Args:
        session: Open session; the unit of work around it commits.
        command: The wish.
        by: Who acts; must be the administration or the program.

    Returns:
        How many links lost their address; without any there is no journal entry.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    del command
    require(runs_rounds(by), action="forget_addresses")
    rows = session.exec(
        select(AccessLink, Round).where(
            col(AccessLink.mail).is_not(None),
            AccessLink.assessment_id == Assessment.id,
            Assessment.round_id == Round.id,
        )
    ).all()
    links = [link for link, turn in rows if last_day(turn) + ADDRESSES_KEPT <= today_of(session)]
    forgotten = forget_mail(session, links)
    if forgotten:
        details = {"links": forgotten}
        record(session, action="forget_addresses", aggregate="access_link", key="runden", by=by, details=details)
    return forgotten
