"""The calendar of one year: what took place and what was only announced, no more exactly than it is known."""

from collections.abc import Sequence

from bkcore.reports.over_time import ActivityLine, ActivityReport
from bkcore.vocabulary import ActivityStatus
from bkcore.wording.numbers import MONTHS
from dashboard.components import calendar, panel
from dashboard.forms.activity import choosing
from dashboard.texts import activity as texts

_MOST = 12
"""So many entries stand in a month; more are left to the list."""


def draw(found: ActivityReport, *, now: int) -> None:
    """Let a year be chosen and show its months.

    Args:
        found: The report of the page's choice.
        now: The year that is not over yet.
    """
    if not found.years:
        panel.notice(panel.NoticeKind.EMPTY, texts.NO_YEAR, title=texts.NO_YEAR_TITLE)
        return
    shown = choosing.lines(found, one_year=True)
    year = shown.year or found.years[-1].year
    held = sum(line.status is ActivityStatus.HELD for line in shown.lines)
    announced = sum(line.status is ActivityStatus.ANNOUNCED for line in shown.lines)
    note = f"{texts.running(year)} {texts.CALENDAR_NOTE}" if year == now else texts.CALENDAR_NOTE
    panel.heading(texts.calendar_finding(year, held=held, announced=announced), note)
    months = [
        _month(name, [line for line in shown.lines if line.month == place]) for place, name in enumerate(MONTHS, 1)
    ]
    calendar.year(months, label=f"{texts.CALENDAR_LABEL} {year}", unknown_day=texts.MONTH_ONLY, quiet=texts.QUIET_MONTH)
    if rest := [line for line in shown.lines if line.month is None]:
        calendar.year([_month(texts.YEAR_ONLY, rest)], label=texts.YEAR_ONLY, unknown_day="", quiet=texts.QUIET_MONTH)


def _month(name: str, lines: Sequence[ActivityLine]) -> calendar.Month:
    ordered = sorted(lines, key=lambda line: (not texts.day(line), line.start, line.title.casefold()))
    entries = tuple(
        calendar.Entry(texts.day(line), line.title, texts.note(line), tentative=line.status is not ActivityStatus.HELD)
        for line in ordered[:_MOST]
    )
    return calendar.Month(name, entries, more=texts.more(len(lines) - _MOST) if len(lines) > _MOST else "")
