"""The profile of the success factors: one row per factor on the fixed scale from 1 to 5."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.instrument import Factor
from bkcore.palette import LIGHT
from bkcore.vocabulary import Band, View
from bkcore.wording.findings import FactorFacts, ViewFacts
from dashboard.charts import base
from dashboard.texts import factors as texts

_ROW: Final = 58
_FRAME: Final = 92
_LEVELS: Final = (1, 2, 3, 4, 5)
_BANDS: Final = ((Band.CONCERN, 1, 3), (Band.DISCUSS, 3, 4), (Band.STRENGTH, 4, 5))
_WIDE: Final = 1.0


def facts_of(profile: pd.DataFrame, views: pd.DataFrame, *, factors: Iterable[Factor]) -> tuple[FactorFacts, ...]:
    """Return what sentences, chart and details need to know of each factor, in the catalogue's order.

    Args:
        profile: ``FactorsReport.profile``, shape (factors, >=11); figures of withheld rows are empty.
        views: ``FactorsReport.views``, shape (factors and views, 5).
        factors: The factors of the catalogue; their short titles name the rows.

    Returns:
        One per row; ``None`` where a figure is withheld or not defined, no views of a withheld row.
    """
    titles = {factor.id: factor.short_title for factor in factors}
    return tuple(
        FactorFacts(
            key=str(key),
            title=titles[str(key)],
            mean=_known(row["mean"]),
            lower=_known(row["q1"]),
            upper=_known(row["q3"]),
            previous=_known(row["previous_mean"]),
            band=None if pd.isna(row["band"]) else Band(row["band"]),
            projects=int(row["n_projects"]),
            raters=int(row["n_raters"]),
            agreement=_known(row["agreement"]),
            opt_outs=_known(row["opt_out_share"]),
            views=() if row["withheld"] else _views(views[views["factor_id"] == key]),
        )
        for key, row in zip(profile.index, profile.to_dict("records"), strict=True)
    )


def factor_profile_chart(facts: Sequence[FactorFacts], *, round_title: str, previous: str) -> base.Chart:
    """Draw one dot per success factor with the middle half of the projects, in the catalogue's order.

    Dots, not bars: the scale has no zero, so a length would mean nothing. The name stands above its row, so that it
    fits on a phone; the round before is a ring.

    Args:
        facts: Result of ``facts_of``; withheld rows are drawn as such.
        round_title: Title of the round.
        previous: Title of the round before, empty when there is none.

    Returns:
        Dots on the fixed scale 1 to 5, and the sentence that describes them.
    """
    rows = [len(facts) - place for place in range(len(facts))]
    figure = base.figure(height=_FRAME + _ROW * len(facts))
    _scale(figure, top=len(facts))
    for fact, row in zip(facts, rows, strict=True):
        _row(figure, fact, row=row)
    shown = [(fact, row) for fact, row in zip(facts, rows, strict=True) if fact.mean is not None]
    before = [(fact, row) for fact, row in shown if fact.previous is not None]
    figure.add_trace(_dots([(fact.previous, row, fact) for fact, row in before], ring=True))
    figure.add_trace(_dots([(fact.mean, row, fact) for fact, row in shown], ring=False))
    figure.update_layout(
        xaxis={"range": [0.93, 5.07], "tickvals": list(_LEVELS), "showgrid": True, "side": "bottom"},
        yaxis={"visible": False, "range": [0.45, len(facts) + 1.25]},
        margin={"l": 12, "r": 12, "t": 8, "b": 28},
    )
    return base.Chart(
        figure=figure,
        description=texts.description(facts),
        finding=texts.bands(facts),
        subtitle=texts.subtitle(facts, title=round_title, previous=previous),
        table=_table(facts),
    )


def _scale(figure: go.Figure, *, top: int) -> None:
    """Name the bands above the rows and divide them by a line."""
    for band, lower, upper in _BANDS:
        figure.add_annotation(
            x=(lower + upper) / 2,
            y=top + 0.98,
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
            y1=top + 1.2,
            line={"color": LIGHT.edge, "width": 1, "dash": "dot"},
            layer="below",
        )


def _row(figure: go.Figure, fact: FactorFacts, *, row: int) -> None:
    """Write the name above the row; draw the middle half, or say that the row is withheld."""
    figure.add_annotation(
        x=1,
        y=row + 0.36,
        text=fact.title,
        xanchor="left",
        xshift=-6,
        showarrow=False,
        bgcolor=LIGHT.ground,
        borderpad=1,
        font={"size": base.TEXT_SIZE, "color": LIGHT.text},
    )
    if fact.mean is None:
        figure.add_annotation(
            x=1,
            y=row,
            text=texts.WITHHELD_ROW,
            xanchor="left",
            xshift=-6,
            showarrow=False,
            font={"size": base.SMALL_SIZE, "color": LIGHT.soft},
        )
    elif fact.spread is not None:
        wide = fact.spread >= _WIDE
        figure.add_trace(
            go.Scatter(
                x=[fact.lower, fact.upper],
                y=[row, row],
                mode="lines",
                line={"color": base.SUN if wide else LIGHT.edge, "width": 9},
                opacity=1 if wide else 0.5,
                hoverinfo="skip",
            )
        )


def _dots(places: Sequence[tuple[float | None, int, FactorFacts]], *, ring: bool) -> go.Scatter:
    fill = {"color": LIGHT.ground, "size": 13, "line": {"color": LIGHT.text, "width": 2}}
    dot = {"color": base.RED, "size": 17, "line": {"color": LIGHT.ground, "width": 2}}
    return go.Scatter(
        x=[value for value, _, _ in places],
        y=[row for _, row, _ in places],
        mode="markers",
        marker=fill if ring else dot,
        hovertext=[texts.hover(fact) for _, _, fact in places],
        hovertemplate="%{hovertext}<extra></extra>",
        hoverinfo="skip" if ring else None,
    )


def _table(facts: Sequence[FactorFacts]) -> pd.DataFrame:
    cells = [
        (fact.title, *(texts.WITHHELD_CELL,) * (len(texts.COLUMNS) - 1))
        if fact.mean is None
        else (
            fact.title,
            fact.mean,
            fact.lower,
            fact.upper,
            fact.previous,
            fact.projects,
            fact.raters,
        )
        for fact in facts
    ]
    return pd.DataFrame(cells, columns=list(texts.COLUMNS), dtype="object")


def _views(rows: pd.DataFrame) -> tuple[ViewFacts, ...]:
    return tuple(
        ViewFacts(view=View(row["view"]), mean=float(row["mean"]), raters=int(row["n_raters"]))
        for row in rows.dropna(subset=["mean"]).to_dict("records")
    )


def _known(value: object) -> float | None:
    return float(value) if isinstance(value, float) and not math.isnan(value) else None
