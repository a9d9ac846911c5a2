"""Services that put right an invitation that was made out or sent wrongly."""

from sqlmodel import Session

from bkcore.access import Actor, require, runs_rounds
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.rounds import CorrectInvitation, RenewInvitation
from bkcore.errors import LinkWasSent, NotFound
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Round
from bkcore.services.access import revoke_access_link, same_assessment
from bkcore.services.journal import record
from bkcore.services.personal_links import IssuedLink, personal_link
from bkcore.services.remarks import forget_confidential
from bkcore.services.round_rules import require_not_over


def correct_invitation(session: Session, command: CorrectInvitation, *, by: Actor) -> AccessLink:
    """Correct to whom an invitation is made out and where its messages go; its links stay as they are.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link, and what is right.
        by: Who acts; must be the administration.

    Returns:
        The link; a correction to what is there changes nothing.

    Raises:
        NotPermitted: The actor does not invite.
        NotFound: There is no such personal link.
        RoundClosed: The round no longer takes answers.
        LinkWasSent: A message with this link went to another address; then it takes a new link.
    """
    require(runs_rounds(by), action="correct_invitation")
    link, assessment = _invitation(session, command.link_id)
    if (link.label, link.mail) == (command.label, command.mail):
        return link
    links = same_assessment(session, link)
    if _other_address(link, command) and any(one.sent_at and one.mail == link.mail for one in links):
        raise LinkWasSent
    for one in links:
        one.label, one.mail = command.label, command.mail
        session.add(one)
    details = {"assessment": assessment.id}
    record(session, action="correct_invitation", aggregate="access_link", key=str(link.id), by=by, details=details)
    return link


def renew_invitation(session: Session, command: RenewInvitation, *, by: Actor) -> IssuedLink:
    """Give an invitation a new link; the old ones are dead at once, the answers stay.

    Another address may be another person. What was written confidentially is then deleted first, because only its
    writer may read it; and the old address is forgotten.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link, and whom the new one is made out and sent to.
        by: Who acts; must be the administration.

    Returns:
        The new link to the same assessment, and its token.

    Raises:
        NotPermitted: The actor does not invite.
        NotFound: There is no such personal link.
        RoundClosed: The round no longer takes answers.
    """
    require(runs_rounds(by), action="renew_invitation")
    old, assessment = _invitation(session, command.link_id)
    revoke_access_link(session, RevokeAccessLink(link_id=command.link_id), by=by)
    removed = 0
    if _other_address(old, command):
        removed = forget_confidential(session, assessment.id or 0)
        for one in same_assessment(session, old):
            one.mail = None
            session.add(one)
    issued = personal_link(session, assessment, role=old.role, label=command.label, mail=command.mail)
    details = {"confidential_texts_deleted": removed}
    key = str(issued.link.id)
    record(session, action="renew_invitation", aggregate="access_link", key=key, by=by, details=details)
    return issued


def _invitation(session: Session, link_id: int) -> tuple[AccessLink, Assessment]:
    link = session.get(AccessLink, link_id, with_for_update=True)
    if link is None or link.assessment_id is None:
        raise NotFound(what="access_link", key=str(link_id))
    assessment = session.get_one(Assessment, link.assessment_id)
    require_not_over(session, session.get_one(Round, assessment.round_id))
    return link, assessment


def _other_address(link: AccessLink, command: CorrectInvitation) -> bool:
    """Tell whether an address is replaced by another one; adding and removing one replaces none."""
    return None not in {link.mail, command.mail} and link.mail != command.mail
