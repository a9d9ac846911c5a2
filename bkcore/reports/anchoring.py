"""Where integration is anchored in the administration: departments by years, with what stands behind each count."""

from datetime import date

import pandas as pd
from sqlmodel import Session, select

from bkcore.access import Actor, reads_overviews, require
from bkcore.frames import anchoring as frames
from bkcore.metrics.anchoring import anchored_share, anchoring, anchors
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.steering import Measure
from bkcore.reports.anchoring_facts import AnchorCell, AnchoredDepartment, AnchoringReport, AnchoringYear
from bkcore.reports.network import NetworkFrames
from bkcore.vocabulary import AnchorKind, CoverageState


def build(session: Session, data: NetworkFrames, *, by: Actor, today: date) -> AnchoringReport:
    """Return where integration is anchored, to those who read the overviews.

    Args:
        session: Open session.
        data: The frames of the network, read once per data version.
        by: Who reads; titles of measures are in it.
        today: The day it is; its year is the last one told.

    Raises:
        NotPermitted: The actor reads no overviews.
    """
    require(reads_overviews(by), action="read_overviews")
    return load(session, data, today=today)


def load(session: Session, data: NetworkFrames, *, today: date) -> AnchoringReport:
    """Return the same for the program itself, whoever reads it; the publication takes counts from it, never titles."""
    departments = frames.departments(session)
    records = anchors(
        departments,
        projects=frames.projects(session),
        activities=data.activities,
        measures=frames.measures(session),
        handed_in=frames.handed_in(session, today=today),
        until=today.year,
    )
    matrix = anchoring(departments, records=records, until=today.year)
    records = records.assign(title=_titles(session, records))
    behind = records.dropna(subset="department_id").groupby(["department_id", "year", "kind"])["title"].agg(tuple)
    cells: dict[str, dict[tuple[int, AnchorKind], AnchorCell]] = {slug: {} for slug in departments["department_id"]}
    for slug, year, kind, found, unknown, of, state in matrix.itertuples(index=False, name=None):
        titles = behind.get((slug, year, kind), ())
        cells[slug][year, AnchorKind(kind)] = AnchorCell(found, unknown, of, CoverageState(state), titles)
    names = zip(departments["department_id"], departments["title"], strict=True)
    lost = records[records["unassigned"] & records["kind"].eq(AnchorKind.PROJECT.value)]
    return AnchoringReport(
        departments=tuple(AnchoredDepartment(slug, title, cells[slug]) for slug, title in names),
        years=tuple(
            AnchoringYear(year, departments, anchored, unsure, None if pd.isna(share) else share)
            for year, departments, anchored, unsure, share in anchored_share(matrix).itertuples(index=False, name=None)
        ),
        unassigned={year: tuple(rows["title"]) for year, rows in lost.groupby(lost["year"].map(int))},
    )


def _titles(session: Session, records: pd.DataFrame) -> "pd.Series[str]":
    """Return how each record is called."""
    names = {
        **{
            (AnchorKind.PROJECT.value, slug): title for slug, title in session.exec(select(Project.slug, Project.title))
        },
        **{
            (AnchorKind.MEASURE.value, str(key)): title
            for key, title in session.exec(select(Measure.id, Measure.title))
        },
        **{(AnchorKind.ASSESSMENT.value, slug): title for slug, title in session.exec(select(Round.slug, Round.title))},
    }
    keys = zip(records["kind"], records["record_id"], strict=True)
    return pd.Series([names[key] for key in keys], index=records.index, dtype="str")
