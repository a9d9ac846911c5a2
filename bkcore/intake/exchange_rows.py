"""Reads the database back into exchange rows, the mirror image of the import."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from sqlmodel import Session, SQLModel, col, select

from bkcore.intake.columns import Layout
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.voices import voice_rows
from bkcore.model.activities import Activity, Participation
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.council import Consultation
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.model.projects import Project
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import Precision

Cells = Mapping[str, str]
Values = Mapping[str, object]

_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.UNKNOWN: 0}
_UNDATED = "9999"


def exchange_rows(session: Session) -> dict[str, list[Cells]]:
    """Return all rows of the nine sheets as text.

    The order never depends on the database: by the columns that name a row, in dated sheets by date first with undated
    rows last. So the same content always makes the same files.

    Args:
        session: Open session.

    Returns:
        Cells by column for every row, by sheet in the order of import.
    """
    found: dict[str, list[Cells]] = {}
    for name, layout in LAYOUTS.items():
        rows = [_cells(layout, values) for values in _READERS[name](session)]
        found[name] = sorted(rows, key=lambda cells, layout=layout: _order(layout, cells))  # type: ignore[misc]
    return found


def _order(layout: Layout, cells: Cells) -> tuple[str, ...]:
    dated = (cells["datum"] or _UNDATED,) if layout.column("datum") else ()
    return (*dated, *(cells[name] for name in layout.key))


def _cells(layout: Layout, values: Values) -> Cells:
    return {column.name: _text(values.get(column.field)) for column in layout.columns}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return value.isoformat() if isinstance(value, date) else str(value)


def _known_part(day: date | None, precision: Precision) -> str:
    return "" if day is None else day.isoformat()[: _LENGTH[precision]]


def _slugs(session: Session, table: type[SQLModel]) -> dict[int | None, str]:
    return dict(session.exec(select(col(table.id), col(table.slug))).all())  # type: ignore[attr-defined]  # both are there


def cells_of(session: Session, sheet: str, row: SQLModel) -> Cells:
    """Return one record as it would stand in its sheet.

    Args:
        session: Open session, to name what the record refers to.
        sheet: ``organisationen``, ``projekte``, ``aktivitaeten`` or ``gremien``.
        row: A row of its table, stored or not.
    """
    return _cells(LAYOUTS[sheet], next(_OF_ROWS[sheet](session, [row])))


def _organisations(session: Session, rows: Iterable[Organisation] | None = None) -> Iterator[Values]:
    for row in session.exec(select(Organisation)) if rows is None else rows:
        yield row.model_dump()


def _projects(session: Session, rows: Iterable[Project] | None = None) -> Iterator[Values]:
    organisations = _slugs(session, Organisation)
    for row in session.exec(select(Project)) if rows is None else rows:
        yield row.model_dump() | {"lead": organisations.get(row.lead_organisation_id)}


def _activities(session: Session, rows: Iterable[Activity] | None = None) -> Iterator[Values]:
    projects, activities = _slugs(session, Project), _slugs(session, Activity)
    for row in session.exec(select(Activity)) if rows is None else rows:
        yield row.model_dump() | {
            "project": projects.get(row.project_id),
            "date": _known_part(row.starts_on, row.precision),
            "part_of": activities.get(row.part_of_id),
        }


def _participations(session: Session) -> Iterator[Values]:
    organisations, activities = _slugs(session, Organisation), _slugs(session, Activity)
    for row in session.exec(select(Participation)):
        yield row.model_dump() | {
            "organisation": organisations[row.organisation_id],
            "activity": activities[row.activity_id],
        }


def _consultations(session: Session, rows: Iterable[Consultation] | None = None) -> Iterator[Values]:
    for row in session.exec(select(Consultation)) if rows is None else rows:
        yield row.model_dump() | {"date": _known_part(row.held_on, row.precision)}


def _rounds(session: Session) -> Iterator[Values]:
    for row in session.exec(select(Round)):
        # A round closed early ends on that day; otherwise it would be open again where the file is imported.
        closed = [] if row.closed_at is None else [max(town_day(row.closed_at), row.opens_on)]
        yield row.model_dump() | {"closes_on": min([row.closes_on, *closed])}


def _ratings(session: Session) -> Iterator[Values]:
    rounds, projects = _slugs(session, Round), _slugs(session, Project)
    handed_in = select(Rating, Assessment).join(Assessment, col(Rating.assessment_id) == Assessment.id)
    for rating, assessment in session.exec(handed_in.where(col(Assessment.handed_in_at).is_not(None))):
        yield {
            "round": rounds[assessment.round_id],
            "project": projects[assessment.project_id],
            "view": assessment.view,
            "rater": assessment.rater,
            "indicator_id": rating.indicator_id,
            "level": rating.opt_out if rating.level is None else rating.level,
            "certainty": rating.certainty,
        }
    yield from voice_rows(session)


def _perspectives(session: Session) -> Iterator[Values]:
    for row in session.exec(select(Perspective)):
        yield row.model_dump()


def _gaps(session: Session) -> Iterator[Values]:
    organisations, perspectives = _slugs(session, Organisation), _slugs(session, Perspective)
    for row in session.exec(select(PerspectiveGap)):
        yield row.model_dump() | {
            "perspective": perspectives[row.perspective_id],
            "organisation": organisations.get(row.organisation_id),
        }


_READERS: Mapping[str, Callable[[Session], Iterator[Values]]] = {
    "organisationen": _organisations,
    "projekte": _projects,
    "aktivitaeten": _activities,
    "beteiligungen": _participations,
    "gremien": _consultations,
    "runden": _rounds,
    "bewertungen": _ratings,
    "perspektiven": _perspectives,
    "luecken": _gaps,
}

_OF_ROWS: Mapping[str, Callable[..., Iterator[Values]]] = {
    "organisationen": _organisations,
    "projekte": _projects,
    "aktivitaeten": _activities,
    "gremien": _consultations,
}
