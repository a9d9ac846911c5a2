"""The profile of the success factors with the keys of ``bk metrics factors --json``."""

from collections.abc import Hashable, Mapping

import pandas as pd

from bkcore.metrics.factor_scores import PARTICIPANTS, current_answers
from bkcore.metrics.factors import factor_profile, view_profile
from bkcore.vocabulary import View

_FIGURES = [
    "mean",
    "sd",
    "n_raters",
    "n_projects",
    "band",
    "lowest",
    "highest",
    "agreement",
    "opt_out_share",
    "short_form_share",
]


def factors_json(
    ratings: pd.DataFrame,
    *,
    indicators: Mapping[str, int],
    round_id: str,
    previous: Mapping[str, float | None] | None = None,
) -> dict[str, object]:
    """Return the profile of a round with exactly the keys of ``bk metrics factors --json``; None instead of NaN.

    Args:
        ratings: ``RATINGS`` frame, shape (answers, >=7), of one round.
        indicators: Number of indicators of each factor, in the catalogue's order.
        round_id: The round's id.
        previous: Mean of each factor in the round before.

    Returns:
        ``assessments`` counts the assessed projects and ``raters`` the raters in them with an answer, participants left
        out; both 0 without an answer.

    Raises:
        ColumnMissing: A column of ``RATINGS`` is missing.

    Source:
        docs/methodology.md, `bk metrics factors --json`.

    Examples:
        >>> factors_json(RATINGS.empty(), indicators={}, round_id="2026")
        {'round': '2026', 'assessments': 0, 'raters': 0, 'factors': []}
    """
    answers = current_answers(ratings, indicators=indicators)
    inside = answers[answers["view"] != PARTICIPANTS]
    profile = _rows(factor_profile(answers, indicators=indicators)[_FIGURES])
    views = _rows(view_profile(answers, indicators=indicators))
    return {
        "round": round_id,
        "assessments": inside["project_id"].nunique(),
        "raters": len(inside.drop_duplicates(["project_id", "view", "rater"])),
        "factors": [
            {
                "id": factor,
                **profile[factor],
                "previous_mean": (previous or {}).get(factor),
                "views": {view.value: views[factor, view.value] for view in View},
            }
            for factor in indicators
        ],
    }


def _rows(frame: pd.DataFrame) -> dict[Hashable, dict[str, object]]:
    """Return each row by its index as plain Python values, None instead of NaN."""
    return {
        key: {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for key, row in frame.to_dict("index").items()
    }
