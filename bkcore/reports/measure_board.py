"""All measures for steering group and administration: what is overdue, what is due, what is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, reads_overviews, require
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.model.steering import CLOSED_STATES, Measure
from bkcore.reports import choices
from bkcore.reports.measures import owner_text
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import MeasureOrigin, MeasureState


@dataclass(frozen=True, slots=True)
class BoardMeasure:
    """One measure as the house sees it.

    Attributes:
        id: Its id.
        title: What is to be done.
        text: More about it, may be empty.
        owner: The organisation, the function in it, or both.
        organisation: Slug of the organisation, empty for none.
        function: The function, may be empty.
        due_on: The last day.
        factor_id: The factor it is for, empty for none.
        factor: Its short title.
        project: Slug of the project it belongs to, empty for none.
        project_title: Its title.
        origin: Where it came from.
        state: Where it stands.
        taken_on: The day it was taken on.
        finished_on: The day it was done or dropped, while it is.
        version: Guards an edit.
    """

    id: int
    title: str
    text: str
    owner: str
    organisation: str
    function: str
    due_on: date
    factor_id: str
    factor: str
    project: str
    project_title: str
    origin: MeasureOrigin
    state: MeasureState
    taken_on: date
    finished_on: date | None
    version: int

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in CLOSED_STATES

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has passed and something is left to do."""
        return self.due_on < today and not self.is_closed


@dataclass(frozen=True, slots=True)
class MeasuresReport:
    """All measures, and what one can choose from in a form.

    Attributes:
        measures: Overdue ones first, then what is left to do by the day it is due, then what is done, the latest first.
        organisations: Name of every organisation by slug, sorted by name.
        projects: Title of every project and department by slug, sorted by title.
        factors: Short title of every factor by id, in the council's order.
    """

    measures: tuple[BoardMeasure, ...]
    organisations: Mapping[str, str]
    projects: Mapping[str, str]
    factors: Mapping[str, str]

    def find(self, measure_id: str) -> BoardMeasure | None:
        """Return the measure with this id as it stands in an address, ``None`` when there is none."""
        return next((one for one in self.measures if str(one.id) == measure_id), None)


def build(session: Session, *, by: Actor) -> MeasuresReport:
    """Return all measures.

    Raises:
        NotPermitted: The actor does not read what the house reads.
    """
    require(reads_overviews(by), action="read_measures")
    return MeasuresReport(
        measures=_ordered(read(session)),
        organisations=choices.organisations(session, Measure.owner_organisation_id),
        projects=choices.projects(session, Measure.project_id),
        factors={factor.id: factor.short_title for factor in catalogue.load().factors},
    )


def read(session: Session, *, measure_id: int | None = None) -> tuple[BoardMeasure, ...]:
    """Return the measure with an id, or all of them when none is named, in no order."""
    query = (
        select(Measure, Organisation, Project)
        .join(Organisation, col(Measure.owner_organisation_id) == col(Organisation.id), isouter=True)
        .join(Project, col(Measure.project_id) == col(Project.id), isouter=True)
    )
    if measure_id is not None:
        query = query.where(col(Measure.id) == measure_id)
    factors = {factor.id: factor.short_title for factor in catalogue.load().factors}
    return tuple(_measure(*row, factors=factors) for row in session.exec(query))


def _measure(
    row: Measure, owner: Organisation | None, project: Project | None, *, factors: Mapping[str, str]
) -> BoardMeasure:
    return BoardMeasure(
        id=row.id or 0,
        title=row.title,
        text=row.text or "",
        owner=owner_text(row, owner),
        organisation=owner.slug if owner else "",
        function=row.owner,
        due_on=row.due_on,
        factor_id=row.factor_id or "",
        factor=factors.get(row.factor_id or "", ""),
        project=project.slug if project else "",
        project_title=project.title if project else "",
        origin=row.origin,
        state=row.state,
        taken_on=town_day(row.created_at),
        finished_on=row.finished_on,
        version=row.version,
    )


def _ordered(found: Sequence[BoardMeasure]) -> tuple[BoardMeasure, ...]:
    """Return what is left to do by its day, so that what is overdue stands first on any day; then what is closed."""
    left = sorted((one for one in found if not one.is_closed), key=lambda one: (one.due_on, one.id))
    done = [one for one in found if one.is_closed]
    done.sort(key=lambda one: (one.finished_on or one.due_on, one.id), reverse=True)
    return (*left, *done)
