"""The measures of a project: what was taken on, by whom, until when, and where it stands."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_project, require
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.model.steering import CLOSED_STATES, Measure
from bkcore.vocabulary import MeasureState


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """One measure as its project sees it.

    Attributes:
        id: Its id.
        title: What is to be done.
        text: More about it, may be empty.
        owner: The organisation, the function in it, or both.
        due_on: The last day.
        factor_id: The factor it is for, ``None`` when it is for none.
        action_id: The recommended action it came from.
        state: Where it stands.
        version: Guards a change of its state.
    """

    id: int
    title: str
    text: str
    owner: str
    due_on: date
    factor_id: str | None
    action_id: str | None
    state: MeasureState
    version: int

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has passed and something is left to do."""
        return self.due_on < today and self.state not in CLOSED_STATES


def measures_of(session: Session, *, project: str, by: Actor) -> tuple[PlannedMeasure, ...]:
    """Return the measures of a project: those with something left to do first, each group by the day they are due.

    Raises:
        NotPermitted: The actor does not read this project.
    """
    require(reads_project(by, project), action="read_project")
    rows = session.exec(
        select(Measure, Organisation)
        .join(Project, col(Measure.project_id) == col(Project.id))
        .join(Organisation, col(Measure.owner_organisation_id) == col(Organisation.id), isouter=True)
        .where(Project.slug == project)
        .order_by(col(Measure.due_on), col(Measure.id))
    )
    found = [_measure(measure, owner) for measure, owner in rows]
    return tuple(sorted(found, key=lambda one: one.state in CLOSED_STATES))


def owner_text(row: Measure, owner: Organisation | None) -> str:
    """Return who owns a measure: the organisation, the function in it, or both."""
    return ", ".join(part for part in (owner.name if owner else "", row.owner) if part)


def _measure(row: Measure, owner: Organisation | None) -> PlannedMeasure:
    return PlannedMeasure(
        id=row.id or 0,
        title=row.title,
        text=row.text or "",
        owner=owner_text(row, owner),
        due_on=row.due_on,
        factor_id=row.factor_id,
        action_id=row.action_id,
        state=row.state,
        version=row.version,
    )
