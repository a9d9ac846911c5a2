"""Makes the link that opens one assessment."""

from dataclasses import dataclass

from sqlmodel import Session

from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment
from bkcore.services.tokens import new_token, token_hash
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import LinkKind, Role


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A new link and its token, which is shown once and never kept."""

    link: AccessLink
    token: str


def personal_link(
    session: Session, assessment: Assessment, *, role: Role, label: str, mail: str | None, reminder: bool = False
) -> IssuedLink:
    """Return a new personal link to an assessment; whoever asks for it writes the journal.

    Args:
        session: Open session; the unit of work around it commits.
        assessment: What the link opens.
        role: As whom it signs in.
        label: For whom it is: a function.
        mail: Where it is sent to, if anywhere.
        reminder: Whether earlier links to the same assessment stay valid beside it.
    """
    token = new_token()
    link = AccessLink(
        kind=LinkKind.PERSONAL,
        role=role,
        token_hash=token_hash(token),
        label=label,
        mail=mail,
        reminder=reminder,
        project_id=assessment.project_id,
        assessment_id=assessment.id,
        created_at=now_of(session),
    )
    session.add(link)
    session.flush()
    return IssuedLink(link, token)
