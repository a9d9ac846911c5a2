"""Who came, came back, stayed and was missing, year by year: a bar to the right and one to the left."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.reports.over_time import YearOfTurnover
from bkcore.wording.numbers import whole
from dashboard.charts import base, year_rows
from dashboard.texts import turnover as texts

_HERE: Final = (
    ("retained", base.TEAL, LIGHT.on_categories[0]),
    ("returned", base.PLUM, LIGHT.on_categories[2]),
    ("new", base.SUN, LIGHT.on_categories[1]),
    ("base", LIGHT.muted, LIGHT.text),
)
_MISSING: Final = (
    ("paused", LIGHT.scale[1], LIGHT.text),
    ("unseen", base.SLATE, LIGHT.on_categories[3]),
    ("open", LIGHT.muted, LIGHT.text),
    ("resigned", base.RED, LIGHT.on_categories[4]),
)
_ROOM: Final = 3.0
_LEGEND: Final = 110


def turnover_chart(years: Sequence[YearOfTurnover], *, shown: int, now: int) -> base.Chart | None:
    """Draw who was active in each year to the right of a line, and who was missing from the year before to the left.

    Args:
        years: Every year from the first to the last with a tie, gaps included.
        shown: The year the page speaks about, printed in bold.
        now: The year that is not over yet; nobody is missing from it.

    Returns:
        One bar per year, ``None`` without a second year with anybody active.
    """
    if sum(bool(year.active) for year in years) < 2:  # noqa: PLR2004 - one year is no change
        return None
    drawn = [_Drawn(year, missing=bool(year.active) and year.year != now) for year in years]
    parts = [
        year_rows.Part(texts.PARTS[key], colour, on, tuple(row.number(key) for row in drawn), striped=key == "open")
        for key, colour, on in (*_HERE, *_MISSING)
    ]
    figure = year_rows.framed([year.year for year in years], parts, shown=shown, legend=_LEGEND)
    most, least = max(len(year.active) for year in years), min(row.left for row in drawn)
    figure.update_layout(
        annotations=[word for row in drawn for word in row.words(now=now)],
        xaxis={"range": [least - _ROOM, most + _ROOM]},
        shapes=[{"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": LIGHT.edge}}],
    )
    finding = texts.finding(years)
    return base.Chart(
        figure=figure,
        description=texts.description(finding),
        finding=finding,
        subtitle=texts.SUBTITLE,
        table=_table(years, now=now),
    )


class _Drawn:
    """One row of the picture."""

    def __init__(self, year: YearOfTurnover, *, missing: bool) -> None:
        self.year = year
        self.missing = missing

    def number(self, key: str) -> int:
        """Return how far a part reaches, to the left below 0."""
        size = len(getattr(self.year, key))
        if key in {name for name, *_ in _MISSING}:
            return -size if self.missing else 0
        return size

    @property
    def left(self) -> int:
        """How far the row reaches to the left, 0 or less."""
        return -len(self.year.missing) if self.missing else 0

    def words(self, *, now: int) -> list[dict[str, object]]:
        """Return the total at the end of the bar, or why there is none."""
        total = len(self.year.active)
        if not total:
            return [year_rows.beside(self.year.year, at=0, text=texts.NOTHING_KNOWN, soft=True)]
        running = f" {texts.NOT_OVER}" if self.year.year == now else ""
        return [year_rows.beside(self.year.year, at=total, text=f"<b>{whole(total)}</b>{running}")]


def _table(years: Sequence[YearOfTurnover], *, now: int) -> pd.DataFrame:
    """Return the drawn numbers; what is not known, or has no meaning in the first year, is no zero."""
    rows = []
    for year in reversed(years):
        here: list[int | None] = [len(year.active), len(year.new), len(year.returned), len(year.retained)]
        missing: list[int | None] = [len(getattr(year, key)) for key, *_ in _MISSING]
        if not year.active:
            here = [None] * len(here)
        if year.base:
            here[1:] = [None] * 3
        if not year.active or year.base or year.year == now:
            missing = [None] * len(missing)
        rows.append((str(year.year), *here, *missing))
    return pd.DataFrame(rows, columns=list(texts.COLUMNS)).astype(dict.fromkeys(texts.COLUMNS[1:], "Int64"))
