"""What every chart shares: the pair of figure and sentence, one small template, German numbers, the dark theme.

A chart is drawn in the light palette; ``in_dark`` swaps each colour for its partner, so chart code never asks for the
theme.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import DARK, FONT, LIGHT, Palette
from dashboard.charts.tables import Table
from dashboard.texts import plotly as words

TEXT_SIZE: Final = 15
SMALL_SIZE: Final = 14
"""Never below 13 px as seen, phones included."""

_WALL: Final = 1.35

TEAL, SUN, PLUM, SLATE, RED = LIGHT.categories


class Finished(go.Figure):  # type: ignore[misc]  # plotly tells no types
    """A figure nobody changes any more: turned into plain values once, because a page asks for them at every run."""

    def __init__(self, drawn: go.Figure) -> None:
        """Take over what was drawn."""
        super().__init__(drawn)
        self._plain = json.loads(drawn.to_json())

    def to_dict(self) -> dict[str, object]:
        """Return the plain values, shared by all runs."""
        return self._plain  # type: ignore[no-any-return]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A figure and the words without which it says nothing."""

    figure: go.Figure
    """Drawn in the light palette, made by ``figure``."""
    description: str
    """One sentence that says what the figure shows; screen readers read it instead."""
    finding: str
    """What follows from it, as the heading above."""
    subtitle: str
    """What is measured, unit, n, period."""
    table: pd.DataFrame
    """The drawn values, shape (rows, columns), German column headings, raw numbers; the index is not shown."""

    @cached_property
    def printed(self) -> Table:
        """The table for people, made once."""
        return Table(self.table)

    @cached_property
    def light(self) -> Finished:
        """The figure as it is shown, made once."""
        return Finished(self.figure)

    @cached_property
    def dark(self) -> Finished:
        """The figure as it is shown in the dark palette, made once."""
        return Finished(in_dark(self.figure))

    def for_the_wall(self) -> "Chart":
        """Return the same chart with words that are read from six metres."""
        return replace(self, figure=enlarged(self.figure, factor=_WALL))


_AXIS: Final[dict[str, object]] = {
    "gridcolor": LIGHT.line,
    "linecolor": LIGHT.edge,
    "zeroline": False,
    "ticks": "",
    "automargin": True,
    "separatethousands": True,
    "exponentformat": "none",
    "tickfont": {"size": SMALL_SIZE, "color": LIGHT.text},
    "title": {"font": {"size": SMALL_SIZE, "color": LIGHT.soft}},
    "fixedrange": True,
}

_TEMPLATE: Final = go.layout.Template(
    layout={
        "font": {"family": f"{FONT}, sans-serif", "size": TEXT_SIZE, "color": LIGHT.text},
        "separators": ",.",
        "colorway": list(LIGHT.categories),
        "colorscale": {"sequential": [[place / 4, colour] for place, colour in enumerate(LIGHT.scale)]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 16, "b": 8, "autoexpand": True},
        "showlegend": False,
        "legend": {"font": {"size": SMALL_SIZE}, "orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": LIGHT.surface,
            "bordercolor": LIGHT.edge,
            "font": {"family": f"{FONT}, sans-serif", "size": TEXT_SIZE, "color": LIGHT.text},
            "align": "left",
        },
        "uniformtext": {"minsize": 13, "mode": "hide"},
        "bargap": 0.35,
        "dragmode": False,
        "xaxis": {**_AXIS, "showgrid": False},
        "yaxis": {**_AXIS, "showline": False},
    }
)


def figure(*, height: int = 360) -> go.Figure:
    """Return an empty figure in the house style; add traces to it.

    Args:
        height: Height in pixels; the width follows the column.

    Returns:
        A figure with the template, German separators and a transparent ground.
    """
    return go.Figure(layout={"template": _TEMPLATE, "height": height, "separators": ",."})


def config(*, toolbar: bool = False) -> dict[str, object]:
    """Return Plotly's settings: German, calm, nothing that scrolls the page away.

    Args:
        toolbar: Show the picture download on hover.

    Returns:
        The ``config`` for ``st.plotly_chart``.
    """
    return {
        "displaylogo": False,
        "displayModeBar": "hover" if toolbar else False,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "responsive": True,
        "locale": "de",
        "locales": {"de": {"dictionary": dict(words.DICTIONARY), "format": dict(words.FORMAT)}},
    }


def in_dark(drawn: go.Figure) -> go.Figure:
    """Return the same figure in the dark palette.

    Args:
        drawn: A figure whose colours come from the light palette.

    Returns:
        A new figure; colours that are not in the palette stay.
    """
    return go.Figure(_swapped(drawn.to_plotly_json()))


def enlarged(drawn: go.Figure, *, factor: float) -> go.Figure:
    """Return the same figure with larger words and more height, for the projector.

    Args:
        drawn: Any figure.
        factor: How much larger, 1 or more.

    Returns:
        A new figure; marks keep their size.
    """
    return go.Figure(_grown(drawn.to_plotly_json(), factor=factor))


def _swaps() -> dict[str, str]:
    """Return the dark partner of every light colour a chart may use."""
    swaps: dict[str, str] = {}
    for field in fields(Palette):
        if field.name in {"action", "on_action", "pressed"}:
            continue  # of buttons, not of charts
        light, dark = getattr(LIGHT, field.name), getattr(DARK, field.name)
        pairs = [(light, dark)] if isinstance(light, str) else list(zip(light, dark, strict=True))
        for before, after in pairs:
            swaps.setdefault(before, after)
    return swaps


_SWAPS: Final[Mapping[str, str]] = _swaps()
LIGHT_OF_DARK: Final[Mapping[str, str]] = {dark: light for light, dark in _SWAPS.items()}
"""The light partner of every dark colour a chart may use, for pictures that leave the page."""


def _swapped(value: object) -> object:
    if isinstance(value, str):
        return _SWAPS.get(value, value)
    if isinstance(value, dict):
        return {key: _swapped(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_swapped(item) for item in value]
    return value


def _grown(value: object, *, factor: float) -> object:
    if isinstance(value, dict):
        grown = {key: _grown(item, factor=factor) for key, item in value.items()}
        for key, item in grown.items():
            if key == "height" and isinstance(item, int):
                grown[key] = round(item * factor)
            if key.endswith("font") and isinstance(item, dict) and isinstance(item.get("size"), int):
                grown[key] = {**item, "size": round(item["size"] * factor)}
        return grown
    return [_grown(item, factor=factor) for item in value] if isinstance(value, list | tuple) else value
