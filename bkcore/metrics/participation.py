"""What took place and who came, over a window, by year and by month."""

from dataclasses import asdict, dataclass, replace
from datetime import date

import pandas as pd

from bkcore.metrics.change import Change, change
from bkcore.metrics.membership import among
from bkcore.metrics.people import PeopleSum, counted_in_parts, people_sum
from bkcore.metrics.ties import HELD, ties
from bkcore.metrics.window import ALL_TIME, Window, calendar_year, select_activities
from bkcore.vocabulary import ActivityStatus

_ANNOUNCED = frozenset({ActivityStatus.ANNOUNCED.value})


@dataclass(frozen=True)
class ParticipationCounts:
    """Counts of one period; what was announced stands apart and never enters the others."""

    activities: int
    announced: int
    organisations: int
    attendance: PeopleSum
    first_timers: PeopleSum
    volunteers: PeopleSum


@dataclass(frozen=True)
class YearOfParticipation:
    """Counts of one calendar year and the change against the year before."""

    year: int
    counts: ParticipationCounts
    change: Change


@dataclass(frozen=True)
class MonthOfParticipation:
    """Counts of one calendar month; what is known to the year only is in no month."""

    month: str
    counts: ParticipationCounts


@dataclass(frozen=True)
class ParticipationFigures:
    """Every figure of ``bk metrics participation``."""

    window: Window
    counts: ParticipationCounts
    by_year: tuple[YearOfParticipation, ...]
    by_month: tuple[MonthOfParticipation, ...]
    undated: int


def participation_figures(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window = ALL_TIME,
    link: str | None = None,
) -> ParticipationFigures:
    """Return what took place and who came in a window, and the series of its calendar years and months.

    The series run from the first to the last dated activity, gaps included, and hold only years and months that lie in
    the window as a whole: a part of a year is no year. The first year with a tie is the base year of the change.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times, with ``status`` when known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=8), of all times: id, dates, status, counts, ``part_of``.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=1).
        window: Half-open period the figures are about.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        Counts from 0; sums of people are None when no number is known. ``undated`` are the activities that took place
        at a time nobody recorded; they are in the counts only when no window is given, and in no year or month.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        docs/methodology.md; counts of the public minimum set.

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["x"], "status": ["stattgefunden"], "part_of": [None],
        ...     "start": pd.to_datetime(["2024-05-01"]), "start_latest": pd.to_datetime(["2024-05-01"]),
        ...     "attendees": [60], "first_timers": [None], "volunteers": [None],
        ... })
        >>> participations = pd.DataFrame({"organisation_id": ["a"], "activity_id": ["x"]})
        >>> figures = participation_figures(participations, activities, pd.DataFrame({"organisation_id": ["a"]}))
        >>> figures.counts.attendance
        PeopleSum(sum=60, known=1, of=1)
    """
    held = select_activities(activities, statuses=HELD, link=link)
    announced = select_activities(activities, statuses=_ANNOUNCED, link=link)
    pairs = ties(participations, held, organisations)
    left_out = {count: counted_in_parts(held, count=count) for count in ("attendees", "first_timers", "volunteers")}

    def counts(here: pd.DataFrame, *, announced: int) -> ParticipationCounts:
        return ParticipationCounts(
            activities=len(here),
            announced=announced,
            organisations=pairs.loc[among(pairs["activity_id"], here["activity_id"]), "organisation_id"].nunique(),
            attendance=people_sum(here, count="attendees", left_out=left_out["attendees"]),
            first_timers=people_sum(here, count="first_timers", left_out=left_out["first_timers"]),
            volunteers=people_sum(here, count="volunteers", left_out=left_out["volunteers"]),
        )

    def series(unit: str) -> dict[str, ParticipationCounts]:
        held_in, announced_in = _by_period(held, unit=unit), _by_period(announced, unit=unit)
        quiet = counts(held.iloc[:0], announced=0)
        return {
            str(period): counts(held_in[period], announced=len(announced_in.get(period, ())))
            if period in held_in
            else replace(quiet, announced=len(announced_in.get(period, ())))
            for period in _without_gaps([*held_in, *announced_in])
            if _inside(period, window=window)
        }

    return ParticipationFigures(
        window=window,
        counts=counts(
            select_activities(held, window=window, statuses=HELD),
            announced=len(select_activities(announced, window=window, statuses=_ANNOUNCED)),
        ),
        by_year=tuple(
            YearOfParticipation(
                year=int(year),
                counts=year_counts,
                change=change(pairs, held, organisations, window=calendar_year(int(year))),
            )
            for year, year_counts in series("Y").items()
        ),
        by_month=tuple(
            MonthOfParticipation(month=month, counts=month_counts) for month, month_counts in series("M").items()
        ),
        undated=int(held["start"].isna().sum()),
    )


def participation_json(figures: ParticipationFigures) -> dict[str, object]:
    """Return the figures with exactly the keys of ``bk metrics participation --json``."""
    return {
        "window": {"from": _iso(figures.window.start), "to": _iso(figures.window.end)},
        **asdict(figures.counts),
        "by_year": [{"year": row.year, **asdict(row.counts), **asdict(row.change)} for row in figures.by_year],
        "by_month": [{"month": row.month, **asdict(row.counts)} for row in figures.by_month],
        "undated": figures.undated,
    }


def _by_period(activities: pd.DataFrame, *, unit: str) -> dict[pd.Period, pd.DataFrame]:
    """Return the activities of each calendar year or month that is known to hold them."""
    first = activities["start"].dt.to_period(unit)
    known = first[first == activities["start_latest"].dt.to_period(unit)]
    return {period: activities.loc[rows.index] for period, rows in known.groupby(known)}


def _without_gaps(periods: list[pd.Period]) -> list[pd.Period]:
    """Return every period from the first to the last."""
    return list(pd.period_range(min(periods), max(periods))) if periods else []


def _inside(period: pd.Period, *, window: Window) -> bool:
    """Whether a whole period lies in a window."""
    begins, ends = period.start_time.date(), period.end_time.date()
    return (window.start is None or begins >= window.start) and (window.end is None or ends < window.end)


def _iso(day: date | None) -> str | None:
    """Return a day as an ISO date."""
    return day.isoformat() if day is not None else None
