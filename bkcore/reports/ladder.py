"""Where the profile shows the ladder of participation: a step instead of a mean (ADR 0019).

``bk metrics factors --json`` gives a mean for every factor, because others rely on it. What a person sees passes
through here first.
"""

import pandas as pd

from bkcore.instrument import LADDER
from bkcore.metrics.factors import band
from bkcore.metrics.participation_ladder import ladder_middle, ladder_steps, ladder_views
from bkcore.reports.round_answers import RoundAnswers
from bkcore.vocabulary import SubjectKind


def with_step(profile: pd.DataFrame, asked: RoundAnswers) -> pd.DataFrame:
    """Return a profile in which the ladder's row holds steps: nothing in it is a mean.

    Args:
        profile: Result of ``factor_profile``, shape (factors, >=12), of the projects of this round.
        asked: The round.

    Returns:
        The same shape. In the ladder's row ``mean`` and ``median`` are the middle step of the projects, ``q1`` and
        ``q3`` the ends of their middle half, ``band`` the band of the middle step; what rests on distances between
        steps (``sd``, ``agreement``, ``lowest``, ``highest``) is empty.
    """
    if LADDER not in profile.index:
        return profile
    answers = asked.of(SubjectKind.PROJECT)
    middle = ladder_middle(ladder_steps(answers, factor_id=LADDER, indicators=asked.indicators))
    result = profile.copy()
    result.loc[LADDER, ["mean", "median", "q1", "q3"]] = middle[["median", "median", "q1", "q3"]].to_numpy()
    result.loc[LADDER, ["sd", "agreement", "lowest", "highest"]] = float("nan")
    result.loc[LADDER, "band"] = band(middle["median"])
    return result


def views_with_step(views: pd.DataFrame, asked: RoundAnswers) -> pd.DataFrame:
    """Return views in which those of the ladder hold the middle step of the projects instead of a mean.

    Args:
        views: Result of ``view_profile``, indexed by ``factor_id`` and ``view``.
        asked: The round.
    """
    if LADDER not in views.index.get_level_values("factor_id"):
        return views
    steps = ladder_views(asked.of(SubjectKind.PROJECT), factor_id=LADDER, indicators=asked.indicators)
    result = views.copy()
    for view, found in steps.groupby(level="view"):
        result.loc[(LADDER, view), "mean"] = ladder_middle(found)["median"]
    return result
