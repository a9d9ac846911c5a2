"""Who acts, and what each role may do: small pure predicates, denied by default.

The table in ``docs/architecture.md`` and the test ``tests/architecture/test_permissions.py`` show every cell.
"""

from dataclasses import dataclass

from bkcore.errors import NotPermitted
from bkcore.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, or the program itself, on whose behalf a command runs.

    Attributes:
        role: The role of the visit.
        label: What the journal shows; a function, never a person's name.
        project: Slug of the project a lead or rater belongs to.
        assessment_id: The one assessment a personal link opens.
        measure_id: The one measure its owner's link opens.
    """

    role: Role
    label: str = ""
    project: str | None = None
    assessment_id: int | None = None
    measure_id: int | None = None


SYSTEM = Actor(role=Role.SYSTEM, label="Programm")
"""The program itself: the command line of the operator, the first start."""


def require(allowed: bool, *, action: str) -> None:  # noqa: FBT001 - reads as a sentence at the call
    """Refuse unless allowed.

    Raises:
        NotPermitted: ``allowed`` is false.
    """
    if not allowed:
        raise NotPermitted(action=action)


def administers(actor: Actor) -> bool:
    """Tell whether the actor keeps organisations, projects, access, import, export and journal."""
    return actor.role in {Role.ADMINISTRATION, Role.SYSTEM}


def reads_briefing(actor: Actor) -> bool:
    """Tell whether the actor reads the released briefing."""
    return administers(actor) or actor.role in {Role.STEERING_GROUP, Role.PROJECT_LEAD, Role.COUNCIL}


def releases(actor: Actor) -> bool:
    """Tell whether the actor makes releases and creates or revokes live links."""
    return administers(actor)


def writes_reports(actor: Actor) -> bool:
    """Tell whether the actor writes and releases the yearly report to the council."""
    return administers(actor)


def reads_overviews(actor: Actor) -> bool:
    """Tell whether the actor reads network and factor overviews at the internal threshold."""
    return administers(actor) or actor.role is Role.STEERING_GROUP


def reads_project(actor: Actor, project: str) -> bool:
    """Tell whether the actor reads the internal view of this project."""
    return reads_overviews(actor) or (actor.role is Role.PROJECT_LEAD and actor.project == project)


def fills_in(actor: Actor, *, project: str, assessment_id: int, lead_view: bool) -> bool:
    """Tell whether the actor fills in this assessment.

    A personal link opens exactly its assessment. A lead who signed in without one works on the lead's view of the own
    project. Nobody else does, the administration included: it could otherwise answer in others' names.
    """
    if actor.role not in {Role.PROJECT_LEAD, Role.RATER} or actor.project != project:
        return False
    if actor.assessment_id is not None:
        return actor.assessment_id == assessment_id
    return actor.role is Role.PROJECT_LEAD and lead_view


def runs_rounds(actor: Actor) -> bool:
    """Tell whether the actor opens and closes rounds, invites and reminds."""
    return administers(actor)


def counts_voices(actor: Actor) -> bool:
    """Tell whether the actor counts a participant's voice: only the program, which does not know whose it is."""
    return actor.role is Role.SYSTEM


def enters_paper(actor: Actor) -> bool:
    """Tell whether the actor types in what somebody answered on paper; such an assessment is marked for good."""
    return administers(actor)


def reads_confidential_text(actor: Actor, *, project: str, assessment_id: int, lead_view: bool) -> bool:
    """Tell whether the actor reads a free text marked confidential: only who wrote it."""
    return fills_in(actor, project=project, assessment_id=assessment_id, lead_view=lead_view)


def records_activities(actor: Actor, project: str | None) -> bool:
    """Tell whether the actor records activities of this project (``None``: of no project)."""
    return administers(actor) or (actor.role is Role.PROJECT_LEAD and project is not None and actor.project == project)


def reads_activities(actor: Actor, project: str | None) -> bool:
    """Tell whether the actor reads the recorded activities of this project."""
    return reads_overviews(actor) or records_activities(actor, project)


def decides(actor: Actor) -> bool:
    """Tell whether the actor records decisions and assigns measures."""
    return administers(actor) or actor.role is Role.STEERING_GROUP


def keeps_perspectives(actor: Actor) -> bool:
    """Tell whether the actor declares which perspectives matter, and keeps the list of those that are missing."""
    return administers(actor) or actor.role is Role.STEERING_GROUP


def reads_members(actor: Actor) -> bool:
    """Tell whether the actor reads the seats of the steering group and who sits there now."""
    return administers(actor) or actor.role is Role.STEERING_GROUP


def keeps_members(actor: Actor) -> bool:
    """Tell whether the actor keeps seats and representations, reads addresses, and erases them."""
    return administers(actor)


def plans_measures(actor: Actor, project: str | None) -> bool:
    """Tell whether the actor takes on a measure of this project (``None``: of no project)."""
    return decides(actor) or (actor.role is Role.PROJECT_LEAD and project is not None and actor.project == project)


def updates_measure(actor: Actor, project: str | None, *, measure_id: int | None = None) -> bool:
    """Tell whether the actor reports the state of a measure: who may take it on, and whoever holds its owner's link.

    The owner's link opens exactly its measure and no other, whatever the project.
    """
    if actor.role is Role.MEASURE_OWNER:
        return measure_id is not None and actor.measure_id == measure_id
    return plans_measures(actor, project)


def reminds_owners(actor: Actor) -> bool:
    """Tell whether the actor gives out, sends and revokes the links of those who own a measure."""
    return administers(actor)
