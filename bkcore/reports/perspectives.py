"""Who is missing: what the steering group declared relevant, year by year, and the next steps for what is missing."""

import pandas as pd
from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_overviews, require
from bkcore.frames import perspectives as frames
from bkcore.metrics.coverage import coverage, reached
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.reports import choices
from bkcore.reports.network import NetworkFrames, years_with_activities
from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective, Gap, PerspectivesReport, Reach
from bkcore.vocabulary import CoverageState, GapState, Trait


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
    declared = frames.perspectives(session)
    found = coverage(declared, data.participations, data.activities, data.organisations)
    cells = _cells(found)
    gaps, reach = _gaps(session), _reach(reached(declared, data.activities))
    rows = [
        _declared(row, cells.get(row.slug, ()), gaps.get(row.id, ()), reach.get(row.slug, ()))
        for row in session.exec(select(Perspective))
    ]
    order = list(Trait)
    rows.sort(key=lambda one: (order.index(one.trait), one.title.casefold()))
    return PerspectivesReport(
        years=_years(data),
        perspectives=tuple(one for one in rows if not one.retired),
        retired=tuple(one for one in rows if one.retired),
        organisations=choices.organisations(session, PerspectiveGap.organisation_id),
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


def _reach(found: pd.DataFrame) -> dict[str, tuple[Reach, ...]]:
    of_each: dict[str, list[Reach]] = {}
    for slug, year, aimed, held, people, known, of in found.itertuples(index=False, name=None):
        came = None if people is pd.NA else int(people)
        of_each.setdefault(slug, []).append(Reach(year, aimed, held, came, known, of))
    return {slug: tuple(entries) for slug, entries in of_each.items()}


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


def _declared(
    row: Perspective, cells: tuple[CoverageCell, ...], gaps: tuple[Gap, ...], reach: tuple[Reach, ...]
) -> DeclaredPerspective:
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
        reach=reach,
    )
