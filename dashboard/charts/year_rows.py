"""What charts with one lying bar per year share: parts with their number, words beside a bar, the newest year on top.

Bars lie, so that every word stays readable on a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.wording.numbers import whole
from dashboard.charts import base

_ROW: Final = 34
_FRAME: Final = 86
_STRIPES: Final = {
    "shape": "/",
    "bgcolor": LIGHT.muted,
    "fgcolor": LIGHT.edge,
    "fgopacity": 0.55,
    "solidity": 0.12,
    "size": 9,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar: its name, its fill, the words on it, and a value per year; below 0 it lies to the left."""

    name: str
    colour: str
    on: str
    values: tuple[int, ...]
    striped: bool = False


def framed(years: Sequence[int], parts: Sequence[Part], *, shown: int | None = None, legend: int = 0) -> go.Figure:
    """Return a figure with one bar for each year.

    Args:
        years: Rising, gaps included; the last is drawn on top.
        parts: In the order in which they lie; one without a value in any year is left out.
        shown: The year the page speaks about, printed in bold.
        legend: Pixels more for a legend that takes many lines on a phone; elsewhere the rows share them.
    """
    figure = base.figure(height=_FRAME + legend + _ROW * len(years))
    for part in parts:
        if any(part.values):
            figure.add_trace(_bars(years, part))
    figure.update_layout(
        barmode="relative",
        bargap=0.22,
        showlegend=True,
        legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "x": -0.02, "font_size": 14},
        margin={"t": 48, "b": 8},
        xaxis={"visible": False},
        yaxis={
            "tickvals": list(years),
            "ticktext": [f"<b>{year}</b>" if year == shown else str(year) for year in years],
            "range": [years[0] - 0.6, years[-1] + 0.6],
            "ticklabelstandoff": 6,
        },
    )
    return figure


def beside(year: int, *, at: float, text: str, soft: bool = False) -> dict[str, object]:
    """Return words that stand at the end of a bar."""
    return {
        "x": at,
        "y": year,
        "text": text,
        "xanchor": "left",
        "xshift": 6,
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.soft if soft else LIGHT.text},
    }


def at_the_right(text: str, *, year: int | None = None) -> dict[str, object]:
    """Return words at the right edge: in the row of a year, or above all rows."""
    place = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 2}
    row = {"y": year, "yref": "y", "yanchor": "middle", "yshift": 0}
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        **(place if year is None else row),
        "text": text,
        "align": "right",
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.soft},
    }


def _bars(years: Sequence[int], part: Part) -> go.Bar:
    return go.Bar(
        x=list(part.values),
        y=list(years),
        orientation="h",
        name=part.name,
        marker={"color": part.colour, "pattern": _STRIPES if part.striped else None},
        text=[whole(abs(value)) if value else "" for value in part.values],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": part.on, "size": base.SMALL_SIZE},
        hovertemplate="%{y}: %{text} %{fullData.name}<extra></extra>",
    )
