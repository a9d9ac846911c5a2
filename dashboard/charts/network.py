"""The network of a year beside its picture: who with whom, every organisation, and which sectors meet."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.metrics.change import ChangedOrganisations
from bkcore.metrics.network import NetworkFigures
from bkcore.palette import LIGHT
from bkcore.vocabulary import Sector
from bkcore.wording.labels import label
from dashboard.charts import base
from dashboard.texts import network as texts
from dashboard.texts import sectors as words

_HEIGHT: Final = 300
_SHADES: Final = [[place / 2, colour] for place, colour in enumerate(LIGHT.scale[:3])]
"""Light enough for dark words, in the dark theme the other way round."""


def sector_chart(met: pd.DataFrame, nodes: pd.DataFrame, *, year: int, found: NetworkFigures) -> base.Chart:
    """Draw how often each two sectors took part in the same activity, as numbers on shades.

    Args:
        met: ``NetworkReport.sectors``, shape (3, 3).
        nodes: ``NetworkReport.nodes``, shape (organisations, 7), at least one.
        year: The year.
        found: The figures of that year.

    Returns:
        The matrix, the sentence that describes it, and its numbers as a table.
    """
    names = [label(Sector(sector)) for sector in met.index]
    figure = base.figure(height=_HEIGHT)
    figure.add_trace(
        go.Heatmap(
            x=names,
            y=names,
            z=met.to_numpy().tolist(),
            zmin=0,
            colorscale=_SHADES,
            showscale=False,
            xgap=4,
            ygap=4,
            text=[[words.cell(value) for value in row] for row in met.to_numpy().tolist()],
            texttemplate="%{text}",
            textfont={"size": 20, "color": LIGHT.text},
            hoverinfo="skip",
        )
    )
    figure.update_layout(
        yaxis={"autorange": "reversed", "showgrid": False, "ticklabelstandoff": 8},
        xaxis={"side": "top", "showline": False},
    )
    active = frozenset(Sector(sector) for sector in nodes["sector"].unique())
    finding = words.finding(year, met, activities=found.activities_with_ties, active=active)
    return base.Chart(
        figure=figure,
        description=words.description(finding),
        finding=finding,
        subtitle=words.subtitle(year, found.activities_with_ties),
        table=pd.DataFrame({words.SECTOR: names} | dict(zip(names, met.T.to_numpy().tolist(), strict=True))),
    )


def organisation_table(nodes: pd.DataFrame, *, changed: ChangedOrganisations) -> pd.DataFrame:
    """Return the active organisations of a year with German headings, the most active first.

    Args:
        nodes: ``NetworkReport.nodes``, shape (organisations, 7).
        changed: Which of them are new or came back.

    Returns:
        Frame, shape (organisations, 8): name, sector, activities, partners, betweenness in percent, core, how it stands
        to the year before, first year.
    """
    ordered = nodes.sort_values(["activities", "degree", "name"], ascending=[False, False, True])
    columns = (
        ordered["name"].tolist(),
        [label(Sector(sector)) for sector in ordered["sector"]],
        ordered["activities"].tolist(),
        ordered["degree"].tolist(),
        (ordered["betweenness"] * 100).round(1).tolist(),
        ordered["core"].tolist(),
        [texts.standing(str(key), changed) for key in ordered.index],
        ["" if pd.isna(day) else str(day.year) for day in ordered["since"]],
    )
    return pd.DataFrame(dict(zip(texts.COLUMNS_MEMBERS, columns, strict=True)))


def pair_table(nodes: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return who was there with whom, the closest first, with German headings.

    Args:
        nodes: ``NetworkReport.nodes``, shape (organisations, 7).
        pairs: ``NetworkReport.pairs``, shape (pairs, 5).

    Returns:
        Frame, shape (pairs, 3): both names and the number of shared activities.
    """
    names = nodes["name"].to_dict()
    columns = (
        pairs["organisation_a"].map(names).tolist(),
        pairs["organisation_b"].map(names).tolist(),
        pairs["shared"].tolist(),
    )
    return pd.DataFrame(dict(zip(texts.COLUMNS_PAIRS, columns, strict=True)))
