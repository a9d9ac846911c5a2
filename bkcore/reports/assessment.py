"""One assessment as its rater sees it: answers so far, the own profile, and what to do next."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import pandas as pd
from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, fills_in, require
from bkcore.columns import RATINGS
from bkcore.errors import NotFound
from bkcore.instrument import Action, Factor, Indicator
from bkcore.metrics.factor_scores import rater_scores
from bkcore.model.assessments import Assessment, Rating, Remark, Round
from bkcore.model.projects import Project
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import OptOut, Origin, RemarkKind, Role, View

MINUTES_PER_ANSWER: Final = 0.4
"""Reading five steps and choosing one; 32 answers then take the 13 minutes the form promises."""
NEXT_STEPS: Final = 3
"""How many next steps are recommended: more than a project takes on in one go would be none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rater said to one indicator: a level or an opt-out."""

    level: int | None
    opt_out: OptOut | None


@dataclass(frozen=True, slots=True)
class FactorScore:
    """One factor in the rater's own profile.

    ``score`` is the mean of the answered levels when at least half of the indicators have one, else ``None``.
    """

    factor: Factor
    score: float | None
    answered: int
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """One recommended step: the action that leads a factor from its present level to the next."""

    factor: Factor
    score: float
    action: Action


@dataclass(frozen=True)
class AssessmentReport:
    """One assessment with everything its page shows."""

    assessment_id: int
    project: str
    project_title: str
    view: View
    round_title: str
    closes_on: date
    ended_on: date
    """The last day it took answers: ``closes_on``, or the day somebody closed it before."""
    is_open: bool
    opens_on: date
    is_planned: bool
    """Whether the round is still to begin; then it is neither open nor over."""
    handed_in: bool
    answers: Mapping[str, Answer]
    evidence: Mapping[str, str]

    @cached_property
    def profile(self) -> tuple[FactorScore, ...]:
        """The own profile in the catalogue's order; computed when a page asks for it, the questions need none."""
        return _profile(self.answers)

    @property
    def answered(self) -> int:
        """Number of indicators with an answer, opt-outs included."""
        return len(self.answers)

    @property
    def total(self) -> int:
        """Number of indicators there are."""
        return sum(len(factor.indicators) for factor in catalogue.load().factors)

    @property
    def minutes_left(self) -> int:
        """Minutes the open questions will take, rounded up."""
        return math.ceil((self.total - self.answered) * MINUTES_PER_ANSWER)

    def open_in(self, factor: Factor) -> tuple[Indicator, ...]:
        """Return the indicators of a factor without an answer, in order."""
        return tuple(indicator for indicator in factor.indicators if indicator.id not in self.answers)

    def complete_factors(self) -> int:
        """Return how many factors have all their indicators answered."""
        return sum(not self.open_in(factor) for factor in catalogue.load().factors)

    def next_steps(self) -> tuple[NextStep, ...]:
        """Return what to do next: for each of the lowest factors one action from its present level to the next.

        The written rule: factors with a score, the lowest first and equal ones in the catalogue's order, at most
        ``NEXT_STEPS``; of each the first action from the reached level (the score rounded down) to the next.
        """
        scored = [(score.score, score) for score in self.profile if score.score is not None and score.actions]
        lowest = sorted(scored, key=lambda pair: pair[0])[:NEXT_STEPS]
        return tuple(NextStep(score.factor, value, action=score.actions[0]) for value, score in lowest)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a rater finds: the round that takes answers, and the own assessment.

    Attributes:
        round_slug: Slug of the round that takes answers today, ``None`` when there is none.
        round_title: Its title, empty when there is none.
        assessment: The own assessment of that round, else the latest one of an earlier round; ``None`` when there is
            none at all.
    """

    round_slug: str | None
    round_title: str
    assessment: AssessmentReport | None


def desk(session: Session, *, by: Actor, today: date) -> Desk:
    """Return what an actor works on: the personal link's assessment, else the lead's of the open or a past round.

    Args:
        session: Open session.
        by: Who looks.
        today: The day it is.

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
    return Desk(
        round_slug=turn.slug if turn else None,
        round_title=turn.title if turn else "",
        assessment=build(session, assessment_id=found, by=by, today=today) if found else None,
    )


def _own(session: Session, *, by: Actor, turn: Round | None) -> int | None:
    """Find the lead's view of the own project: in the open round, without one in the latest that was answered."""
    mine = (
        select(Assessment.id)
        .join(Project)
        .where(Project.slug == by.project, Assessment.view == View.LEAD, Assessment.origin != Origin.PAPER)
    )
    if turn is not None:
        return session.exec(mine.where(Assessment.round_id == turn.id).order_by(col(Assessment.id))).first()
    return session.exec(mine.join(Round).order_by(col(Round.closes_on).desc(), col(Assessment.id))).first()


def build(session: Session, *, assessment_id: int, by: Actor, today: date) -> AssessmentReport:
    """Return one assessment for its rater alone.

    Args:
        session: Open session.
        assessment_id: Which one.
        by: Who looks; must hold it.
        today: The day it is.

    Returns:
        Answers, evidence and the own profile in the catalogue's order.

    Raises:
        NotFound: There is no such assessment.
        NotPermitted: It belongs to someone else.
    """
    row = session.get(Assessment, assessment_id)
    if row is None:
        raise NotFound(what="assessment", key=str(assessment_id))
    project = session.get_one(Project, row.project_id)
    turn = session.get_one(Round, row.round_id)
    lead_view = row.view is View.LEAD
    require(fills_in(by, project=project.slug, assessment_id=assessment_id, lead_view=lead_view), action="read")
    ratings = session.exec(select(Rating).where(Rating.assessment_id == assessment_id))
    answers = {rating.indicator_id: Answer(rating.level, rating.opt_out) for rating in ratings}
    texts = session.exec(
        select(Remark).where(Remark.assessment_id == assessment_id, Remark.kind == RemarkKind.EVIDENCE)
    )
    return AssessmentReport(
        assessment_id=assessment_id,
        project=project.slug,
        project_title=project.title,
        view=row.view,
        round_title=turn.title,
        closes_on=turn.closes_on,
        ended_on=min(town_day(turn.closed_at), turn.closes_on) if turn.closed_at else turn.closes_on,
        is_open=turn.is_open(today),
        opens_on=turn.opens_on,
        is_planned=turn.is_planned(today),
        handed_in=row.handed_in_at is not None,
        answers=answers,
        evidence={text.factor_id: text.text for text in texts},
    )


def _profile(answers: Mapping[str, Answer]) -> tuple[FactorScore, ...]:
    """Score the answers as every rater's are scored, so that the own profile and the network's never differ."""
    factors = catalogue.load().factors
    scores = rater_scores(_as_ratings(answers), indicators={factor.id: len(factor.indicators) for factor in factors})
    found = dict(zip(scores["factor_id"], scores["score"], strict=True))
    return tuple(_factor_score(factor, answers, score=found.get(factor.id)) for factor in factors)


def _factor_score(factor: Factor, answers: Mapping[str, Answer], *, score: float | None) -> FactorScore:
    answered = sum(indicator.id in answers for indicator in factor.indicators)
    actions = catalogue.load().next_actions(factor.id, level=score) if score is not None else ()
    return FactorScore(factor, score, answered=answered, actions=tuple(actions))


def _as_ratings(answers: Mapping[str, Answer]) -> pd.DataFrame:
    rows = [
        {
            "rater": "",
            "project_id": "",
            "view": "",
            "factor_id": catalogue.load().indicator(indicator_id).factor_id,
            "indicator_id": indicator_id,
            "level": answer.level,
            "opt_out": answer.opt_out,
        }
        for indicator_id, answer in answers.items()
    ]
    return RATINGS.cast(pd.DataFrame(rows, columns=list(RATINGS.columns)))
