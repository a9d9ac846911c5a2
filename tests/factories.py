"""Valid defaults for tests; each takes what the test is about."""

from datetime import date

from sqlmodel import Session

from bkcore.access import SYSTEM, Actor
from bkcore.commands.activities import PutActivity, PutParticipation
from bkcore.commands.assessments import InviteRater, OpenRound
from bkcore.commands.organisations import PutOrganisation
from bkcore.commands.projects import PutProject
from bkcore.model.assessments import Round
from bkcore.services.access import IssuedLink, invite_rater
from bkcore.services.activities import put_activity, put_participation
from bkcore.services.organisations import put_organisation
from bkcore.services.projects import put_project
from bkcore.services.rounds import open_round
from bkcore.vocabulary import Role, View

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)
STEERING_GROUP = Actor(role=Role.STEERING_GROUP)


def lead_of(project: str, *, assessment_id: int | None = None) -> Actor:
    """Return a lead of a project."""
    return Actor(role=Role.PROJECT_LEAD, project=project, assessment_id=assessment_id)


def rater_of(project: str, *, assessment_id: int) -> Actor:
    """Return a rater with a personal link."""
    return Actor(role=Role.RATER, project=project, assessment_id=assessment_id)


def organisation(session: Session, slug: str = "awo", **fields: object) -> None:
    """Record an organisation."""
    values = {"slug": slug, "name": slug.title(), "kind": "verein", "sector": "civil", **fields}
    put_organisation(session, PutOrganisation.model_validate(values), by=SYSTEM)


def project(session: Session, slug: str = "jugendkonferenz", **fields: object) -> None:
    """Record a project."""
    put_project(session, PutProject.model_validate({"slug": slug, "title": slug.title(), **fields}), by=SYSTEM)


def activity(session: Session, slug: str = "fest", *, partners: tuple[str, ...] = (), **fields: object) -> None:
    """Record an activity that took place, and who took part."""
    values = {
        "slug": slug,
        "title": slug.title(),
        "date": "2024-05-01",
        "precision": "tag",
        "status": "stattgefunden",
        **fields,
    }
    put_activity(session, PutActivity.model_validate(values), by=SYSTEM)
    for partner in partners:
        command = PutParticipation.model_validate({"organisation": partner, "activity": slug, "role": "mitwirkend"})
        put_participation(session, command, by=SYSTEM)


def open_a_round(session: Session, title: str = "Herbst 2026", closes_on: date = date(2026, 12, 20)) -> Round:
    """Open a round."""
    return open_round(session, OpenRound(title=title, closes_on=closes_on), by=SYSTEM)


def invitation(
    session: Session, project_slug: str = "jugendkonferenz", *, turn: str = "herbst-2026", view: View = View.LEAD
) -> IssuedLink:
    """Invite one rater."""
    return invite_rater(session, InviteRater(round=turn, project=project_slug, view=view), by=SYSTEM)
