"""Who keeps coming, who pauses and who comes back, year by year."""

import numpy as np
import pandas as pd

from bkcore.columns import PARTICIPATIONS
from bkcore.metrics.window import known_years


def active_years(ties: pd.DataFrame, *, activities: pd.DataFrame) -> pd.DataFrame:
    """Return the calendar years in which each organisation took part in something.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=3): ``activity_id``, ``start``, ``start_latest``.

    Returns:
        Frame with ``organisation_id``, ``year`` and the number of its ``activities`` in that year (from 1), sorted;
        what is not known to the year is in none; without rows when there is no tie with a year.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; an activity belongs to a year when its whole known period does.

    Examples:
        >>> days = pd.to_datetime(["2023-05-01", "2024-05-01"])
        >>> activities = pd.DataFrame({"activity_id": ["x", "y"], "start": days, "start_latest": days})
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a"], "activity_id": ["x", "y"]})
        >>> active_years(ties, activities=activities)["year"].tolist()
        [2023, 2024]
    """
    PARTICIPATIONS.check(ties)
    years = known_years(activities)
    pairs = ties[list(PARTICIPATIONS.columns)].drop_duplicates()
    pairs = pairs.assign(year=pairs["activity_id"].map(years)).dropna(subset="year").astype({"year": "int64"})
    return pairs.groupby(["organisation_id", "year"]).size().rename("activities").reset_index()


def continuity(ties: pd.DataFrame, *, activities: pd.DataFrame) -> pd.DataFrame:
    """Return for each organisation since when it takes part, in how many years, and how often it came back.

    A quiet year is a pause, not an exit; the last year of the record closes the account of all.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=3): ``activity_id``, ``start``, ``start_latest``.

    Returns:
        Frame by ``organisation_id``, sorted: ``first`` and ``last`` active year, active ``years`` (from 1), ``share``
        of the years since the first up to the last year with any tie, in (0, 1], ``returns`` after at least one quiet
        year (from 0) and ``longest_pause`` between two active years (quiet years, from 0); empty when there is no tie
        with a year.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; retention with pauses: a quiet year is not an exit.

    Examples:
        >>> days = pd.to_datetime(["2021-05-01", "2024-05-01"])
        >>> activities = pd.DataFrame({"activity_id": ["x", "y"], "start": days, "start_latest": days})
        >>> ties = pd.DataFrame({"organisation_id": ["a", "a"], "activity_id": ["x", "y"]})
        >>> continuity(ties, activities=activities).loc["a"].to_dict()
        {'first': 2021.0, 'last': 2024.0, 'years': 2.0, 'share': 0.5, 'returns': 1.0, 'longest_pause': 2.0}
    """
    years = active_years(ties, activities=activities)
    pause = (years.groupby("organisation_id")["year"].diff() - 1).fillna(0).astype("int64")
    grouped = years.assign(pause=pause, back=pause > 0).groupby("organisation_id")
    found = grouped.agg(
        first=("year", "min"),
        last=("year", "max"),
        years=("year", "size"),
        returns=("back", "sum"),
        longest_pause=("pause", "max"),
    )
    possible = years["year"].max() - found["first"] + 1
    found.insert(3, "share", (found["years"] / possible).astype("float64"))
    return found.astype({"returns": "int64"})


def cohort_retention(ties: pd.DataFrame, *, activities: pd.DataFrame) -> pd.DataFrame:
    """Return how many of the organisations that came first in a year are active in that and each later year.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=3): ``activity_id``, ``start``, ``start_latest``.

    Returns:
        Frame with ``first_year``, ``year`` (from the first to the last year with any tie, gaps included), ``size`` of
        the cohort (from 1), ``active`` of it (from 0), their ``share`` in [0, 1] and ``base``, true for the first year
        of the record, whose cohort may have been active before; sorted; without rows when no tie has a year.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        Glenn (2005), Cohort Analysis, 2nd edition, Sage; cohorts by first year of participation.

    Examples:
        >>> days = pd.to_datetime(["2023-05-01", "2024-05-01"])
        >>> activities = pd.DataFrame({"activity_id": ["x", "y"], "start": days, "start_latest": days})
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a"], "activity_id": ["x", "x", "y"]})
        >>> cohort_retention(ties, activities=activities)["share"].tolist()
        [1.0, 0.5]
    """
    years = active_years(ties, activities=activities)
    first_year = years.groupby("organisation_id")["year"].transform("min")
    active = years.groupby([first_year.rename("first_year"), "year"]).size()
    cohorts = active.index.get_level_values("first_year").unique()
    last = int(years["year"].max()) if len(years) else 0
    cells = [(int(cohort), year) for cohort in cohorts for year in range(int(cohort), last + 1)]
    index = pd.MultiIndex.from_tuples(cells, names=["first_year", "year"]) if cells else active.index
    found = active.reindex(index, fill_value=0).rename("active").reset_index()
    found.insert(2, "size", found.groupby("first_year")["active"].transform("first").astype("int64"))
    found["share"] = np.divide(found["active"].to_numpy(dtype=float), found["size"].to_numpy(dtype=float))
    return found.assign(base=found["first_year"] == found["first_year"].min())
