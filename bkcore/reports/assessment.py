"""One assessment as its rater sees it: answers so far, the own profile, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import Actor, fills_in, require
from bkcore.catalogue import Action, Factor
from bkcore.columns import RATINGS
from bkcore.errors import NotFound
from bkcore.metrics.factor_scores import rater_scores
from bkcore.model.assessments import Assessment, Evidence, Rating, Round
from bkcore.model.projects import Project
from bkcore.vocabulary import OptOut, Role, View


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


@dataclass(frozen=True)
class AssessmentReport:
    """One assessment with everything its page shows."""

    assessment_id: int
    project: str
    project_title: str
    view: View
    round_title: str
    closes_on: date
    is_open: bool
    handed_in: bool
    answers: Mapping[str, Answer]
    evidence: Mapping[str, str]
    profile: tuple[FactorScore, ...]

    @property
    def answered(self) -> int:
        """Number of indicators with an answer, opt-outs included."""
        return len(self.answers)

    def complete_factors(self) -> int:
        """Return how many factors have all their indicators answered."""
        return sum(score.answered == len(score.factor.indicators) for score in self.profile)


def find(session: Session, *, by: Actor, round_slug: str | None) -> int | None:
    """Return the id of the assessment an actor works on: the personal link's, else the lead's of the named round."""
    if by.assessment_id is not None:
        return by.assessment_id
    if by.role is not Role.PROJECT_LEAD or round_slug is None:
        return None
    return session.exec(
        select(Assessment.id)
        .join(Round)
        .join(Project)
        .where(Round.slug == round_slug, Project.slug == by.project, Assessment.view == View.LEAD)
        .order_by(Assessment.id)  # type: ignore[arg-type]  # a column at run time
    ).first()


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
    texts = session.exec(select(Evidence).where(Evidence.assessment_id == assessment_id))
    return AssessmentReport(
        assessment_id=assessment_id,
        project=project.slug,
        project_title=project.title,
        view=row.view,
        round_title=turn.title,
        closes_on=turn.closes_on,
        is_open=turn.is_open(today),
        handed_in=row.handed_in_at is not None,
        answers=answers,
        evidence={text.factor_id: text.text for text in texts},
        profile=_profile(answers),
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
