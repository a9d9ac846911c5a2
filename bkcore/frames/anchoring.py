"""Frames of where integration is anchored: departments, the network's own projects, measures, own assessments."""

from datetime import date

import pandas as pd
from sqlalchemy import Executable, func, or_, select
from sqlmodel import Session, col

from bkcore.columns import DEPARTMENTS, HANDED_IN, MEASURES, PROJECTS
from bkcore.frames.reading import read
from bkcore.model.assessments import Assessment, Round
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.model.steering import Measure
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import MeasureState, NetworkLink, SubjectKind


def departments(session: Session) -> pd.DataFrame:
    """Return the list of departments, retired ones included, as a ``DEPARTMENTS`` frame sorted by title."""
    query: Executable = (
        select(
            col(Project.slug).label("department_id"),
            col(Project.title),
            col(Project.begins).label("first"),
            col(Project.ends).label("last"),
        )
        .where(col(Project.kind) == SubjectKind.DEPARTMENT)
        .order_by(func.lower(Project.title), col(Project.slug))
    )
    return read(session, query, contract=DEPARTMENTS)


def projects(session: Session) -> pd.DataFrame:
    """Return the network's own projects as a ``PROJECTS`` frame; its surroundings (KIM among them) are not in it."""
    query: Executable = (
        select(
            col(Project.slug).label("project_id"),
            col(Project.responsibility),
            col(Project.begins).label("first"),
            col(Project.ends).label("last"),
        )
        .where(col(Project.kind) == SubjectKind.PROJECT)
        .where(or_(col(Project.link).is_(None), col(Project.link) == NetworkLink.CORE))
        .order_by(col(Project.slug))
    )
    return read(session, query, contract=PROJECTS)


def measures(session: Session) -> pd.DataFrame:
    """Return all measures but those that were dropped as a ``MEASURES`` frame, sorted by id.

    The owner is the function and, after a semicolon, the organisation; the days are those in Bergkamen.
    """
    query = (
        select(
            col(Measure.id),
            col(Project.slug),
            col(Measure.owner),
            col(Organisation.name),
            col(Measure.created_at),
            col(Measure.finished_on),
        )
        .join(Project, col(Measure.project_id) == col(Project.id), isouter=True)
        .join(Organisation, col(Measure.owner_organisation_id) == col(Organisation.id), isouter=True)
        .where(col(Measure.state) != MeasureState.DROPPED)
        .order_by(col(Measure.id))
    )
    table = [
        (str(key), slug, f"{owner};{name or ''}", town_day(agreed), finished)
        for key, slug, owner, name, agreed, finished in session.connection().execute(query)
    ]
    frame = pd.DataFrame(table, columns=list(MEASURES.columns))
    for day in ("agreed", "finished"):
        frame[day] = pd.to_datetime(frame[day])
    return MEASURES.cast(frame)


def handed_in(session: Session, *, today: date) -> pd.DataFrame:
    """Return who handed in an own assessment in a closed round as a ``HANDED_IN`` frame, and a row for each such round.

    Args:
        session: Open session.
        today: Rounds that take answers on this day, or are still to begin, are left out.
    """
    closed = or_(col(Round.closed_at).is_not(None), col(Round.closes_on) < today)
    mine = (
        select(col(Assessment.round_id), col(Project.slug))
        .join(Project, col(Assessment.project_id) == col(Project.id))
        .where(col(Project.kind) == SubjectKind.DEPARTMENT, col(Assessment.handed_in_at).is_not(None))
        .distinct()
        .subquery()
    )
    query = (
        select(col(Round.slug), col(Round.closes_on), mine.c.slug)
        .join(mine, mine.c.round_id == col(Round.id), isouter=True)
        .where(closed)
        .order_by(col(Round.closes_on), mine.c.slug)
    )
    rows = [(slug, day.year, department) for slug, day, department in session.connection().execute(query)]
    return HANDED_IN.cast(pd.DataFrame(rows, columns=list(HANDED_IN.columns)))
