"""Who takes part with whom: organisations as points, shared activities as lines."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from bkcore.metrics.network import NetworkFigures
from bkcore.palette import LIGHT
from bkcore.vocabulary import Sector
from bkcore.wording.labels import label
from dashboard.charts import base
from dashboard.texts import network as texts

_LOWEST, _HIGHEST, _PER_POINT = 240, 520, 18
_LABELS, _LABELS_FAR = 8, 5
_LINE_LENGTH: Final = 16
_LETTER, _LINE, _POINT = 0.05, 0.1, 0.06
"""Width of a letter, height of a line and reach of a point in the plane of the points, on the narrowest phone."""
_EDGE: Final = 1.16
_FAR: Final = (0.06, 0.2, 0.32, 0.45, 0.6, 0.8)
"""How far a name may stand from its point; beyond the first a thin line leads to it."""
_STEPS: Final = 25
_SIDES: Final = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
_LOOK: Final = {
    Sector.PUBLIC: (base.TEAL, "circle"),
    Sector.CIVIL: (base.SUN, "diamond"),
    Sector.PRIVATE: (base.PLUM, "square"),
}

Box = tuple[float, float, float, float]
Points = npt.NDArray[np.float64]


def network_chart(nodes: pd.DataFrame, pairs: pd.DataFrame, *, year: int, found: NetworkFigures) -> base.Chart:
    """Draw the organisations of a year and the lines between those that shared an activity.

    Sector is colour and shape; only the most active organisations carry their name, and only where it covers nothing.

    Args:
        nodes: ``NetworkReport.nodes``, shape (organisations, 7), at least one.
        pairs: ``NetworkReport.pairs``, shape (pairs, 5).
        year: The year.
        found: The figures of that year.

    Returns:
        The graph, the sentence that describes it, and the pairs as its table.
    """
    nodes = _busiest_first(nodes)
    figure = base.figure(height=min(_LOWEST + _PER_POINT * len(nodes), _HIGHEST))
    figure.add_trace(_lines(nodes, pairs))
    for sector, (colour, symbol) in _LOOK.items():
        part = nodes[nodes["sector"] == sector.value]
        if len(part):
            figure.add_trace(_points(part, sector=sector, colour=colour, symbol=symbol))
    _label(figure, nodes, lines=_along(figure.data[0]))
    figure.update_layout(
        showlegend=True,
        legend={"itemclick": False, "itemdoubleclick": False, "itemsizing": "constant", "x": -0.02},
        margin={"t": 44, "b": 8},
        xaxis={"visible": False, "range": [-_EDGE, _EDGE]},
        yaxis={"visible": False, "range": [-_EDGE, _EDGE], "showgrid": False},
    )
    return base.Chart(
        figure=figure,
        description=texts.graph_description(year, found, busiest=nodes["name"].head(3)),
        finding=texts.graph_finding(year, found),
        subtitle=texts.graph_subtitle(year, found),
        table=_pairs(nodes, pairs),
    )


def organisation_table(nodes: pd.DataFrame) -> pd.DataFrame:
    """Return the active organisations of a year with German headings, the most active first.

    Args:
        nodes: ``NetworkReport.nodes``, shape (organisations, 7).

    Returns:
        Frame, shape (organisations, 5): name, sector, activities, partners, first year.
    """
    ordered = _busiest_first(nodes)
    columns = (
        ordered["name"].tolist(),
        [label(Sector(sector)) for sector in ordered["sector"]],
        ordered["activities"].tolist(),
        ordered["degree"].tolist(),
        ["" if pd.isna(day) else str(day.year) for day in ordered["since"]],
    )
    return pd.DataFrame(dict(zip(texts.COLUMNS_MEMBERS, columns, strict=True)))


def _busiest_first(nodes: pd.DataFrame) -> pd.DataFrame:
    return nodes.sort_values(["activities", "degree", "name"], ascending=[False, False, True])


def _lines(nodes: pd.DataFrame, pairs: pd.DataFrame) -> go.Scatter:
    """Return all lines as one trace; a gap ends each."""
    x, y = nodes["x"].to_dict(), nodes["y"].to_dict()
    ends = list(zip(pairs["organisation_a"], pairs["organisation_b"], strict=True))
    return go.Scatter(
        x=[value for a, b in ends for value in (x[a], x[b], None)],
        y=[value for a, b in ends for value in (y[a], y[b], None)],
        mode="lines",
        line={"color": LIGHT.edge, "width": 1},
        opacity=0.45,
        hoverinfo="skip",
        showlegend=False,
    )


def _points(part: pd.DataFrame, *, sector: Sector, colour: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=part["x"].tolist(),
        y=part["y"].tolist(),
        mode="markers",
        name=label(sector),
        marker={
            "color": colour,
            "symbol": symbol,
            "size": [min(12 + 3 * activities, 36) for activities in part["activities"]],
            "line": {"color": LIGHT.ground, "width": 2},
            "opacity": 1,
        },
        hovertext=[
            texts.hover(name, activities=activities, partners=partners)
            for name, activities, partners in zip(part["name"], part["activities"], part["degree"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _label(figure: go.Figure, nodes: pd.DataFrame, *, lines: Points) -> None:
    """Write the names of the most active where they cover neither point nor name, nor a line if that can be helped."""
    blocked = nodes[["x", "y"]].to_numpy(dtype=float)
    taken: list[Box] = []
    least = nodes["activities"].min()
    for name, point, activities in zip(nodes["name"], blocked.tolist(), nodes["activities"], strict=True):
        words = _wrapped(str(name))
        busy = activities > least and len(taken) < _LABELS_FAR
        found = []
        for far, side in ((far, side) for far in _FAR[: None if busy else 1] for side in _SIDES[: None if busy else 4]):
            box, leader = _box(point, words, far=far, side=side), _leader(point, far=far, side=side)
            covers = _holds(box, blocked, reach=_POINT) or any(_cover(box, other) for other in taken)
            crossed = _holds(box, lines, reach=0)
            if _inside(box) and not covers and not any(_holds(other, leader, reach=0) for other in taken):
                found.extend([(crossed, far, side, box, leader)] if busy or not crossed else [])
        if found and len(taken) < _LABELS:
            _, far, side, box, leader = min(found, key=lambda place: place[:2])
            taken.append(box)
            blocked = np.concatenate([blocked, leader])
            _write(figure, "<br>".join(words), point=point, far=far, side=side)


def _write(figure: go.Figure, text: str, *, point: Sequence[float], far: float, side: tuple[int, int]) -> None:
    right, up = side
    figure.add_annotation(
        x=point[0],
        y=point[1],
        ax=point[0] + right * far,
        ay=point[1] + up * far,
        axref="x",
        ayref="y",
        text=text,
        xanchor={0: "center", 1: "left", -1: "right"}[right],
        yanchor={0: "middle", 1: "bottom", -1: "top"}[up],
        align={0: "center", 1: "left", -1: "right"}[right],
        showarrow=True,
        arrowhead=0,
        arrowwidth=1.2,
        arrowcolor=LIGHT.edge if far > _FAR[0] else "rgba(0,0,0,0)",
        standoff=9,
        font={"size": base.SMALL_SIZE, "color": LIGHT.text},
        borderpad=2,
    )


def _wrapped(name: str) -> list[str]:
    """Return a name in at most two lines; what is in brackets or does not fit is left to the hover text."""
    lines = [""]
    for word in name.split(" (", maxsplit=1)[0].replace("-", "- ").split():
        longer = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{word}".strip()
        if len(longer) <= _LINE_LENGTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]  # noqa: PLR2004


def _box(point: Sequence[float], lines: Sequence[str], *, far: float, side: tuple[int, int]) -> Box:
    """Return left, bottom, right and top of a name beside a point."""
    (x, y), (right, up) = point, side
    width, height = max(map(len, lines)) * _LETTER, len(lines) * _LINE
    left = x + right * far + (right - 1) / 2 * width
    bottom = y + up * far + (up - 1) / 2 * height
    return left, bottom, left + width, bottom + height


def _leader(point: Sequence[float], *, far: float, side: tuple[int, int]) -> Points:
    """Return places along the thin line to a name; none when the name stands at its point."""
    steps = np.linspace(0, 1, _STEPS)[:, None] if far > _FAR[0] else np.empty((0, 1))
    return np.asarray(np.array(point) + steps * far * np.array(side))


def _inside(box: Box) -> bool:
    return min(box[:2]) >= -_EDGE and max(box[2:]) <= _EDGE


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(box: Box, points: Points, *, reach: float) -> bool:
    left, bottom, right, top = box
    x, y = points[:, 0], points[:, 1]
    return bool(((left - reach < x) & (x < right + reach) & (bottom - reach < y) & (y < top + reach)).any())


def _along(lines: go.Scatter) -> Points:
    """Return places along every line, close enough that no name slips between them."""
    ends = np.array([*zip(lines.x, lines.y, strict=True)], dtype=float).reshape(-1, 3, 2)[:, :2]
    steps = np.linspace(0, 1, _STEPS)[None, :, None]
    places = ends[:, :1] * (1 - steps) + ends[:, 1:] * steps
    return np.asarray(places.reshape(-1, 2))


def _pairs(nodes: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    names = nodes["name"].to_dict()
    columns = (
        pairs["organisation_a"].map(names).tolist(),
        pairs["organisation_b"].map(names).tolist(),
        pairs["shared"].tolist(),
    )
    return pd.DataFrame(dict(zip(texts.COLUMNS_PAIRS, columns, strict=True)))
