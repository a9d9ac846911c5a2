"""Participation over time: who took part in each year."""

from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.publication.inputs import YearInput
from bkcore.publication.network_section import network_figure
from bkcore.wording.numbers import whole
from dashboard.charts import base, year_rows
from dashboard.texts import network as texts

_ROOM: Final = 1.32
"""The longest bar leaves room for its total and for the column at the right."""
_PARTS: Final = (
    ("continuing", base.TEAL, LIGHT.on_categories[0]),
    ("returned", base.PLUM, LIGHT.on_categories[2]),
    ("new", base.SUN, LIGHT.on_categories[1]),
    ("base", LIGHT.muted, LIGHT.text),
)


def participation_chart(years: Sequence[YearInput], *, shown: int) -> base.Chart | None:
    """Draw one bar per year, the newest on top, divided into who stayed, came back and is new.

    Beside each bar stands on how many activities it rests: better records look like growth.

    Args:
        years: All recorded calendar years in order, gaps included.
        shown: The year the page speaks about; it is printed in bold and its finding is the heading.

    Returns:
        The bars and the sentence that describes them, ``None`` without a year with active organisations.
    """
    drawn, found = network_figure(years), network_figure([year for year in years if year.year <= shown])
    if drawn is None or found is None:
        return None
    of = {year.year: year for year in years}
    rows = list(drawn.bars)
    parts = [
        year_rows.Part(
            texts.PARTS[part],
            colour,
            on,
            tuple((row.total if row.base else 0) if part == "base" else getattr(row, part) or 0 for row in rows),
        )
        for part, colour, on in _PARTS
    ]
    figure = year_rows.framed([row.year for row in rows], parts, shown=shown)
    # All words at once: plotly checks every earlier one again when they are added singly.
    beside = [word for row in rows for word in _beside(of[row.year], total=row.total)]
    figure.update_layout(
        annotations=[*beside, year_rows.at_the_right("<br>".join(texts.BESIDE))],
        xaxis={"range": [0, max(row.total for row in rows) * _ROOM]},
    )
    return base.Chart(
        figure=figure,
        description=drawn.alt,
        finding=found.finding,
        subtitle=drawn.subtitle,
        table=_table(rows=[of[row.year] for row in rows]),
    )


def _beside(year: YearInput, *, total: int) -> Iterator[dict[str, object]]:
    """Yield the total at the end of the bar, and what it rests on at the right edge."""
    text = f"<b>{whole(total)}</b>" if total else texts.NO_ACTIVITY
    yield year_rows.beside(year.year, at=total, text=text, soft=not total)
    if year.activities or year.announced:
        announced = f" + {whole(year.announced)}" if year.announced else ""
        yield year_rows.at_the_right(f"{whole(year.activities)}{announced}", year=year.year)


def _table(*, rows: list[YearInput]) -> pd.DataFrame:
    cells = [(str(row.year), *_known(row), row.activities, row.announced) for row in reversed(rows)]
    return pd.DataFrame(cells, columns=list(texts.COLUMNS_YEARS)).astype(
        dict.fromkeys(texts.COLUMNS_YEARS[1:], "Int64")
    )


def _known(row: YearInput) -> tuple[int | None, ...]:
    """Return active, new, returned and retained; what nobody wrote down, or what the base year lacks, is no zero."""
    if not row.organisations:
        return (None,) * 4
    if row.base_year:
        return (row.organisations, None, None, None)
    return (row.organisations, row.new, row.returned, row.retained)
