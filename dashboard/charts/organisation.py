"""One organisation: the years in which it was there, and with whom."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.reports.organisation_facts import OrganisationCard, Partner
from bkcore.vocabulary import Sector
from bkcore.wording.labels import label
from bkcore.wording.numbers import whole
from dashboard.charts import base
from dashboard.texts import organisation as texts

DRAWN: Final = 12
"""So many partners have room in the picture; all stand in the table."""
_YEAR: Final = 32
_PARTNER: Final = 40
_FRAME: Final = 52
_RIGHT: Final = 5.2
"""Right edge of the picture in steps from the organisation to its partners: the names need the most room."""
_LOOK: Final = {
    Sector.PUBLIC: (base.TEAL, "circle"),
    Sector.CIVIL: (base.SUN, "diamond"),
    Sector.PRIVATE: (base.PLUM, "square"),
}


def years_chart(card: OrganisationCard) -> base.Chart | None:
    """Draw a bar for every year of the record, the newest on top: what took place, and what was only announced.

    Args:
        card: The organisation.

    Returns:
        The bars with their sentence, ``None`` when none of its activities has a year.
    """
    if not any(one.held or one.announced for one in card.years):
        return None
    years = list(card.years)
    figure = base.figure(height=_FRAME + _YEAR * len(years))
    rows = [one.year for one in years]
    parts = (
        ("held", [one.held for one in years], base.TEAL, LIGHT.on_categories[0]),
        ("announced", [one.announced for one in years], LIGHT.muted, LIGHT.text),
    )
    for part, values, colour, on in parts:
        if any(values):
            figure.add_trace(_bars(rows, values, name=texts.PARTS[part], colour=colour, on=on))
    most = max(one.held + one.announced for one in years)
    figure.update_layout(
        annotations=[
            {
                "x": one.held + one.announced,
                "y": one.year,
                "text": texts.beside(one),
                "xanchor": "left",
                "xshift": 6,
                "showarrow": False,
                "font": {"size": base.SMALL_SIZE, "color": LIGHT.soft},
            }
            for one in years
        ],
        barmode="stack",
        bargap=0.24,
        showlegend=True,
        legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "x": -0.02},
        margin={"t": 40, "b": 4},
        xaxis={"visible": False, "range": [0, most * 1.7]},
        yaxis={
            "tickvals": rows,
            "ticktext": [str(row) for row in rows],
            "range": [rows[0] - 0.6, rows[-1] + 0.6],
            "ticklabelstandoff": 6,
        },
    )
    return base.Chart(
        figure=figure,
        description=texts.years_description(card),
        finding=texts.years_finding(card),
        subtitle=texts.YEARS_SUBTITLE,
        table=pd.DataFrame([texts.year_row(one) for one in reversed(years)], columns=list(texts.COLUMNS_YEARS)),
    )


def partners_chart(card: OrganisationCard, *, period: str) -> base.Chart | None:
    """Draw the organisation and its closest partners below each other, the line as thick as they met often.

    Args:
        card: The organisation with its partners.
        period: What the partners are about, in words.

    Returns:
        The picture with its sentence and all partners as its table, ``None`` without partners.
    """
    if not card.partners:
        return None
    shown = card.partners[:DRAWN]
    figure = base.figure(height=_FRAME + _PARTNER * (len(shown) + 1))
    top = len(shown)
    most = shown[0].shared
    for row, one in enumerate(shown):
        figure.add_trace(_line(top, top - 1 - row, width=1 + 5 * one.shared / most))
    figure.add_trace(_points([(0.0, top)], texts=[card.name], sector=card.sector, size=22))
    for sector in _LOOK:
        part = [(row, one) for row, one in enumerate(shown) if one.sector is sector]
        places = [(1.0, top - 1 - row) for row, _ in part]
        if part:
            hover = [texts.partner_hover(one) for _, one in part]
            figure.add_trace(_points(places, texts=hover, sector=sector, size=15, legend=True))
    names = [_name(0.0, top, f"<b>{texts.shortened(card.name)}</b>", shift=18)]
    names += [_name(1.0, top - 1 - row, texts.partner_label(one), shift=14) for row, one in enumerate(shown)]
    figure.update_layout(
        annotations=names,
        showlegend=True,
        legend={"itemclick": False, "itemdoubleclick": False, "itemsizing": "constant", "x": -0.02},
        margin={"t": 40, "b": 4},
        xaxis={"visible": False, "range": [-0.3, _RIGHT]},
        yaxis={"visible": False, "range": [-0.6, top + 0.6]},
    )
    return base.Chart(
        figure=figure,
        description=texts.partners_description(card, shown),
        finding=texts.partners_finding(card, period=period),
        subtitle=texts.partners_subtitle(period, shown=len(shown), of=len(card.partners)),
        table=partners_table(card.partners),
    )


def partners_table(partners: tuple[Partner, ...]) -> pd.DataFrame:
    """Return all partners with German headings, the closest first.

    Args:
        partners: In the order of the card.

    Returns:
        Frame, shape (partners, 4): name, sector, shared activities, when last.
    """
    rows = [(one.name, label(one.sector), one.shared, texts.day(one.last)) for one in partners]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_PARTNERS))


def activities_table(card: OrganisationCard) -> pd.DataFrame:
    """Return every activity of the card with its source and certainty, German headings.

    Args:
        card: The organisation.

    Returns:
        Frame, shape (activities, 7).
    """
    return pd.DataFrame([texts.activity_row(one) for one in card.activities], columns=list(texts.COLUMNS_ACTIVITIES))


def _bars(rows: list[int], values: list[int], *, name: str, colour: str, on: str) -> go.Bar:
    return go.Bar(
        x=values,
        y=rows,
        orientation="h",
        name=name,
        marker={"color": colour},
        text=[whole(value) if value else "" for value in values],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": on, "size": base.SMALL_SIZE},
        hovertemplate="%{x} %{fullData.name}<extra></extra>",
    )


def _line(top: int, row: int, *, width: float) -> go.Scatter:
    """Return the way from the organisation down and over to a partner."""
    return go.Scatter(
        x=[0, 0, 1],
        y=[top, row, row],
        mode="lines",
        line={"color": LIGHT.edge, "width": width, "shape": "linear"},
        opacity=0.55,
        hoverinfo="skip",
        showlegend=False,
    )


def _points(
    places: list[tuple[float, int]], *, texts: list[str], sector: Sector, size: int, legend: bool = False
) -> go.Scatter:
    colour, symbol = _LOOK[sector]
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        name=label(sector),
        showlegend=legend,
        marker={
            "color": colour,
            "symbol": symbol,
            "size": size,
            "line": {"color": LIGHT.ground, "width": 2},
            "opacity": 1,
        },
        hovertext=texts,
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _name(x: float, y: int, text: str, *, shift: int) -> dict[str, object]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": "left",
        "xshift": shift,
        "align": "left",
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.text},
    }
