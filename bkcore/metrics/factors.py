"""The profile of the success factors in one round: mean, spread, agreement and what lies behind them."""

from collections.abc import Mapping

import pandas as pd

from bkcore.metrics.factor_scores import (
    PARTICIPANTS,
    counted_answers,
    project_scores,
    rater_scores,
    short_form_share,
    view_scores,
)
from bkcore.vocabulary import Band, View

FEWEST_RATERS_FOR_AGREEMENT = 5
_VARIANCE_BY_CHANCE = 2.0  # five levels, all equally likely
_STRENGTH_FROM, _DISCUSS_FROM = 4.0, 3.0
_ROUNDING_OF_FLOATS = 1e-9  # so that 3.9999999999999996, which is 4, is a strength


def factor_profile(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return one row per success factor, in the catalogue's order, over all projects of a round.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round; participants' voices are left out here.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Frame indexed by ``factor_id``: ``mean``, ``sd``, ``q1``, ``median``, ``q3`` over projects and ``lowest``,
        ``highest`` over raters, all on the scale 1 to 5; ``n_raters``, ``n_projects`` with a score; ``band``;
        ``agreement``, ``opt_out_share``, ``short_form_share`` in [0, 1]. NaN where a figure is not defined, counts 0.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`; bands after the Wilder Collaboration Factors Inventory.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "b"], "project_id": ["p", "q"], "view": "team", "factor_id": "f4",
        ...     "indicator_id": "f4-1", "level": [3, 4], "opt_out": None,
        ... })
        >>> factor_profile(ratings, indicators={"f4": 1}).loc["f4", "mean"].item()
        3.5
    """
    factors = pd.Index(list(indicators), name="factor_id", dtype="str")
    inside = ratings[ratings["view"] != PARTICIPANTS]
    scores = rater_scores(inside, indicators=indicators)
    projects = project_scores(scores).groupby("factor_id")["score"]
    raters = scores.groupby("factor_id")
    mean = projects.mean().reindex(factors).astype("float64")
    return pd.DataFrame(
        {
            "mean": mean,
            "sd": projects.std(),
            "q1": projects.quantile(0.25),
            "median": projects.median(),
            "q3": projects.quantile(0.75),
            "n_raters": raters["score"].count().reindex(factors, fill_value=0),
            "n_projects": projects.count().reindex(factors, fill_value=0),
            "band": mean.map(band).astype("str"),
            "lowest": raters["score"].min(),
            "highest": raters["score"].max(),
            "agreement": agreement(scores),
            "opt_out_share": opt_out_share(inside, indicators=indicators),
            "short_form_share": short_form_share(scores),
        },
        index=factors,
    )


def band(mean: float) -> str | None:
    """Name the band of a mean: a talking point, never a grade.

    Args:
        mean: Unrounded mean on the scale 1 to 5, a scalar; NaN when there is none.

    Returns:
        "strength" from 4, "discuss" from 3, "concern" below; None for NaN.

    Raises:
        TypeError: The mean is not a number.

    Source:
        Mattessich and Johnson (2018), Collaboration: What Makes It Work, Wilder Research: interpretation of scores.

    Examples:
        >>> band(3.96)
        'discuss'
    """
    if pd.isna(mean):
        return None
    if mean >= _STRENGTH_FROM - _ROUNDING_OF_FLOATS:
        return Band.STRENGTH.value
    return Band.DISCUSS.value if mean >= _DISCUSS_FROM - _ROUNDING_OF_FLOATS else Band.CONCERN.value


def agreement(scores: pd.DataFrame) -> "pd.Series[float]":
    """How much the raters of one project agree, against answers given by chance, averaged over the projects.

    Args:
        scores: Result of ``rater_scores``, shape (scores, >=5), of the views that count.

    Returns:
        r_wg = max(0, 1 - s²/2) in [0, 1] by ``factor_id``, unit "index", over the projects with at least five raters
        (below that chance alone looks like agreement); a factor without such a project is missing.

    Raises:
        KeyError: A column of ``rater_scores`` is missing.

    Source:
        James, Demaree and Wolf (1984), Estimating within-group interrater reliability, Journal of Applied Psychology
        69(1), 85-98; uniform null distribution on five levels, variance 2.

    Examples:
        >>> scores = pd.DataFrame({
        ...     "factor_id": "f4", "project_id": "p", "view": "team", "rater": list("abcde"), "score": [3, 3, 4, 4, 4]
        ... })
        >>> agreement(scores).round(2).to_dict()
        {'f4': 0.85}
    """
    projects = scores.groupby(["factor_id", "project_id"]).agg(variance=("score", "var"), raters=("score", "count"))
    enough = projects[projects["raters"] >= FEWEST_RATERS_FOR_AGREEMENT]
    within = (1 - enough["variance"] / _VARIANCE_BY_CHANCE).clip(lower=0.0)
    return within.groupby(level="factor_id").mean()


def opt_out_share(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> "pd.Series[float]":
    """Share of the answers to each factor that are "don't know" or "does not apply".

    Answers to indicators count; the short form's answer to a whole factor counts for raters without any of those.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round and the views that count.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Share in [0, 1] by ``factor_id``; NaN when nobody answered.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a", "b"], "project_id": "p", "view": "team", "factor_id": "f4", "indicator_id": "f4-1",
        ...     "level": [3, None], "opt_out": [None, "weiss_nicht"],
        ... })
        >>> opt_out_share(ratings, indicators={"f4": 1}).to_dict()
        {'f4': 0.5}
    """
    answers = counted_answers(ratings, indicators=indicators)
    shares = answers["level"].isna().groupby(answers["factor_id"]).mean()
    return shares.reindex(pd.Index(list(indicators), name="factor_id", dtype="str")).astype("float64")


def view_profile(ratings: pd.DataFrame, *, indicators: Mapping[str, int]) -> pd.DataFrame:
    """Return one row per success factor and view, so that the gap between views can be seen.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round, participants' voices included.
        indicators: Number of indicators of each factor, in the catalogue's order.

    Returns:
        Frame indexed by ``factor_id`` and ``view``, every view of every factor: ``mean`` over projects on the scale 1
        to 5 (NaN without a score), ``n_raters`` and ``n_projects`` with a score (0 without).

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> ratings = pd.DataFrame({
        ...     "rater": ["a"], "project_id": "p", "view": "teilnehmende", "factor_id": "f4", "indicator_id": "f4-1",
        ...     "level": [5], "opt_out": None,
        ... })
        >>> view_profile(ratings, indicators={"f4": 1}).loc[("f4", "teilnehmende")].tolist()
        [5.0, 1.0, 1.0]
    """
    rows = pd.MultiIndex.from_product([list(indicators), [view.value for view in View]], names=["factor_id", "view"])
    scores = rater_scores(ratings, indicators=indicators)
    projects = view_scores(scores).groupby(["factor_id", "view"])["score"]
    raters = scores.groupby(["factor_id", "view"])["score"].count()
    return pd.DataFrame(
        {
            "mean": projects.mean().reindex(rows).astype("float64"),
            "n_raters": raters.reindex(rows, fill_value=0),
            "n_projects": projects.count().reindex(rows, fill_value=0),
        }
    )
