"""From single answers to the score of a rater, of a view of a project, and of a project."""

from collections.abc import Mapping

import pandas as pd

from bkcore.columns import RATINGS
from bkcore.vocabulary import View

_ANSWER = ["project_id", "view", "rater", "indicator_id"]
_RATER = ["factor_id", "project_id", "view", "rater"]
PARTICIPANTS = View.PARTICIPANT.value
"""The view that never enters a project's score; it stands for itself."""


def current_answers(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return the answers that count: a rater's latest to each indicator, a level or an opt-out, of the given factors.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round; with ``answered_on`` the latest answer replaces
            earlier ones, otherwise the last row does.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        The rows that count, all columns, sorted by project, view, rater and indicator; unit "answer"; may be empty.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md: the latest answer of a rater replaces earlier ones.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "a"], "project_id": "p", "view": "team", "factor_id": "f4", "indicator_id": "f4-1",
        ...     "level": [2, 4], "opt_out": None, "answered_on": pd.to_datetime(["2026-03-01", "2026-09-01"]),
        ... })
        >>> current_answers(ratings, indicators={"f4": 1})["level"].tolist()
        [4]
    """
    RATINGS.check(ratings)
    given = ratings["factor_id"].isin(list(indicators)) & (ratings["level"].notna() | ratings["opt_out"].notna())
    answers = ratings[given]
    if "answered_on" in answers.columns:
        answers = answers.sort_values("answered_on", kind="stable", na_position="first")
    return answers.drop_duplicates(_ANSWER, keep="last").sort_values(_ANSWER, ignore_index=True)


def rater_scores(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return each rater's score for each factor: the mean level, if at least half of the indicators have a level.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Frame with ``factor_id``, ``project_id``, ``view``, ``rater``, ``score`` in [1, 5], unit "level"; a rater with
        too few levels has no row; empty when nobody has a score.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`; half rule as usual for scale scores.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "a", "b"], "project_id": "p", "view": "team", "factor_id": "f4",
        ...     "indicator_id": ["f4-1", "f4-2", "f4-1"], "level": [2, 4, 5], "opt_out": None,
        ... })
        >>> rater_scores(ratings, indicators={"f4": 3})["score"].tolist()
        [3.0]
    """
    answers = current_answers(ratings, indicators=indicators)
    levels = answers.loc[answers["level"].notna(), [*_RATER, "level"]].astype({"level": "float64"})
    scores = levels.groupby(_RATER)["level"].agg(score="mean", answered="count").reset_index()
    enough = 2 * scores["answered"] >= scores["factor_id"].map(dict(indicators)).astype("float64")
    return scores.loc[enough, [*_RATER, "score"]].reset_index(drop=True)


def view_scores(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the score of each view of each project: the mean over its raters.

    Args:
        scores: Result of ``rater_scores``, shape (scores, 5).

    Returns:
        Frame with ``factor_id``, ``project_id``, ``view``, ``score`` in [1, 5], unit "level"; empty without scores.

    Raises:
        KeyError: A column of ``rater_scores`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> scores = pd.DataFrame({
        ...     "factor_id": "f4", "project_id": "p", "view": "team", "rater": ["a", "b"], "score": [3.0, 4.0]
        ... })
        >>> view_scores(scores)["score"].tolist()
        [3.5]
    """
    return scores.groupby(["factor_id", "project_id", "view"])["score"].mean().reset_index()


def project_scores(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the score of each project: the mean over the views of lead, team and partners, each view counting once.

    Args:
        scores: Result of ``rater_scores``, shape (scores, 5); participants' voices are left out here.

    Returns:
        Frame with ``factor_id``, ``project_id``, ``score`` in [1, 5], unit "level"; empty without scores.

    Raises:
        KeyError: A column of ``rater_scores`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> scores = pd.DataFrame({
        ...     "factor_id": "f4", "project_id": "p", "view": ["leitung", "team", "team"], "rater": ["a", "b", "c"],
        ...     "score": [5.0, 2.0, 4.0],
        ... })
        >>> project_scores(scores)["score"].tolist()
        [4.0]
    """
    views = view_scores(scores[scores["view"] != PARTICIPANTS])
    return views.groupby(["factor_id", "project_id"])["score"].mean().reset_index()
