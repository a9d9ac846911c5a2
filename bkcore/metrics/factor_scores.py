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


def counted_answers(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return the answers the share of opt-outs is taken over: those to indicators, else the one to the whole factor.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round; an answer to a whole factor, as the short form
            asks for, bears the factor's id as ``indicator_id``.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Rows of ``current_answers``, unit "answer"; a rater's answer to a whole factor is left out as soon as the same
        rater answered one of its indicators; may be empty.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md: the full form speaks before the short one.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "a", "b"], "project_id": "p", "view": "team", "factor_id": "f4",
        ...     "indicator_id": ["f4-1", "f4", "f4"], "level": [2, 4, 5], "opt_out": None,
        ... })
        >>> counted_answers(ratings, indicators={"f4": 1})["level"].tolist()
        [2, 5]
    """
    answers = current_answers(ratings, indicators=indicators)
    whole = answers["indicator_id"] == answers["factor_id"]
    in_detail = answers.assign(single=~whole).groupby(_RATER)["single"].transform("any")
    return answers[~whole | ~in_detail.astype("bool")].reset_index(drop=True)


def rater_scores(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return each rater's score for each factor: from the indicators if half of them have a level, else as a whole.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round; an answer to a whole factor, as the short form
            asks for, bears the factor's id as ``indicator_id``.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Frame with ``factor_id``, ``project_id``, ``view``, ``rater``, ``score`` in [1, 5], unit "level", and ``short``:
        whether the score is the level of the whole factor. A rater with levels for less than half of the indicators
        and none for the whole has no row; empty when nobody has a score.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`; half rule as usual for scale scores.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "a", "b", "b"], "project_id": "p", "view": "team", "factor_id": "f4",
        ...     "indicator_id": ["f4-1", "f4-2", "f4-1", "f4"], "level": [2, 4, 5, 1], "opt_out": None,
        ... })
        >>> rater_scores(ratings, indicators={"f4": 3})["score"].tolist()
        [3.0, 1.0]
    """
    answers = current_answers(ratings, indicators=indicators)
    levels = answers.loc[answers["level"].notna(), [*_RATER, "indicator_id", "level"]].astype({"level": "float64"})
    whole = levels["indicator_id"] == levels["factor_id"]
    found = levels[~whole].groupby(_RATER)["level"].agg(score="mean", answered="count").reset_index()
    enough = 2 * found["answered"] >= found["factor_id"].map(dict(indicators)).astype("float64")
    full = found.loc[enough, [*_RATER, "score"]].assign(short=False)
    short = levels.loc[whole, [*_RATER, "level"]].rename(columns={"level": "score"}).assign(short=True)
    scores = pd.concat([full, short]).drop_duplicates(_RATER, keep="first")
    return scores.sort_values(_RATER, ignore_index=True).astype({"short": "bool"})


def short_form_share(scores: pd.DataFrame) -> "pd.Series[float]":
    """Share of the raters with a score whose score rests on the short form.

    Args:
        scores: Result of ``rater_scores``, shape (scores, 6), of the views that count.

    Returns:
        Share in [0, 1] by ``factor_id``, unit "share"; a factor nobody has a score for is missing.

    Raises:
        KeyError: A column of ``rater_scores`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> short_form_share(pd.DataFrame({"factor_id": "f4", "short": [True, False, False, False]})).to_dict()
        {'f4': 0.25}
    """
    return scores["short"].astype("float64").groupby(scores["factor_id"]).mean()


def view_scores(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the score of each view of each project: the mean over its raters.

    Args:
        scores: Result of ``rater_scores``, shape (scores, >=5).

    Returns:
        Frame with ``factor_id``, ``project_id``, ``view``, ``score`` in [1, 5], unit "level", and ``raters``, how many
        stand behind it; empty without scores.

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
    views = scores.groupby(["factor_id", "project_id", "view"])["score"]
    return views.agg(score="mean", raters="count").reset_index()


def project_scores(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the score of each project: the mean over the views of lead, team and partners, each view counting once.

    Args:
        scores: Result of ``rater_scores``, shape (scores, >=5); participants' voices are left out here.

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
