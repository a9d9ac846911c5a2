"""Service that passes an assessment on to a successor."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, fills_in, require, runs_rounds
from bkcore.commands.assessments import HandOver
from bkcore.errors import NotFound
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.personal_links import IssuedLink, personal_link
from bkcore.services.remarks import forget_confidential
from bkcore.services.round_rules import require_open
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import LinkKind, Role, View


def hand_over_assessment(session: Session, command: HandOver, *, by: Actor) -> IssuedLink:
    """Pass an assessment on: confidential texts go, every earlier link dies with its visits, a new link opens it.

    With the lead's view go the one-time links for leads of the project as well: their visits open it without a
    personal link. Whoever still leads beside the successor gets a new one from the administration.

    Answers, open texts and the pseudonym stay, so that nothing the project said is lost.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which assessment.
        by: Who acts; its rater, or the administration.

    Returns:
        The successor's personal link and its token, which is shown once and never kept.

    Raises:
        NotPermitted: The actor neither holds the assessment nor runs rounds.
        NotFound: There is no such assessment.
        RoundClosed: The round no longer takes answers.
    """
    assessment = session.get(Assessment, command.assessment_id, with_for_update=True)
    if assessment is None:
        raise NotFound(what="assessment", key=str(command.assessment_id))
    project = session.get_one(Project, assessment.project_id)
    turn = session.get_one(Round, assessment.round_id)
    lead_view = assessment.view is View.LEAD
    own = fills_in(by, project=project.slug, assessment_id=command.assessment_id, lead_view=lead_view)
    require(own or runs_rounds(by), action="hand_over_assessment")
    require_open(session, turn)
    removed = forget_confidential(session, command.assessment_id)
    label = _end_links(session, assessment)
    assessment.handed_over_on = today_of(session)
    session.add(assessment)
    role = Role.PROJECT_LEAD if lead_view else Role.RATER
    issued = personal_link(session, assessment, role=role, label=label, mail=None)
    key = f"{turn.slug}/{project.slug}/{assessment.view}"
    details = {"confidential_texts_deleted": removed}
    record(session, action="hand_over_assessment", aggregate="assessment", key=key, by=by, details=details)
    return issued


def _end_links(session: Session, assessment: Assessment) -> str:
    """Revoke all links that open it, which ends their visits, and return what its latest was made out to."""
    opens = col(AccessLink.assessment_id) == assessment.id
    if assessment.view is View.LEAD:
        opens |= (
            (col(AccessLink.kind) == LinkKind.ONE_TIME)
            & (col(AccessLink.role) == Role.PROJECT_LEAD)
            & (col(AccessLink.project_id) == assessment.project_id)
        )
    label = ""
    for link in session.exec(select(AccessLink).where(opens).order_by(col(AccessLink.id)).with_for_update()):
        label = link.label if link.assessment_id is not None else label
        link.revoked_at, link.mail = link.revoked_at or now_of(session), None
        session.add(link)
    session.flush()
    return label
