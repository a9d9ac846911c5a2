"""In which months of the year things happen."""

import numpy as np
import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.metrics.window import known_years

_MONTHS = range(1, 13)


def seasonality(selected: pd.DataFrame) -> pd.DataFrame:
    """Return the activities of each calendar month, added up and on average over the recorded years.

    Args:
        selected: ``ACTIVITIES`` frame, shape (activities, >=3): ``activity_id``, ``start``, ``start_latest``, of the
            activities to look at, each once.

    Returns:
        Frame by ``month`` 1 to 12: ``activities`` (from 0), ``per_year``, the mean over the years from the first to the
        last with an activity, and ``share`` of the activities known to the month, in [0, 1]; NaN where there is none.
        What is known to the year only counts in no month.

    Raises:
        ColumnMissing: A column of ``ACTIVITIES`` is missing.

    Source:
        docs/methodology.md; months of several years added up, a mean of few years being no rule.

    Examples:
        >>> days = pd.to_datetime(["2023-05-01", "2024-05-01", "2024-09-01"])
        >>> found = seasonality(pd.DataFrame({"activity_id": ["x", "y", "z"], "start": days, "start_latest": days}))
        >>> found.loc[[5, 9], "per_year"].tolist()
        [1.0, 0.5]
    """
    ACTIVITIES.check(selected, "activity_id", "start", "start_latest")
    start, latest = selected["start"], selected["start_latest"]
    known = start.dt.year.eq(latest.dt.year) & start.dt.month.eq(latest.dt.month)
    counts = start[known].dt.month.value_counts().reindex(_MONTHS, fill_value=0)
    years = known_years(selected)
    span = years.max() - years.min() + 1 if len(years) else np.nan
    return pd.DataFrame(
        {
            "activities": counts.astype("int64"),
            "per_year": counts / span,
            "share": counts / (int(known.sum()) or np.nan),
        },
        index=pd.Index(_MONTHS, name="month"),
    )
