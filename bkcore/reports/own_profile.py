"""A rater's own profile: the answers so far, scored as everybody's are."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from bkcore.columns import RATINGS
from bkcore.instrument import LADDER, Action, Catalogue, Factor
from bkcore.metrics.factor_scores import rater_scores
from bkcore.metrics.participation_ladder import ladder_steps
from bkcore.vocabulary import OptOut


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rater said to one item: a level or an opt-out."""

    level: int | None
    opt_out: OptOut | None

    @property
    def value(self) -> int | str | None:
        """The level, or the code of the opt-out."""
        return self.level if self.level is not None else self.opt_out


@dataclass(frozen=True, slots=True)
class FactorScore:
    """One factor in the rater's own profile.

    ``score`` is the mean of the answered levels when at least half of the indicators have one, else the level given
    to the factor in the short form, else ``None``; of the ladder it is the lower median of the same levels (ADR 0019).
    ``answered`` counts the answers it looks at.
    """

    factor: Factor
    score: float | None
    answered: int
    actions: tuple[Action, ...]

    @property
    def ladder(self) -> bool:
        """Whether the score is a step of the ladder of participation, not a mean."""
        return self.factor.id == LADDER


@dataclass(frozen=True, slots=True)
class NextStep:
    """One recommended step: the action that leads a factor from its present level to the next."""

    factor: Factor
    score: float
    action: Action


def own_profile(answers: Mapping[str, Answer], *, catalogue: Catalogue) -> tuple[FactorScore, ...]:
    """Score the answers as every rater's are scored, so that the own profile and the network's never differ."""
    counts = {factor.id: len(factor.indicators) for factor in catalogue.factors}
    ratings = _as_ratings(answers, factor_of=catalogue.factor_of())
    scores = rater_scores(ratings, indicators=counts)
    steps = ladder_steps(ratings, factor_id=LADDER, indicators=counts)
    found = dict(zip(scores["factor_id"], scores["score"], strict=True))
    if not steps.empty:
        found[LADDER] = float(steps.iloc[0])
    return tuple(
        _factor_score(factor, answers, score=found.get(factor.id), catalogue=catalogue) for factor in catalogue.factors
    )


def _factor_score(
    factor: Factor, answers: Mapping[str, Answer], *, score: float | None, catalogue: Catalogue
) -> FactorScore:
    answered = sum(indicator.id in answers for indicator in factor.indicators) or int(factor.id in answers)
    actions = catalogue.next_actions(factor.id, level=score) if score is not None else ()
    return FactorScore(factor, score, answered=answered, actions=tuple(actions))


def _as_ratings(answers: Mapping[str, Answer], *, factor_of: Mapping[str, str]) -> pd.DataFrame:
    rows = [
        {
            "rater": "",
            "project_id": "",
            "view": "",
            "factor_id": factor_of[item_id],
            "indicator_id": item_id,
            "level": answer.level,
            "opt_out": answer.opt_out,
        }
        for item_id, answer in answers.items()
        if item_id in factor_of
    ]
    return RATINGS.cast(pd.DataFrame(rows, columns=list(RATINGS.columns)))
