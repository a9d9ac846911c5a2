"""Who is missing: what the steering group declared relevant, year by year, and the next steps for what is missing."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_overviews, require
from bkcore.frames import perspectives as frames
from bkcore.metrics.coverage import coverage
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.reports.network import NetworkFrames, years_with_activities
from bkcore.vocabulary import Certainty, CoverageState, GapState, Trait


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One perspective in one year; see ``bkcore.metrics.coverage``."""

    year: int
    found: int
    known: int
    of: int
    state: CoverageState


@dataclass(frozen=True, slots=True)
class Gap:
    """One next step.

    Attributes:
        slug: Its lasting name.
        perspective: Slug of the perspective it is for.
        step: What is done.
        organisation: Slug of the organisation that takes it, ``None`` when a function does.
        owner: The function, may be empty.
        who: Organisation and function as one reads them.
        due_on: The last day.
        state: Open or done.
        note: More about it, may be empty.
        version: Guards a change.
    """

    slug: str
    perspective: str
    step: str
    organisation: str | None
    owner: str
    who: str
    due_on: date
    state: GapState
    note: str
    version: int

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has passed and it is still open."""
        return self.state is GapState.OPEN and self.due_on < today

    def answers(self) -> dict[str, object]:
        """Return what describes it, as ``PutGap`` takes it."""
        return {
            "slug": self.slug,
            "perspective": self.perspective,
            "step": self.step,
            "organisation": self.organisation,
            "owner": self.owner,
            "due_on": self.due_on,
            "state": self.state,
            "note": self.note,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class DeclaredPerspective:
    """One perspective.

    Attributes:
        slug: Its lasting name.
        trait: By what it is looked for.
        title: What it is called.
        words: What else the record may call it, may be empty.
        retired: Whether it is not looked for at present.
        source: Where it stands that it matters, may be empty.
        certainty: Whether the source says so; ``None`` for what the group declared itself.
        note: More about it, may be empty.
        version: Guards a change.
        cells: One for every year of the report, the oldest first; none when it is retired.
        gaps: Its next steps, open ones first, each group by the day they are due.
    """

    slug: str
    trait: Trait
    title: str
    words: str
    retired: bool
    source: str
    certainty: Certainty | None
    note: str
    version: int
    cells: tuple[CoverageCell, ...]
    gaps: tuple[Gap, ...]

    def cell(self, year: int) -> CoverageCell | None:
        """Return how it stands in a year, ``None`` when the report has no such year."""
        return next((cell for cell in self.cells if cell.year == year), None)

    def answers(self) -> dict[str, object]:
        """Return what describes it, as ``PutPerspective`` takes it."""
        return {
            "slug": self.slug,
            "trait": self.trait,
            "title": self.title,
            "words": self.words,
            "retired": self.retired,
            "source": self.source,
            "certainty": self.certainty,
            "note": self.note,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class PerspectivesReport:
    """What is declared and how it stands.

    Attributes:
        years: Calendar years from the first to the last with an activity, the oldest first.
        perspectives: What is looked for, by trait and title.
        retired: What is not looked for at present, in the same order.
        organisations: Name of every organisation by its slug, for whom a step can be given to.
    """

    years: tuple[int, ...]
    perspectives: tuple[DeclaredPerspective, ...]
    retired: tuple[DeclaredPerspective, ...]
    organisations: dict[str, str]


def build(session: Session, data: NetworkFrames, *, by: Actor) -> PerspectivesReport:
    """Return what is declared, how it stands in every year, and what is done about it.

    Args:
        session: Open session.
        data: The frames of the network, read once per data version.
        by: Who reads; names of organisations are in it.

    Raises:
        NotPermitted: The actor reads no overviews.
    """
    require(reads_overviews(by), action="read_overviews")
    found = coverage(frames.perspectives(session), data.participations, data.activities, data.organisations)
    cells = _cells(found)
    gaps = _gaps(session)
    rows = [_declared(row, cells.get(row.slug, ()), gaps.get(row.id, ())) for row in session.exec(select(Perspective))]
    order = list(Trait)
    rows.sort(key=lambda one: (order.index(one.trait), one.title.casefold()))
    return PerspectivesReport(
        years=_years(data),
        perspectives=tuple(one for one in rows if not one.retired),
        retired=tuple(one for one in rows if one.retired),
        organisations=dict(sorted(data.names.items(), key=lambda entry: entry[1].casefold())),
    )


def as_json(report: PerspectivesReport) -> dict[str, object]:
    """Return the years and, for each declared perspective, how it stands in them and its open steps."""
    return {
        "years": list(report.years),
        "perspectives": [
            {
                "id": one.slug,
                "trait": one.trait.value,
                "title": one.title,
                "years": [
                    {
                        "year": cell.year,
                        "found": cell.found,
                        "known": cell.known,
                        "of": cell.of,
                        "state": cell.state.value,
                    }
                    for cell in one.cells
                ],
                "open_steps": sum(gap.state is GapState.OPEN for gap in one.gaps),
            }
            for one in report.perspectives
        ],
    }


def _years(data: NetworkFrames) -> tuple[int, ...]:
    held = years_with_activities(data)
    return tuple(range(held[-1], held[0] + 1)) if held else ()


def _cells(found: pd.DataFrame) -> dict[str, tuple[CoverageCell, ...]]:
    cells: dict[str, list[CoverageCell]] = {}
    for slug, year, covered, known, of, state in found.itertuples(index=False, name=None):
        cells.setdefault(slug, []).append(CoverageCell(year, covered, known, of, CoverageState(state)))
    return {slug: tuple(entries) for slug, entries in cells.items()}


def _gaps(session: Session) -> dict[int | None, tuple[Gap, ...]]:
    rows = session.exec(
        select(PerspectiveGap, Perspective, Organisation)
        .join(Perspective, col(PerspectiveGap.perspective_id) == col(Perspective.id))
        .join(Organisation, col(PerspectiveGap.organisation_id) == col(Organisation.id), isouter=True)
        .order_by(col(PerspectiveGap.due_on), col(PerspectiveGap.slug))
    )
    found: dict[int | None, list[Gap]] = {}
    for row, perspective, organisation in rows:
        found.setdefault(perspective.id, []).append(_gap(row, perspective, organisation))
    return {key: tuple(sorted(gaps, key=lambda gap: gap.state is GapState.DONE)) for key, gaps in found.items()}


def _gap(row: PerspectiveGap, perspective: Perspective, organisation: Organisation | None) -> Gap:
    return Gap(
        slug=row.slug,
        perspective=perspective.slug,
        step=row.step,
        organisation=organisation.slug if organisation else None,
        owner=row.owner,
        who=", ".join(part for part in (organisation.name if organisation else "", row.owner) if part),
        due_on=row.due_on,
        state=row.state,
        note=row.note or "",
        version=row.version,
    )


def _declared(row: Perspective, cells: tuple[CoverageCell, ...], gaps: tuple[Gap, ...]) -> DeclaredPerspective:
    return DeclaredPerspective(
        slug=row.slug,
        trait=row.trait,
        title=row.title,
        words=row.words or "",
        retired=row.retired,
        source=row.source or "",
        certainty=row.certainty,
        note=row.note or "",
        version=row.version,
        cells=cells,
        gaps=gaps,
    )
