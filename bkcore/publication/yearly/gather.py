"""Collects what a yearly report is built from; with ``bkcore.publication.gather`` the only place that reads records."""

from collections import Counter
from datetime import date

import pandas as pd
from sqlalchemy import or_
from sqlmodel import Session, col, select

from bkcore.metrics.ties import HELD
from bkcore.metrics.window import calendar_year, select_activities
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.publication.gather import (
    anchoring_input,
    paper_inputs,
    project_input,
    round_input,
    year_input,
)
from bkcore.publication.gather_factors import comparable, factor_rows, factors_of, view_inputs
from bkcore.publication.gather_work import measure_inputs
from bkcore.publication.inputs import MeasureInput, PaperInput
from bkcore.publication.yearly.inputs import TREND_YEARS, ReportInputs, YearProject
from bkcore.reports import anchoring as anchoring_reports
from bkcore.reports import factors as factor_reports
from bkcore.reports import network as network_reports
from bkcore.reports.network import NetworkFrames
from bkcore.reports.rounds import RoundState, all_rounds, closed_rounds
from bkcore.services.samples import is_sample
from bkcore.vocabulary import ActivityKind, NetworkLink, SubjectKind


def years_to_report(frames: NetworkFrames, *, today: date) -> tuple[int, ...]:
    """Return the years a report can be about: from the first recorded one to the running one, the newest first."""
    first = frames.years[0].year if frames.years else today.year
    return tuple(range(today.year, min(first, today.year) - 1, -1))


def gather(session: Session, *, year: int, today: date) -> ReportInputs:
    """Return everything the report of a year is built from.

    Args:
        session: Open session.
        year: The year it is about.
        today: The day it speaks for.

    Returns:
        Unprotected inputs; only ``content.build`` makes them fit to be seen.
    """
    frames = network_reports.load(session)
    held = _held_in(frames, year)
    turn = _round_of(session, year=year, today=today)
    report = factors_of(session, turn, today=today)
    before = factor_reports.before(closed_rounds(session, today=today), turn)
    earlier = factors_of(session, before, today=today)
    ahead = next((one for one in all_rounds(session, today=today) if one.is_open or one.is_planned), None)
    return ReportInputs(
        year=year,
        today=today,
        demo=is_sample(session),
        years=tuple(
            year_input(frames, entry, whole=entry.year > year - TREND_YEARS)
            for entry in frames.years
            if entry.year <= year
        ),
        undated=frames.of_all_time.undated,
        kinds=_kinds(held),
        factors=factor_rows(report) if report else (),
        factor_round=round_input(turn) if turn else None,
        previous=comparable(report, earlier),
        previous_round=round_input(before) if before else None,
        views=view_inputs(report) if report else (),
        departments=turn.departments_handed_in if turn else 0,
        projects=_projects(session, held, year=year),
        measures=_measures(session, year=year, today=today),
        papers=_papers(session, year=year),
        anchoring=anchoring_input(anchoring_reports.load(session, frames, today=today), year=year, today=today),
        ahead=round_input(ahead) if ahead and year >= today.year - 1 else None,
    )


def _held_in(frames: NetworkFrames, year: int) -> pd.DataFrame:
    """Return the activities of the year that took place, chosen as the figures choose them."""
    return select_activities(frames.activities, window=calendar_year(year), statuses=HELD)


def _kinds(held: pd.DataFrame) -> tuple[tuple[ActivityKind, int], ...]:
    counted = Counter(ActivityKind(kind) for kind in held["kind"].dropna() if kind)
    return tuple(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0].value)))


def _round_of(session: Session, *, year: int, today: date) -> RoundState | None:
    ended = [one for one in closed_rounds(session, today=today) if one.closes_on.year == year]
    return max(ended, key=lambda one: one.closes_on, default=None)


def _projects(session: Session, held: pd.DataFrame, *, year: int) -> tuple[YearProject, ...]:
    """Return the network's own projects of the year; its surroundings (KIM among them) are not its account."""
    rows = session.exec(
        select(Project, Organisation)
        .join(Organisation, isouter=True)
        .where(Project.kind == SubjectKind.PROJECT)
        .where(or_(col(Project.link).is_(None), col(Project.link) == NetworkLink.CORE))
        .order_by(col(Project.begins).desc().nulls_last(), col(Project.slug))
    )
    active = set(held["project_id"])
    return tuple(
        YearProject(project=project_input(row, lead), responsibility=row.responsibility or None)
        for row, lead in rows
        if row.slug in active or ran_in(row.begins, row.ends, year=year)
    )


def ran_in(begins: str | None, ends: str | None, *, year: int) -> bool:
    """Tell whether dates alone prove that a project ran in a year; an open beginning or end proves one year only.

    Examples:
        >>> ran_in("2019-02", "2022", year=2020), ran_in("2019", None, year=2020), ran_in(None, "2020-02-15", year=2020)
        (True, False, True)
    """
    first, last = (int(text[:4]) if text else None for text in (begins, ends))
    if first is not None and last is not None:
        return first <= year <= last
    return year in {first, last}


def _measures(session: Session, *, year: int, today: date) -> tuple[MeasureInput, ...]:
    return tuple(one for one in measure_inputs(session, today=today) if one.agreed_in <= year)


def _papers(session: Session, *, year: int) -> tuple[PaperInput, ...]:
    return tuple(paper for paper in paper_inputs(session) if paper.held_on and paper.held_on.year == year)
