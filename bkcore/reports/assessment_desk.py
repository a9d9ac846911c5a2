"""What a rater finds: the round that takes answers, the next planned one, and the own assessment."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore import catalogue as editions
from bkcore.access import Actor, require
from bkcore.instrument import Catalogue
from bkcore.model.assessments import Assessment, Round
from bkcore.model.projects import Project
from bkcore.reports.assessment import AssessmentReport, build
from bkcore.reports.duration import Timed, durations
from bkcore.vocabulary import Origin, Role, SubjectKind, View


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """A round that is still to begin, with its first and its last day."""

    title: str
    opens_on: date
    closes_on: date


@dataclass(frozen=True, slots=True)
class Desk:
    """What a rater finds: the round that takes answers, the next planned one, and the own assessment.

    Attributes:
        round_slug: Slug of the round that takes answers today, ``None`` when there is none.
        round_title: Its title, empty when there is none.
        catalogue: The version of the catalogue it asks, ``None`` when there is none.
        kind: What the actor leads: a project or a department.
        planned: The next round that is still to begin, ``None`` when none is planned or one takes answers today.
        assessment: The own assessment of that round, else the latest one of an earlier round; ``None`` when there is
            none at all.
    """

    round_slug: str | None
    round_title: str
    catalogue: Catalogue | None
    kind: SubjectKind
    planned: PlannedRound | None
    assessment: AssessmentReport | None


def desk(session: Session, *, by: Actor, today: date, timed: Timed = durations) -> Desk:
    """Return what an actor works on: the personal link's assessment, else the lead's of the open or a past round.

    Args:
        session: Open session.
        by: Who looks.
        today: The day it is.
        timed: How long each form takes; the pages keep it, as drafts do not change it.

    Returns:
        The open round and the own assessment, each if there is one.

    Raises:
        NotPermitted: The actor fills in nothing.
    """
    require(by.role in {Role.PROJECT_LEAD, Role.RATER}, action="read")
    turn = session.exec(
        select(Round)
        .where(col(Round.closed_at).is_(None), Round.opens_on <= today, Round.closes_on >= today)
        .order_by(col(Round.id).desc())
    ).first()
    found = by.assessment_id or _own(session, by=by, turn=turn)
    led = session.exec(select(Project.kind).where(Project.slug == by.project)).first()
    return Desk(
        round_slug=turn.slug if turn else None,
        round_title=turn.title if turn else "",
        catalogue=editions.edition(turn.catalogue_version) if turn else None,
        kind=SubjectKind(led) if led else SubjectKind.PROJECT,
        planned=None if turn else _planned(session, today=today),
        assessment=build(session, assessment_id=found, by=by, today=today, timed=timed) if found else None,
    )


def _planned(session: Session, *, today: date) -> PlannedRound | None:
    later = select(Round).where(col(Round.closed_at).is_(None), Round.opens_on > today)
    turn = session.exec(later.order_by(col(Round.opens_on), col(Round.id))).first()
    return PlannedRound(turn.title, opens_on=turn.opens_on, closes_on=turn.closes_on) if turn else None


def _own(session: Session, *, by: Actor, turn: Round | None) -> int | None:
    """Find the lead's view of the own project: in the open round, without one in the latest that was answered.

    What was begun on the screen goes before what was typed in from paper.
    """
    mine = select(Assessment.id).join(Project).where(Project.slug == by.project, Assessment.view == View.LEAD)
    order = (col(Assessment.origin) == Origin.PAPER, col(Assessment.id))
    if turn is not None:
        return session.exec(mine.where(Assessment.round_id == turn.id).order_by(*order)).first()
    return session.exec(mine.join(Round).order_by(col(Round.closes_on).desc(), *order)).first()
