"""What all charts on the scale from 1 to 5 share: the bands, a name above each row, the frame around the rows."""

from typing import Final

import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.vocabulary import Band
from dashboard.charts import base
from dashboard.texts import factors as texts

_ROW: Final = 58
_FRAME: Final = 92
_LEVELS: Final = (1, 2, 3, 4, 5)
_BANDS: Final = ((Band.CONCERN, 1, 3), (Band.DISCUSS, 3, 4), (Band.STRENGTH, 4, 5))


def framed(rows: int, *, height: int = _ROW) -> go.Figure:
    """Return a figure for so many rows on the fixed scale, the bands named above them; row 1 is the lowest.

    Args:
        rows: How many rows there are.
        height: Pixels per row.
    """
    figure = base.figure(height=_FRAME + height * rows)
    for band, lower, upper in _BANDS:
        figure.add_annotation(
            x=(lower + upper) / 2,
            y=rows + 0.98,
            text=texts.BANDS[band],
            showarrow=False,
            font={"size": base.SMALL_SIZE, "color": LIGHT.soft},
        )
    for level in (3, 4):
        figure.add_shape(
            type="line",
            x0=level,
            x1=level,
            y0=0.45,
            y1=rows + 1.2,
            line={"color": LIGHT.edge, "width": 1, "dash": "dot"},
            layer="below",
        )
    figure.update_layout(
        xaxis={"range": [0.93, 5.07], "tickvals": list(_LEVELS), "showgrid": True, "side": "bottom"},
        yaxis={"visible": False, "range": [0.45, rows + 1.25]},
        margin={"l": 12, "r": 12, "t": 8, "b": 28},
    )
    return figure


def name(figure: go.Figure, title: str, *, row: int) -> None:
    """Write a name above its row; the ground behind it keeps the grid from running through."""
    _write(figure, title, row=row + 0.36, size=base.TEXT_SIZE, colour=LIGHT.text, bgcolor=LIGHT.ground, borderpad=1)


def note(figure: go.Figure, words: str, *, row: int) -> None:
    """Say in a row why nothing is drawn there."""
    _write(figure, words, row=row, size=base.SMALL_SIZE, colour=LIGHT.soft)


def middle(figure: go.Figure, lower: float, upper: float, *, row: int, wide: bool = False) -> None:
    """Draw the middle half of the projects; one that spans a level or more in the colour of the sun."""
    figure.add_trace(
        go.Scatter(
            x=[lower, upper],
            y=[row, row],
            mode="lines",
            line={"color": base.SUN if wide else LIGHT.edge, "width": 9},
            opacity=1 if wide else 0.5,
            hoverinfo="skip",
        )
    )


def _write(figure: go.Figure, words: str, *, row: float, size: int, colour: str, **options: object) -> None:
    font = {"size": size, "color": colour}
    figure.add_annotation(x=1, y=row, text=words, xanchor="left", xshift=-6, showarrow=False, font=font, **options)
