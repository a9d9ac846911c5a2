"""Where the views of one project lie apart."""

import pandas as pd


def view_gaps(views: pd.DataFrame) -> pd.DataFrame:
    """Return the distance between the highest and the lowest view of each project and factor, the largest first.

    Args:
        views: Result of ``view_scores``, shape (scores, >=4), of the views that may be shown; participants' voices
            take part here, because the gap to them is a finding.

    Returns:
        Frame with ``project_id``, ``factor_id``, ``lowest_view``, ``lowest``, ``highest_view``, ``highest`` in [1, 5]
        and ``gap`` in [0, 4], unit "level"; equal gaps by project and factor, equal views by name. A project and
        factor with fewer than two views has no row; empty when there is none.

    Raises:
        KeyError: A column of ``view_scores`` is missing.

    Source:
        docs/methodology.md; comparing own and outside view as in quint-essenz, Gesundheitsförderung Schweiz.

    Examples:
        >>> views = pd.DataFrame({
        ...     "factor_id": "f4", "project_id": "p", "view": ["leitung", "team"], "score": [4.5, 3.0]
        ... })
        >>> view_gaps(views)[["lowest_view", "highest_view", "gap"]].to_records(index=False).tolist()
        [('team', 'leitung', 1.5)]
    """
    key = ["project_id", "factor_id"]
    ordered = views.sort_values([*key, "score", "view"])
    lowest = ordered.drop_duplicates(key).rename(columns={"view": "lowest_view", "score": "lowest"})
    highest = ordered.drop_duplicates(key, keep="last").rename(columns={"view": "highest_view", "score": "highest"})
    found = lowest[[*key, "lowest_view", "lowest"]].merge(highest[[*key, "highest_view", "highest"]], on=key)
    found = found[found["lowest_view"] != found["highest_view"]].reset_index(drop=True)
    found["gap"] = found["highest"] - found["lowest"]
    return found.sort_values(["gap", *key], ascending=[False, True, True], ignore_index=True)
