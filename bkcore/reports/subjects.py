"""Projects and departments that can be asked in a round, for whoever runs rounds."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bkcore.access import Actor, require, runs_rounds
from bkcore.model.assessments import Assessment, Round, RoundProject
from bkcore.model.projects import Project
from bkcore.vocabulary import NetworkLink, SubjectKind


@dataclass(frozen=True, slots=True)
class Subject:
    """A project or department one may ask.

    Attributes:
        slug: Its slug.
        title: Its title.
        kind: Which of both it is.
        over: Whether it has ended, a department: whether it is retired.
        chosen: Whether it is to be asked in the round this list was made for; without one, whether it is suggested.
    """

    slug: str
    title: str
    kind: SubjectKind
    over: bool
    chosen: bool


def subjects(session: Session, *, today: date, by: Actor, round_slug: str | None = None) -> tuple[Subject, ...]:
    """Return all projects, then all departments, each by title.

    Args:
        session: Open session.
        today: The day it is.
        by: Who looks; must run rounds.
        round_slug: The round that is spoken about. Without one those are suggested that the last round asked and that
            have not ended; before the first round all running projects of the network itself and all departments.

    Returns:
        One entry each.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    require(runs_rounds(by), action="read")
    every = session.exec(
        select(Project).order_by(col(Project.kind).desc(), col(Project.title), col(Project.slug))
    ).all()
    asked = _asked(session, select(Round.id).where(Round.slug == round_slug)) if round_slug is not None else set()
    rows = [row for row in every if row.archived_on is None or row.id in asked]
    over = {row.slug: _ended(row.ends, today=today) for row in rows}
    if round_slug is not None:
        chosen = asked
    else:
        last = select(Round.id).order_by(col(Round.opens_on).desc(), col(Round.id).desc()).limit(1)
        chosen = _asked(session, last) or {
            row.id for row in rows if row.kind is SubjectKind.DEPARTMENT or row.link in {None, NetworkLink.CORE}
        }
        chosen -= {row.id for row in rows if over[row.slug]}
    return tuple(Subject(row.slug, row.title, row.kind, over[row.slug], row.id in chosen) for row in rows)


def _ended(ends: str | None, *, today: date) -> bool:
    """Tell whether something ended before this day, as far as its end is known."""
    return ends is not None and ends < today.isoformat()[: len(ends)]


def _asked(session: Session, turn: SelectOfScalar[int] | SelectOfScalar[None]) -> set[int | None]:
    """Return the ids of those a round was to ask or has invited."""
    wanted = session.exec(select(RoundProject.project_id).where(col(RoundProject.round_id).in_(turn)))
    invited = session.exec(select(Assessment.project_id).where(col(Assessment.round_id).in_(turn)))
    return {*wanted, *invited}
