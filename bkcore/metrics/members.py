"""Continuity and change in the steering group: seats filled, who is new, who stayed, how long people have served."""

from datetime import date

import pandas as pd

from bkcore.columns import REPRESENTATIONS, SEATS

_DAYS_A_YEAR = 365.25
Counted = tuple[int, int]
"""How many, and of how many: a group this small is counted, a share of it would jump with every person."""


def filled_seats(seats: pd.DataFrame, *, representations: pd.DataFrame, day: date) -> Counted | None:
    """Count the seats of a day on which somebody sits, of all seats of that day.

    Args:
        seats: ``SEATS`` frame, shape (seats, >=3), one row per seat.
        representations: ``REPRESENTATIONS`` frame, shape (representations, >=4).
        day: The day.

    Returns:
        Seats with somebody and all seats, unit "seat", the first at most the second; None when there is no seat on
        that day.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; Popolo: Post and Membership.

    Examples:
        >>> first = pd.Timestamp("2024-01-01")
        >>> seats = pd.DataFrame({"seat_id": ["a", "b"], "seat_begins": first, "seat_ends": pd.NaT})
        >>> sits = pd.DataFrame({"seat_id": ["a"], "number": 1, "begins": first, "ends": pd.NaT})
        >>> filled_seats(seats, representations=sits, day=date(2026, 1, 1))
        (1, 2)
    """
    there = _existing(seats, day)
    if there.empty:
        return None
    return _counted(there["seat_id"].isin(_sitting(representations, day)["seat_id"]))


def new_members(seats: pd.DataFrame, *, representations: pd.DataFrame, day: date) -> Counted | None:
    """Count those who sit on a day and whose representation began within the year before, of all who sit there.

    Args:
        seats: ``SEATS`` frame, shape (seats, >=3), one row per seat.
        representations: ``REPRESENTATIONS`` frame, shape (representations, >=4).
        day: The day.

    Returns:
        New ones and all, unit "representation", the first at most the second; None when nobody sits on that day, and
        when there was no seat a year before: then everybody would be new.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md.

    Examples:
        >>> first = pd.Timestamp("2024-01-01")
        >>> seats = pd.DataFrame({"seat_id": ["a", "b"], "seat_begins": first, "seat_ends": pd.NaT})
        >>> begins = pd.to_datetime(["2024-01-01", "2025-06-01"])
        >>> sits = pd.DataFrame({"seat_id": ["a", "b"], "number": 1, "begins": begins, "ends": pd.NaT})
        >>> new_members(seats, representations=sits, day=date(2026, 1, 1))
        (1, 2)
    """
    sitting = _sitting(representations, day)
    if sitting.empty or _existing(seats, _a_year_before(day)).empty:
        return None
    return _counted(sitting["begins"] > pd.Timestamp(_a_year_before(day)))


def stayed_members(representations: pd.DataFrame, *, day: date) -> Counted | None:
    """Count those who sat a year before a day and still sit on the same seat, of all who sat then.

    Args:
        representations: ``REPRESENTATIONS`` frame, shape (representations, >=4).
        day: The day.

    Returns:
        Who stayed and who sat then, unit "representation", the first at most the second; None when nobody sat a year
        before.

    Raises:
        ColumnMissing: A column of ``REPRESENTATIONS`` is missing.

    Source:
        docs/methodology.md; retention between two days.

    Examples:
        >>> begins, ends = pd.Timestamp("2024-01-01"), pd.to_datetime([None, "2025-06-30"])
        >>> sits = pd.DataFrame({"seat_id": ["a", "b"], "number": 1, "begins": begins, "ends": ends})
        >>> stayed_members(sits, day=date(2026, 1, 1))
        (1, 2)
    """
    earlier = _sitting(representations, _a_year_before(day))
    if earlier.empty:
        return None
    return _counted(earlier["ends"].isna() | (earlier["ends"] >= pd.Timestamp(day)))


def median_service(representations: pd.DataFrame, *, day: date) -> float | None:
    """Middle length of service of those who sit on a day, counted from the day they began on their seat.

    Args:
        representations: ``REPRESENTATIONS`` frame, shape (representations, >=4).
        day: The day.

    Returns:
        Years of 365.25 days, at least 0, unit "year"; None when nobody sits on that day.

    Raises:
        ColumnMissing: A column of ``REPRESENTATIONS`` is missing.

    Source:
        docs/methodology.md; the median, because one founder of many years would move a mean.

    Examples:
        >>> begins = pd.to_datetime(["2024-01-01", "2020-01-01"])
        >>> sits = pd.DataFrame({"seat_id": ["a", "b"], "number": 1, "begins": begins, "ends": pd.NaT})
        >>> round(median_service(sits, day=date(2026, 1, 1)), 2)
        4.0
    """
    sitting = _sitting(representations, day)
    if sitting.empty:
        return None
    return float((pd.Timestamp(day) - sitting["begins"]).dt.days.median() / _DAYS_A_YEAR)


def _counted(marks: pd.Series) -> Counted:
    return int(marks.sum()), len(marks)


def _existing(seats: pd.DataFrame, day: date) -> pd.DataFrame:
    SEATS.check(seats)
    return _on(seats, day, first="seat_begins", last="seat_ends")


def _sitting(representations: pd.DataFrame, day: date) -> pd.DataFrame:
    REPRESENTATIONS.check(representations)
    return _on(representations, day, first="begins", last="ends")


def _on(frame: pd.DataFrame, day: date, *, first: str, last: str) -> pd.DataFrame:
    moment = pd.Timestamp(day)
    return frame[(frame[first] <= moment) & (frame[last].isna() | (frame[last] >= moment))]


def _a_year_before(day: date) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()
