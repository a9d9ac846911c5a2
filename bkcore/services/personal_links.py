"""Makes the link that opens one assessment."""

from sqlmodel import Session

from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment
from bkcore.services.links import Issued, issue
from bkcore.vocabulary import LinkKind, Role

IssuedLink = Issued[AccessLink]


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
    return issue(
        session,
        AccessLink,
        kind=LinkKind.PERSONAL,
        role=role,
        label=label,
        mail=mail,
        reminder=reminder,
        project_id=assessment.project_id,
        assessment_id=assessment.id,
    )
