"""Frames of the two-mode network: organisations, activities, participations."""

import pandas as pd
from sqlalchemy import Executable, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS
from bkcore.frames.reading import read
from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.vocabulary import Precision


def organisations(session: Session) -> pd.DataFrame:
    """Return all organisations as an ``ORGANISATIONS`` frame, one row each, sorted by id (slug)."""
    query: Executable = select(
        col(Organisation.slug).label("organisation_id"),
        col(Organisation.name),
        col(Organisation.kind),
        col(Organisation.sector),
        col(Organisation.district),
        func.coalesce(col(Organisation.may_be_named), False).label("named"),
        col(Organisation.left_on),
    ).order_by(col(Organisation.slug))
    return read(session, query, contract=ORGANISATIONS)


def activities(session: Session) -> pd.DataFrame:
    """Return all activities as an ``ACTIVITIES`` frame, one row each, sorted by id (slug)."""
    whole = aliased(Activity)
    query: Executable = (
        select(
            col(Activity.slug).label("activity_id"),
            col(Project.slug).label("project_id"),
            col(Activity.title),
            col(Activity.starts_on).label("start"),
            col(Activity.starts_on).label("start_latest"),
            col(Activity.ends_on).label("end"),
            col(Activity.precision),
            col(Activity.kind),
            col(Activity.status),
            col(Activity.attendees),
            col(Activity.first_timers),
            col(Activity.volunteers),
            col(Activity.reachability),
            func.coalesce(col(Activity.plenary), False).label("plenary"),
            col(whole.slug).label("part_of"),
            col(Activity.link),
            col(Activity.languages),
            col(Activity.free_of_charge),
            col(Activity.accessible),
            col(Activity.joint_planning),
            col(Activity.proposals_taken_up),
            col(Activity.roles_handed_over),
            col(Project.target_group),
        )
        .join(Project, col(Activity.project_id) == col(Project.id), isouter=True)
        .join(whole, col(Activity.part_of_id) == col(whole.id), isouter=True)
        .order_by(col(Activity.slug))
    )
    frame = read(session, query, contract=ACTIVITIES)
    frame["start_latest"] = _last_day(frame)
    frame["end"] = frame["end"].fillna(frame["start_latest"])
    return ACTIVITIES.cast(frame)


def participations(session: Session) -> pd.DataFrame:
    """Return all participations as a ``PARTICIPATIONS`` frame with role and status, sorted by activity."""
    query: Executable = (
        select(
            col(Organisation.slug).label("organisation_id"),
            col(Activity.slug).label("activity_id"),
            col(Participation.role),
            col(Participation.status),
        )
        .join(Organisation, col(Participation.organisation_id) == col(Organisation.id))
        .join(Activity, col(Participation.activity_id) == col(Activity.id))
        .order_by(col(Activity.slug), col(Organisation.slug), col(Participation.role))
    )
    return read(session, query, contract=PARTICIPATIONS)


def _last_day(frame: pd.DataFrame) -> pd.Series:
    """Return the last day each activity can have begun on: the end of its month or year, else its first day."""
    start = frame["start"]
    latest = start.where(frame["precision"] != Precision.MONTH.value, start + pd.offsets.MonthEnd(0))
    return latest.where(frame["precision"] != Precision.YEAR.value, start + pd.offsets.YearEnd(0))
