"""The profile of the success factors in one closed round, at the internal threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, select

from bkcore.errors import NotFound, RoundOpen
from bkcore.instrument import Factor
from bkcore.metrics.factor_scores import PARTICIPANTS
from bkcore.metrics.factors import factor_profile, view_profile
from bkcore.metrics.factors_json import factors_json
from bkcore.model.assessments import Round
from bkcore.reports.ladder import views_with_step, with_step
from bkcore.reports.round_answers import RoundAnswers, comparable_factors, round_answers
from bkcore.reports.rounds import RoundState, closed_rounds
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import SubjectKind


@dataclass(frozen=True)
class FactorsReport:
    """The factors of one closed round.

    Attributes:
        round: The round, ``None`` when no round is closed yet.
        profile: Frame indexed by ``factor_id`` in the catalogue's order with the columns of
            ``bkcore.metrics.factors.factor_profile``, ``previous_mean`` and ``withheld``; figures of withheld rows are
            empty. The row of the ladder of participation holds steps (``bkcore.reports.ladder``).
        views: Frame with ``factor_id``, ``view``, ``mean``, ``n_raters``, ``n_projects`` of the shown rows.
        raters: Persons with an answer.
        projects: Projects with an answer.
        previous: Title of the round compared with, empty when there is none.
        factors: The factors as that round asked for them, in the council's order.
    """

    round: RoundState | None
    profile: pd.DataFrame
    views: pd.DataFrame
    raters: int
    projects: int
    previous: str
    factors: tuple[Factor, ...]


def build(
    session: Session, *, today: date, round_slug: str | None = None, minimum: int = INTERNAL_MINIMUM
) -> FactorsReport:
    """Return the factors of a closed round, the latest when none is named.

    Args:
        session: Open session.
        today: The day it is.
        round_slug: Which closed round.
        minimum: Fewest raters for a figure to be shown.

    Returns:
        Report without rows that rest on fewer than ``minimum`` raters; an empty profile when no round is closed.
    """
    closed = closed_rounds(session, today=today)
    chosen = next((state for state in closed if round_slug in {None, state.slug}), None)
    asked = round_answers(session, chosen)
    answers = asked.of(SubjectKind.PROJECT)
    profile = with_step(factor_profile(answers, indicators=asked.indicators), asked)
    earlier = before(closed, chosen)
    previous = _previous(round_answers(session, earlier), asked, minimum=minimum) if earlier else None
    profile["previous_mean"] = previous if previous is not None else float("nan")
    inside = answers[answers["view"] != PARTICIPANTS]
    views = views_with_step(view_profile(answers, indicators=asked.indicators), asked).reset_index()
    return FactorsReport(
        round=chosen,
        profile=withhold(profile, minimum=minimum),
        views=views[views["n_raters"] >= minimum].reset_index(drop=True),
        raters=len(inside[["project_id", "view", "rater"]].drop_duplicates()),
        projects=int(inside["project_id"].nunique()),
        previous=earlier.title if earlier else "",
        factors=asked.edition.factors,
    )


def before(closed: Sequence[RoundState], chosen: RoundState | None) -> RoundState | None:
    """Return the closed round that opened last before the chosen one, ``None`` when there is none.

    Args:
        closed: Closed rounds, the newest first.
        chosen: The round to compare.
    """
    return next((state for state in closed if chosen and state.opens_on < chosen.opens_on), None)


def withhold(profile: pd.DataFrame, *, minimum: int) -> pd.DataFrame:
    """Return the profile with every figure of a row emptied that rests on fewer raters than the minimum.

    Args:
        profile: Result of ``factor_profile``, shape (factors, >=2).
        minimum: Fewest raters.

    Returns:
        The same shape plus ``withheld``; a row nobody rated is withheld too.
    """
    result = profile.copy()
    result["withheld"] = result["n_raters"] < minimum
    figures = [column for column in result.columns if column not in {"n_raters", "n_projects", "withheld"}]
    result[figures] = result[figures].where(~result["withheld"])
    return result


def as_json(session: Session, *, today: date, round_slug: str | None) -> dict[str, object]:
    """Return the profile with the keys of ``bk metrics factors --json``, for the operator alone.

    Here the ladder of participation has a mean like every factor, because the keys and their definitions are fixed for
    others; no page and no document shows it (ADR 0019).

    Raises:
        NotFound: There is no such round.
        RoundOpen: The round still runs; interim results stay hidden from everyone.
    """
    closed = closed_rounds(session, today=today)
    if round_slug is not None:
        turn = session.exec(select(Round).where(Round.slug == round_slug)).first()
        if turn is None:
            raise NotFound(what="round", key=round_slug)
        if turn.is_open(today):
            raise RoundOpen(title=turn.title)
    chosen = next((state for state in closed if round_slug in {None, state.slug}), None)
    asked = round_answers(session, chosen)
    earlier = before(closed, chosen)
    means: dict[str, float | None] = {}
    if earlier is not None:
        previous = _previous_means(round_answers(session, earlier), asked).dropna()
        means = {str(factor): float(mean) for factor, mean in previous.items()}
    return factors_json(
        asked.of(SubjectKind.PROJECT),
        indicators=asked.indicators,
        round_id=chosen.slug if chosen else "",
        previous=means,
    )


def _previous(earlier: RoundAnswers, later: RoundAnswers, *, minimum: int) -> "pd.Series[float]":
    """Return the figures of the round before, only of factors that ask the same in both rounds."""
    profile = with_step(factor_profile(earlier.of(SubjectKind.PROJECT), indicators=earlier.indicators), earlier)
    return withhold(profile, minimum=minimum)["mean"].reindex(list(comparable_factors(earlier, later)))


def _previous_means(earlier: RoundAnswers, later: RoundAnswers) -> "pd.Series[float]":
    """Return the means of the round before as the fixed keys have them, the ladder's among them."""
    profile = factor_profile(earlier.of(SubjectKind.PROJECT), indicators=earlier.indicators)
    return profile["mean"].reindex(list(comparable_factors(earlier, later)))
