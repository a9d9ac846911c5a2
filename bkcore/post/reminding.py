"""Reminds several people at once: one more link each, and the letter that carries it."""

from collections.abc import Iterable

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.rounds import RemindRater
from bkcore.post.letters import Addressee, Letter, Occasion, reminder
from bkcore.reports.invitations import Invitation, Progress
from bkcore.services.personal_links import IssuedLink
from bkcore.services.reminders import remind_rater


def remind(session: Session, invitations: Iterable[Invitation], *, about: Occasion, by: Actor) -> tuple[Letter, ...]:
    """Return one letter for each invitation, with a fresh link to the same assessment.

    Args:
        session: Open session; the unit of work around it commits.
        invitations: Who is to be reminded.
        about: The round.
        by: Who reminds; must be the administration.

    Returns:
        The letters in the order of the invitations.

    Raises:
        NotPermitted: The actor does not remind.
        AlreadyAnswered: One of them was handed in.
        NotFound: One of them has no link that works.
        RoundClosed: The round no longer takes answers.
        RoundPlanned: The round takes no answers yet.
    """
    letters = []
    for entry in invitations:
        issued = remind_rater(session, RemindRater(assessment_id=entry.assessment_id), by=by)
        letters.append(reminder(addressee(entry, issued), about, begun=entry.progress is Progress.BEGUN))
    return tuple(letters)


def addressee(entry: Invitation, issued: IssuedLink) -> Addressee:
    """Return to whom a letter with a fresh link for this invitation goes."""
    return Addressee(
        link_id=issued.link.id or 0,
        token=issued.token,
        project=entry.project,
        title=entry.project_title,
        kind=entry.kind,
        view=entry.view,
        label=entry.label,
        mail=issued.link.mail,
    )
