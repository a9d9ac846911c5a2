"""The two pictures of a frozen briefing; every value and every word comes from the document."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.publication.parts import Bar, BarFigure, Figure, ProfileFigure
from bkcore.wording.briefing import LEGEND_BARS, SCALE_ENDS, WITHHELD_WORDS
from bkcore.wording.numbers import known, whole
from dashboard.charts import base

_BAR: Final = 36
_DOT: Final = 62
_LOWEST, _HIGHEST = 1, 5
_ENDS: Final = f"{_LOWEST} = {SCALE_ENDS[0]}<br>{_HIGHEST} = {SCALE_ENDS[1]}"
_NEW, _RETURNED, _CONTINUING, _BASE = LEGEND_BARS


def bars_chart(figure: BarFigure) -> base.Chart:
    """Draw active organisations per year as lying bars, the newest on top, so that words fit on a phone.

    Args:
        figure: The frozen figure, at least one year.

    Returns:
        The bars and the document's own sentences.
    """
    parts = (
        (_CONTINUING, base.TEAL, LIGHT.on_categories[0], [bar.continuing or 0 for bar in figure.bars]),
        (_RETURNED, base.PLUM, LIGHT.on_categories[2], [bar.returned or 0 for bar in figure.bars]),
        (_NEW, base.SUN, LIGHT.on_categories[1], [bar.new or 0 for bar in figure.bars]),
        (_BASE, LIGHT.muted, LIGHT.text, [bar.total if bar.base else 0 for bar in figure.bars]),
    )
    years = [bar.year for bar in figure.bars]
    drawn = base.figure(height=_BAR * len(years) + 88)
    for name, colour, on, values in parts:
        if any(values):
            drawn.add_bar(
                x=values,
                y=years,
                name=name,
                orientation="h",
                marker={"color": colour},
                text=[whole(value) if value else "" for value in values],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"color": on, "size": base.SMALL_SIZE},
                hovertemplate="%{y}: %{x} %{fullData.name}<extra></extra>",
            )
    for bar in figure.bars:
        drawn.add_annotation(**_total(bar))
    drawn.update_layout(barmode="stack", bargap=0.22, showlegend=True, margin={"t": 48})
    drawn.update_layout(legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "x": -0.02})
    drawn.update_xaxes(visible=False, range=[0, max(bar.total for bar in figure.bars) * 1.12])
    drawn.update_yaxes(tickvals=years, ticktext=[str(year) for year in years], ticklabelstandoff=6)
    return _chart(figure, drawn=drawn)


def dots_chart(figure: ProfileFigure, *, titles: Sequence[str]) -> base.Chart:
    """Draw one dot per success factor with the middle half of the projects, the name above its line.

    Args:
        figure: The frozen figure; withheld rows say so instead of having a line.
        titles: Short title of every row, from the same document; the full ones do not fit on a phone.

    Returns:
        The dots and the document's own sentences.
    """
    drawn = base.figure(height=_DOT * len(figure.dots) + 84)
    for place, (dot, title) in enumerate(zip(figure.dots, titles, strict=True)):
        drawn.add_annotation(**_words(title, place=place, x=_LOWEST, anchor="left"))
        drawn.add_annotation(**_words(f"<b>{dot.text}</b>", place=place, x=_HIGHEST, anchor="right"))
        if dot.withheld:
            drawn.add_annotation(**_withheld(place))
            continue
        drawn.add_shape(**_line(_LOWEST, _HIGHEST, place=place, colour=LIGHT.muted, width=6))
        if dot.lower is not None and dot.upper is not None:
            drawn.add_shape(**_line(dot.lower, dot.upper, place=place, colour=LIGHT.edge, width=9))
    shown = [(dot.place, -place) for place, dot in enumerate(figure.dots) if dot.place is not None]
    drawn.add_scatter(
        x=[mean for mean, _ in shown],
        y=[place for _, place in shown],
        mode="markers",
        hoverinfo="skip",
        marker={"size": 17, "color": LIGHT.categories[4], "line": {"color": LIGHT.surface, "width": 2}},
    )
    ticks = list(range(_LOWEST, _HIGHEST + 1))
    drawn.update_xaxes(range=[_LOWEST - 0.12, _HIGHEST + 0.12], tickvals=ticks, showgrid=True, title=_ENDS)
    drawn.update_yaxes(visible=False, range=[0.6 - len(figure.dots), 0.65])
    return _chart(figure, drawn=drawn)


def _chart(figure: Figure, *, drawn: object) -> base.Chart:
    table = pd.DataFrame(list(figure.table.rows), columns=list(figure.table.columns))
    return base.Chart(
        figure=drawn, description=figure.alt, finding=figure.finding, subtitle=figure.subtitle, table=table
    )


def _total(bar: Bar) -> dict[str, object]:
    font = {"size": base.SMALL_SIZE, "color": LIGHT.text}
    text = f"<b>{known(bar.total)}</b>"
    return {"x": bar.total, "y": bar.year, "text": text, "xanchor": "left", "xshift": 4, "font": font} | _PLAIN


def _words(text: str, *, place: int, x: float, anchor: str) -> dict[str, object]:
    shift = {"yshift": 20, "xshift": -6 if anchor == "left" else 6}
    font = {"size": base.TEXT_SIZE, "color": LIGHT.text}
    ground = {"bgcolor": LIGHT.surface, "borderpad": 1}
    return {"x": x, "y": -place, "text": text, "xanchor": anchor, "font": font, **shift, **ground} | _PLAIN


def _withheld(place: int) -> dict[str, object]:
    font = {"size": base.SMALL_SIZE, "color": LIGHT.soft}
    where = {"x": _LOWEST, "y": -place, "xanchor": "left", "xshift": -6, "bgcolor": LIGHT.surface, "borderpad": 1}
    return {"text": WITHHELD_WORDS, "font": font, **where} | _PLAIN


def _line(start: float, end: float, *, place: int, colour: str, width: int) -> dict[str, object]:
    line = {"color": colour, "width": width}
    return {"type": "line", "x0": start, "x1": end, "y0": -place, "y1": -place, "line": line, "layer": "below"}


_PLAIN: Final[dict[str, object]] = {"showarrow": False}
