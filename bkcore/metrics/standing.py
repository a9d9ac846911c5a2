"""Year by year: who came, came back, stayed or was missing, and whether somebody missing was seen again."""

import numpy as np
import pandas as pd

from bkcore.metrics.continuity import active_years

BASE, NEW, RETURNED, RETAINED, LEFT = "base", "new", "returned", "retained", "left"


def standings(ties: pd.DataFrame, *, activities: pd.DataFrame) -> pd.DataFrame:
    """Return for each year how each organisation stands against the year before, by the words of ``change``.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=3): ``activity_id``, ``start``, ``start_latest``.

    Returns:
        Frame with ``organisation_id``, ``year``, ``standing`` and ``back``, sorted by year and id. ``base``: active in
        the first year of the record, of which nothing is known before; ``new``, ``returned`` and ``retained``: active
        and never before, not in the year before, or in it; ``left``: active in the year before and not in this one,
        with the year in which it was active again in ``back`` (missing where it has not been so far). No row for
        whoever is neither active nor was in the year before; without rows when no tie has a year.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; the rows behind ``change`` of every year. A quiet year is not an exit.

    Examples:
        >>> days = pd.to_datetime(["2021-05-01", "2022-05-01", "2023-05-01"])
        >>> activities = pd.DataFrame({"activity_id": ["x", "y", "z"], "start": days, "start_latest": days})
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a"], "activity_id": ["x", "y", "z"]})
        >>> standings(ties, activities=activities)["standing"].tolist()
        ['base', 'left', 'new', 'returned', 'left']
    """
    active = active_years(ties, activities=activities)[["organisation_id", "year"]]
    year, own = active["year"], active.groupby("organisation_id")["year"]
    before, after = own.shift(1), own.shift(-1)
    here = active.assign(
        standing=np.select(
            [year == year.min(), before.isna(), before == year - 1], [BASE, NEW, RETAINED], default=RETURNED
        ),
        back=pd.array([pd.NA] * len(active), dtype="Int64"),
    )
    quiet = (after != year + 1) & (year < year.max())
    gone = active[quiet].assign(year=year[quiet] + 1, standing=LEFT, back=after[quiet].astype("Int64"))
    both: pd.DataFrame = pd.concat([here, gone]).sort_values(["year", "organisation_id"], ignore_index=True)
    return both.astype({"standing": "str"})
