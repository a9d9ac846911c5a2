"""Where the rounds stand: which one is open, who was asked, who has handed in."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, col, select

from bkcore.frames.assessments import assessments
from bkcore.model.assessments import Round
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import SubjectKind


@dataclass(frozen=True, slots=True)
class RoundState:
    """One round as everybody may see it: no answers, no raters.

    Attributes:
        slug: Id of the round.
        title: Its title.
        opens_on: First day.
        closes_on: Last day.
        is_open: Whether it takes answers today.
        is_planned: Whether it is still to begin.
        projects_asked: Projects with at least one invitation.
        projects_handed_in: Projects with at least one assessment handed in.
        departments_asked: Departments with at least one invitation; never counted among the projects.
        departments_handed_in: Departments with at least one assessment handed in.
        catalogue_version: Which version of the catalogue it asks.
        ended_on: The day it was closed when that was before its last day, ``None`` when nobody did.
    """

    slug: str
    title: str
    opens_on: date
    closes_on: date
    is_open: bool
    is_planned: bool
    projects_asked: int
    projects_handed_in: int
    departments_asked: int
    departments_handed_in: int
    catalogue_version: str
    ended_on: date | None = None

    @property
    def over_on(self) -> date:
        """The day it ends or ended, closed early or not."""
        return min(self.ended_on, self.closes_on) if self.ended_on else self.closes_on


def all_rounds(session: Session, *, today: date) -> tuple[RoundState, ...]:
    """Return all rounds, the newest first."""
    rows = session.exec(select(Round).order_by(col(Round.opens_on).desc(), col(Round.id).desc()))
    return tuple(_state(session, row, today=today) for row in rows)


def open_round(session: Session, *, today: date) -> RoundState | None:
    """Return the round that takes answers today, ``None`` when there is none."""
    return next((state for state in all_rounds(session, today=today) if state.is_open), None)


def closed_rounds(session: Session, *, today: date) -> tuple[RoundState, ...]:
    """Return the rounds whose results may be seen, the newest first."""
    return tuple(state for state in all_rounds(session, today=today) if not state.is_open and not state.is_planned)


def _state(session: Session, row: Round, *, today: date) -> RoundState:
    projects = assessments(session, round_slug=row.slug)
    departments = assessments(session, round_slug=row.slug, kind=SubjectKind.DEPARTMENT)
    return RoundState(
        slug=row.slug,
        title=row.title,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        is_open=row.is_open(today),
        is_planned=row.is_planned(today),
        projects_asked=_asked(projects),
        projects_handed_in=_handed_in(projects),
        departments_asked=_asked(departments),
        departments_handed_in=_handed_in(departments),
        catalogue_version=row.catalogue_version,
        ended_on=town_day(row.closed_at) if row.closed_at else None,
    )


def _asked(frame: pd.DataFrame) -> int:
    return int(frame["project_id"].nunique())


def _handed_in(frame: pd.DataFrame) -> int:
    return int(frame.loc[frame["handed_in"], "project_id"].nunique())
