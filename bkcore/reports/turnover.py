"""Who came, came back, stayed or was missing, year by year; who keeps coming; what became of each first year."""

from collections.abc import Iterable, Mapping

import pandas as pd

from bkcore.metrics import standing
from bkcore.metrics.continuity import active_years, cohort_retention, continuity
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties, without
from bkcore.reports.network import NetworkFrames
from bkcore.reports.over_time import TurnoverReport, YearOfTurnover


def build(data: NetworkFrames, *, with_offices: bool = True) -> TurnoverReport:
    """Return the change over all recorded years.

    Args:
        data: The frames, read once per data version.
        with_offices: Whether the town's own offices count.

    Returns:
        The report; without years when nobody took part in anything whose year is known.
    """
    offices = public_offices(data.organisations)
    counted = ties(data.participations, data.activities, data.organisations)
    counted = counted if with_offices else without(counted, organisations=offices)
    return TurnoverReport(
        years=_years(standing.standings(counted, activities=data.activities), left_in=_left_in(data.organisations)),
        active=active_years(counted, activities=data.activities),
        continuity=continuity(counted, activities=data.activities),
        cohorts=cohort_retention(counted, activities=data.activities),
        names=data.names,
        offices=offices,
    )


def _years(found: pd.DataFrame, *, left_in: Mapping[str, int]) -> tuple[YearOfTurnover, ...]:
    if found.empty:
        return ()
    last = int(found["year"].max())
    sets: dict[tuple[int, str], set[str]] = {}
    for row in found.to_dict("records"):
        year, who = int(row["year"]), str(row["organisation_id"])
        state = str(row["standing"])
        if state == standing.LEFT:
            state = _missing(who, year, back=not pd.isna(row["back"]), last=last, left_in=left_in)
        sets.setdefault((year, state), set()).add(who)
    states = ("base", "new", "returned", "retained", "paused", "unseen", "open", "resigned")
    return tuple(
        YearOfTurnover(year, *(frozenset(sets.get((year, state), ())) for state in states))
        for year in range(int(found["year"].min()), last + 1)
    )


def _missing(who: str, year: int, *, back: bool, last: int, left_in: Mapping[str, int]) -> str:
    if back:
        return "paused"
    if left_in.get(who, year + 1) <= year:
        return "resigned"
    return "open" if year == last else "unseen"


def _left_in(organisations: pd.DataFrame) -> dict[str, int]:
    """Return the year in which each organisation that left for good did so."""
    if "left_on" not in organisations.columns:
        return {}
    left: Iterable[tuple[str, str]] = zip(
        organisations["organisation_id"], organisations["left_on"].fillna("").astype(str), strict=True
    )
    return {who: int(day[:4]) for who, day in left if day}
