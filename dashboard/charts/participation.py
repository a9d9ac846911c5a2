"""Who was active in each year, with the town's offices apart, and for how many activities it is known who came."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from bkcore.metrics.people import PeopleSum
from bkcore.palette import LIGHT
from bkcore.reports.over_time import YearOfActivity
from bkcore.wording.numbers import whole
from dashboard.charts import base, year_rows
from dashboard.texts import activity_figures as texts

_ROOM: Final = 1.45
"""The longest bar leaves room for its words and for the column at the right."""


def organisations_chart(years: Sequence[YearOfActivity], *, now: int) -> base.Chart | None:
    """Draw the active organisations of each year, the town's own offices apart.

    Args:
        years: Every recorded calendar year in order.
        now: The year that is not over yet; the finding speaks of an earlier one when there is any.

    Returns:
        One bar per year, ``None`` when nobody took part in anything whose year is known.
    """
    longest = max((entry.counts.organisations for entry in years), default=0)
    if not longest:
        return None
    parts = [
        year_rows.Part(
            texts.OTHERS,
            base.TEAL,
            LIGHT.on_categories[0],
            tuple(entry.counts.organisations - entry.offices for entry in years),
        ),
        year_rows.Part(texts.OFFICES, base.SLATE, LIGHT.on_categories[3], tuple(entry.offices for entry in years)),
    ]
    figure = year_rows.framed([entry.year for entry in years], parts)
    figure.update_layout(
        annotations=[*_totals(years), *_recorded(years), year_rows.at_the_right("<br>".join(texts.BESIDE))],
        xaxis={"range": [0, longest * _ROOM]},
    )
    finding = texts.years_finding(years, now=now)
    return base.Chart(
        figure=figure,
        description=texts.years_description(finding, years),
        finding=finding,
        subtitle=texts.YEARS_SUBTITLE,
        table=_years_table(years),
    )


def coverage_chart(years: Sequence[YearOfActivity], found: PeopleSum) -> base.Chart | None:
    """Draw for each year in how many activities the number of people is known.

    Args:
        years: Every recorded calendar year in order.
        found: The sum over all time, what has no date included.

    Returns:
        One bar per year, ``None`` when nothing that took place has a year.
    """
    longest = max((entry.counts.attendance.of for entry in years), default=0)
    if not longest:
        return None
    sums = [entry.counts.attendance for entry in years]
    parts = [
        year_rows.Part(texts.KNOWN, base.TEAL, LIGHT.on_categories[0], tuple(each.known for each in sums)),
        year_rows.Part(texts.UNKNOWN, LIGHT.muted, LIGHT.text, tuple(each.of - each.known for each in sums)),
    ]
    figure = year_rows.framed([entry.year for entry in years], parts)
    people = [
        year_rows.at_the_right(whole(entry.counts.attendance.sum), year=entry.year)
        for entry in years
        if entry.counts.activities
    ]
    quiet = [
        year_rows.beside(entry.year, at=0, text=texts.NOTHING_KNOWN, soft=True)
        for entry in years
        if not entry.counts.activities
    ]
    figure.update_layout(
        annotations=[*people, *quiet, year_rows.at_the_right(texts.PEOPLE_BESIDE)],
        xaxis={"range": [0, longest * _ROOM]},
    )
    finding = texts.people_finding(found)
    return base.Chart(
        figure=figure,
        description=texts.people_description(finding),
        finding=finding,
        subtitle=texts.PEOPLE_SUBTITLE,
        table=_people_table(years),
    )


def _totals(years: Sequence[YearOfActivity]) -> list[dict[str, object]]:
    return [
        year_rows.beside(
            entry.year,
            at=entry.counts.organisations,
            text=f"<b>{whole(entry.counts.organisations)}</b>" if entry.counts.organisations else texts.NOTHING_KNOWN,
            soft=not entry.counts.organisations,
        )
        for entry in years
    ]


def _recorded(years: Sequence[YearOfActivity]) -> list[dict[str, object]]:
    """Return at the right edge on how many activities each bar rests."""
    return [
        year_rows.at_the_right(
            whole(entry.counts.activities) + (f" + {whole(entry.counts.announced)}" if entry.counts.announced else ""),
            year=entry.year,
        )
        for entry in years
        if entry.counts.activities or entry.counts.announced
    ]


def _years_table(years: Sequence[YearOfActivity]) -> pd.DataFrame:
    rows = [
        (
            str(entry.year),
            entry.counts.activities,
            entry.counts.announced,
            *(
                (entry.counts.organisations, entry.offices, entry.with_partners, entry.offices_only)
                if entry.counts.organisations
                else (None,) * 4
            ),
        )
        for entry in reversed(years)
    ]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_YEARS)).astype(dict.fromkeys(texts.COLUMNS_YEARS[1:], "Int64"))


def _people_table(years: Sequence[YearOfActivity]) -> pd.DataFrame:
    rows = [
        (
            str(entry.year),
            entry.counts.attendance.sum,
            entry.counts.attendance.known,
            entry.counts.attendance.of,
            entry.counts.first_timers.sum,
            entry.counts.first_timers.known,
            entry.counts.volunteers.sum,
            entry.counts.volunteers.known,
        )
        for entry in reversed(years)
        if entry.counts.activities
    ]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_PEOPLE)).astype(
        dict.fromkeys(texts.COLUMNS_PEOPLE[1:], "Int64")
    )
