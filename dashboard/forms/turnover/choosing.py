"""Which year is spoken about, and whether the town's own offices count."""

from dataclasses import dataclass

from bkcore.access import Actor
from bkcore.reports.over_time import TurnoverReport, YearOfTurnover
from dashboard import over_time
from dashboard.components import choice
from dashboard.texts import turnover as texts


@dataclass(frozen=True, slots=True)
class Chosen:
    """The report of the choice, the year, and what pictures are kept under."""

    report: TurnoverReport
    year: YearOfTurnover
    key: tuple[str, int]


def chosen(*, by: Actor) -> Chosen | None:
    """Let year and counting be chosen; ``None`` when nobody took part in anything whose year is known.

    Args:
        by: Who looks.
    """
    counted = over_time.turnover_report(by=by, with_offices=True)
    if not counted.years:
        return None
    with choice.row():
        years = [str(year.year) for year in reversed(counted.years) if year.active]
        year = choice.choose(texts.YEAR, years, key="jahr", width=160)
        offices = choice.choose(
            texts.OFFICES,
            list(texts.OFFICES_NAMES),
            key="dienststellen",
            named=texts.OFFICES_NAMES.__getitem__,
            width=260,
        )
    report = counted if offices == texts.WITH else over_time.turnover_report(by=by, with_offices=False)
    number = int(year or years[0])
    found = next((one for one in report.years if one.year == number), _nobody(number))
    return Chosen(report, found, (str(offices), number))


def _nobody(year: int) -> YearOfTurnover:
    """Return a year in which nobody but the town's own offices took part."""
    none: frozenset[str] = frozenset()
    return YearOfTurnover(year, none, none, none, none, none, none, none, none)
