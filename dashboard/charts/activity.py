"""Participation over time: who took part in each year."""

from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.publication.inputs import YearInput
from bkcore.publication.network_section import network_figure
from bkcore.wording.numbers import whole
from dashboard.charts import base
from dashboard.texts import network as texts

_ROW: Final = 34
_FRAME: Final = 86
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

    Bars lie, so that every word stays readable on a phone. Beside each stands on how many activities it rests: better
    records look like growth.

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
    figure = base.figure(height=_FRAME + _ROW * len(rows))
    for part, colour, on in _PARTS:
        values = [(row.total if row.base else 0) if part == "base" else getattr(row, part) or 0 for row in rows]
        if any(values):
            figure.add_trace(_bars(rows=[row.year for row in rows], values=values, part=part, colour=colour, on=on))
    # All words at once: plotly checks every earlier one again when they are added singly.
    beside = [word for row in rows for word in _beside(of[row.year], total=row.total)]
    heading = _at_the_right("<br>".join(texts.BESIDE), y=1, yref="paper", yanchor="bottom", yshift=2)
    figure.update_layout(
        annotations=[*beside, heading],
        barmode="stack",
        bargap=0.22,
        showlegend=True,
        legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "x": -0.02, "font_size": 14},
        margin={"t": 48, "b": 8},
        xaxis={"visible": False, "range": [0, max(row.total for row in rows) * _ROOM]},
        yaxis={
            "tickvals": [row.year for row in rows],
            "ticktext": [f"<b>{row.year}</b>" if row.year == shown else str(row.year) for row in rows],
            "range": [rows[0].year - 0.6, rows[-1].year + 0.6],
            "ticklabelstandoff": 6,
        },
    )
    return base.Chart(
        figure=figure,
        description=drawn.alt,
        finding=found.finding,
        subtitle=drawn.subtitle,
        table=_table(rows=[of[row.year] for row in rows]),
    )


def _bars(*, rows: list[int], values: list[int], part: str, colour: str, on: str) -> go.Bar:
    return go.Bar(
        x=values,
        y=rows,
        orientation="h",
        name=texts.PARTS[part],
        marker={"color": colour},
        text=[whole(value) if value else "" for value in values],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": on, "size": base.SMALL_SIZE},
        hovertemplate="%{y}: %{x} %{fullData.name}<extra></extra>",
    )


def _beside(year: YearInput, *, total: int) -> Iterator[dict[str, object]]:
    """Yield the total at the end of the bar, and what it rests on at the right edge."""
    yield {
        "x": total,
        "y": year.year,
        "text": f"<b>{whole(total)}</b>" if total else texts.NO_ACTIVITY,
        "xanchor": "left",
        "xshift": 6,
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.text if total else LIGHT.soft},
    }
    if year.activities or year.announced:
        announced = f" + {whole(year.announced)}" if year.announced else ""
        yield _at_the_right(f"{whole(year.activities)}{announced}", y=year.year, yref="y", yanchor="middle", yshift=0)


def _at_the_right(text: str, *, y: float, yref: str, yanchor: str, yshift: int) -> dict[str, object]:
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "y": y,
        "yref": yref,
        "yanchor": yanchor,
        "yshift": yshift,
        "text": text,
        "align": "right",
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.soft},
    }


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
