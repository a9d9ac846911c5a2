"""The factor of a measure before it began and after it was done, side by side; it claims no cause.

Before: the closed round that ended last before the day the measure was taken on. After: the first closed round that
began after the day it was done, so that nobody answered while it still ran. A measure of a project is looked at in the
rounds that project took part in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

import pandas as pd
from sqlmodel import Session

from bkcore.instrument import LADDER
from bkcore.metrics.factors import factor_profile
from bkcore.reports.factors import withhold
from bkcore.reports.ladder import with_step
from bkcore.reports.measure_board import BoardMeasure
from bkcore.reports.project_scores import subject_scores
from bkcore.reports.round_answers import RoundAnswers, comparable_factors, round_answers
from bkcore.reports.rounds import RoundState, closed_rounds
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import MeasureState, SubjectKind


class Missing(Enum):
    """Why one side says nothing."""

    NO_FACTOR = auto()
    NOT_DONE = auto()
    NO_ROUND = auto()
    TOO_FEW = auto()
    """Withheld: fewer people than a figure needs."""
    ASKED_OTHERWISE = auto()
    """The factor meant something else in the other round."""


@dataclass(frozen=True, slots=True)
class Side:
    """The factor on one side of the measure: a score with its round, or why there is none."""

    score: float | None = None
    round_title: str = ""
    closed_on: date | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """The factor before and after; ``is_step`` says that it is a step of the ladder, which has no distances."""

    before: Side
    after: Side
    is_step: bool = False


def effect_of(session: Session, measure: BoardMeasure, *, today: date) -> Effect:
    """Return the factor of a measure before and after, at the internal threshold."""
    if not measure.factor_id:
        return Effect(Side(missing=Missing.NO_FACTOR), Side(missing=Missing.NO_FACTOR))
    closed = closed_rounds(session, today=today)
    earlier = [turn for turn in closed if turn.closes_on < measure.taken_on]
    before = _nearest(session, earlier, measure)
    after: RoundAnswers | None = None
    done = measure.state is MeasureState.DONE and measure.finished_on is not None
    if measure.finished_on is not None and done:
        after = _nearest(session, [turn for turn in reversed(closed) if turn.opens_on > measure.finished_on], measure)
    alike = before is None or after is None or measure.factor_id in comparable_factors(before, after)
    return Effect(
        before=_side(before, measure, alike=alike),
        after=_side(after, measure, alike=alike) if done else Side(missing=Missing.NOT_DONE),
        is_step=measure.factor_id == LADDER,
    )


def _nearest(session: Session, turns: Sequence[RoundState], measure: BoardMeasure) -> RoundAnswers | None:
    """Return the answers of the first of these rounds in which somebody rated what the measure is about."""
    for turn in turns:
        asked = round_answers(session, turn)
        rated = asked.everything
        if measure.project:
            rated = rated[rated["project_id"] == measure.project]
        if len(rated):
            return asked
    return None


def _side(asked: RoundAnswers | None, measure: BoardMeasure, *, alike: bool) -> Side:
    if asked is None or asked.round is None:
        return Side(missing=Missing.NO_ROUND)
    told = Side(round_title=asked.round.title, closed_on=asked.round.closes_on)
    if not alike:
        return replace(told, missing=Missing.ASKED_OTHERWISE)
    score = _project_score(asked, measure) if measure.project else _network_score(asked, measure.factor_id)
    return replace(told, score=score, missing=Missing.TOO_FEW if score is None else None)


def _network_score(asked: RoundAnswers, factor_id: str) -> float | None:
    profile = with_step(factor_profile(asked.of(SubjectKind.PROJECT), indicators=asked.indicators), asked)
    shown = withhold(profile, minimum=INTERNAL_MINIMUM)["mean"]
    score = shown.get(factor_id)
    return None if score is None or pd.isna(score) else float(score)


def _project_score(asked: RoundAnswers, measure: BoardMeasure) -> float | None:
    rated = asked.everything
    kinds = rated.loc[rated["project_id"] == measure.project, "subject"]
    scores = subject_scores(asked, SubjectKind(str(kinds.iloc[0])))
    return scores.shown(measure.project, measure.factor_id, reader_leads=False).score
