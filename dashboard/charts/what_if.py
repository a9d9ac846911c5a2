"""What would become of an organisation's activities: one bar, divided by how many others take part."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.reports.over_time import AbsenceReport
from bkcore.wording.numbers import whole
from dashboard.charts import base
from dashboard.texts import what_if as texts

_COLOURS: Final = (
    (LIGHT.muted, LIGHT.text),
    (base.SUN, LIGHT.on_categories[1]),
    (base.TEAL, LIGHT.on_categories[0]),
)


def activities_chart(found: AbsenceReport) -> base.Chart | None:
    """Draw the activities of the organisation: those with nobody else, with one other, with more.

    Args:
        found: The network without it.

    Returns:
        One divided bar, ``None`` when it took part in nothing.
    """
    counts = found.found
    if not counts.ties:
        return None
    values = (counts.activities_empty, counts.activities_alone)
    figure = base.figure(height=124)
    for name, value, (colour, on) in zip(
        texts.ACTIVITY_PARTS, (*values, counts.ties - sum(values)), _COLOURS, strict=True
    ):
        figure.add_trace(
            go.Bar(
                x=[value],
                y=[0],
                orientation="h",
                name=name,
                marker={"color": colour},
                text=[whole(value) if value else ""],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"color": on, "size": base.TEXT_SIZE},
                hovertemplate="%{x} %{fullData.name}<extra></extra>",
                showlegend=bool(value),
            )
        )
    figure.update_layout(
        barmode="stack",
        showlegend=True,
        legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False, "x": -0.02},
        margin={"t": 44, "b": 8},
        xaxis={"visible": False, "range": [0, counts.ties]},
        yaxis={"visible": False},
    )
    finding = texts.bar_finding(found)
    return base.Chart(
        figure=figure,
        description=texts.bar_description(finding),
        finding=finding,
        subtitle=texts.BAR_SUBTITLE,
        table=_table(found),
    )


def _table(found: AbsenceReport) -> pd.DataFrame:
    rows = [(line.title, texts.when(line), len(line.others), "; ".join(line.others)) for line in found.activities]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS))
