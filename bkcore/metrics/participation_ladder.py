"""Participation as a ladder: ordinal steps, counted and compared, never averaged."""

from collections.abc import Mapping

import pandas as pd

from bkcore.metrics.factor_scores import PARTICIPANTS, current_answers, rater_scores

_STEPS = (1, 2, 3, 4, 5)


def ladder_steps(ratings: pd.DataFrame, *, factor_id: str, indicators: Mapping[str, int]) -> "pd.Series[int]":
    """Return the step of participation of each project: the lower median over its raters of each rater's own.

    The five levels of the factor follow the order of the ladder of Wright, von Unger and Block: being told, being
    asked, being involved from the start, deciding in parts, deciding on what there is. Steps have an order but no
    distances, so the lower median is taken, first over the answers of a rater and then over the raters: it is always a
    step somebody named.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round; participants' voices are left out here.
        factor_id: The factor whose levels are the ladder.
        indicators: Number of indicators of each factor, in the catalogue's order; only raters with a score count.

    Returns:
        Step in {1, …, 5} by ``project_id``, unit "step"; a project without a score is missing.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        Wright, von Unger and Block (2010), Partizipation der Zielgruppe in der Gesundheitsförderung und Prävention.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": list("abc"), "project_id": "p", "view": "team", "factor_id": "f6", "indicator_id": "f6-1",
        ...     "level": [2, 5, 3], "opt_out": None,
        ... })
        >>> ladder_steps(ratings, factor_id="f6", indicators={"f6": 1}).to_dict()
        {'p': 3}
    """
    inside = ratings[ratings["view"] != PARTICIPANTS]
    raters = _rater_steps(inside, factor_id=factor_id, indicators=indicators)
    return _lower_median(raters.reset_index(), by=["project_id"]).rename("step")


def ladder_views(ratings: pd.DataFrame, *, factor_id: str, indicators: Mapping[str, int]) -> "pd.Series[int]":
    """Return the step of participation each view of each project sees: the lower median over its raters.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round, participants' voices included.
        factor_id: The factor whose levels are the ladder.
        indicators: Number of indicators of each factor, in the catalogue's order; only raters with a score count.

    Returns:
        Step in {1, …, 5} by ``project_id`` and ``view``, unit "step"; a view without a score is missing.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md; ordinal scales have a median and no mean.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": list("abc"), "project_id": "p", "view": ["leitung", "team", "team"], "factor_id": "f6",
        ...     "indicator_id": "f6-1", "level": [4, 1, 2], "opt_out": None,
        ... })
        >>> ladder_views(ratings, factor_id="f6", indicators={"f6": 1}).to_dict()
        {('p', 'leitung'): 4, ('p', 'team'): 1}
    """
    raters = _rater_steps(ratings, factor_id=factor_id, indicators=indicators)
    return _lower_median(raters.reset_index(), by=["project_id", "view"]).rename("step")


def ladder_middle(steps: "pd.Series[int]") -> "pd.Series[float]":
    """Return the middle step and the ends of the middle half; each is a step some project stands on.

    Args:
        steps: Steps of projects, shape (projects,).

    Returns:
        ``median`` (of two middle ones the lower), ``q1`` and ``q3`` in {1, …, 5}, unit "step"; NaN without a step.

    Raises:
        TypeError: A step is not a number.

    Source:
        docs/methodology.md; ordinal scales have a median and no mean.

    Examples:
        >>> ladder_middle(pd.Series([1, 2, 4, 5])).to_dict()
        {'median': 2.0, 'q1': 1.0, 'q3': 5.0}
    """
    found = {
        "median": steps.quantile(0.5, interpolation="lower"),
        "q1": steps.quantile(0.25, interpolation="lower"),
        "q3": steps.quantile(0.75, interpolation="higher"),
    }
    return pd.Series(found, dtype="float64")


def ladder_counts(steps: "pd.Series[int]") -> "pd.Series[int]":
    """Return how many projects stand on each step.

    Args:
        steps: Result of ``ladder_steps``, shape (projects,).

    Returns:
        Number of projects by step, all five steps, unit "project", 0 when nobody stands there.

    Raises:
        KeyError: Never; a step outside 1 to 5 is left out.

    Source:
        docs/methodology.md; ordinal scales are counted, not averaged.

    Examples:
        >>> ladder_counts(pd.Series({"p": 2, "q": 2, "r": 4})).to_dict()
        {1: 0, 2: 2, 3: 0, 4: 1, 5: 0}
    """
    return steps.value_counts().reindex(pd.Index(_STEPS, name="step"), fill_value=0).astype("int64")


def ladder_shift(before: "pd.Series[int]", after: "pd.Series[int]") -> dict[str, int]:
    """Return how many projects stand higher, as before, or lower than in the earlier round.

    Args:
        before: Result of ``ladder_steps`` of the earlier round, shape (projects,).
        after: The same of the later round.

    Returns:
        ``up``, ``same`` and ``down``, unit "project", over the projects in both rounds; all 0 without one.

    Raises:
        TypeError: A step is not a number.

    Source:
        docs/methodology.md; ordinal scales are compared by direction, not by distance.

    Examples:
        >>> ladder_shift(pd.Series({"p": 2, "q": 3}), pd.Series({"p": 3, "q": 3, "r": 1}))
        {'up': 1, 'same': 1, 'down': 0}
    """
    common = before.index.intersection(after.index)
    moved = after.loc[common] - before.loc[common]
    return {"up": int((moved > 0).sum()), "same": int((moved == 0).sum()), "down": int((moved < 0).sum())}


def _rater_steps(ratings: pd.DataFrame, *, factor_id: str, indicators: Mapping[str, int]) -> "pd.Series[int]":
    """Return the step each rater sees, from the answers that make the rater's score."""
    own = {factor_id: indicators[factor_id]} if factor_id in indicators else {}
    answers = current_answers(ratings, indicators=own)
    answers = answers[answers["level"].notna()].assign(short=answers["indicator_id"] == answers["factor_id"])
    speaking = answers.merge(rater_scores(ratings, indicators=own), on=["project_id", "view", "rater", "short"])
    return _lower_median(speaking, by=["project_id", "view", "rater"])


def _lower_median(rows: pd.DataFrame, *, by: list[str]) -> "pd.Series[int]":
    """Return the middle level of each group, of two middle ones the lower."""
    return rows.groupby(by)["level"].quantile(0.5, interpolation="lower").astype("int64")
