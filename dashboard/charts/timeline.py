"""When things happen: the timeline of months and years, and the months of all years together."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.reports.over_time import ActivityReport
from bkcore.vocabulary import ActivityStatus
from bkcore.wording.numbers import MONTHS, whole
from dashboard.charts import base
from dashboard.texts import activity_figures as texts

_ROW: Final = 58
_FRAME: Final = 70
_NO_MONTH: Final = 13
_ABOVE: Final = 0.23
_MARK: Final = 23
_TWO_ROWS: Final = ((ActivityStatus.HELD, _ABOVE), (ActivityStatus.ANNOUNCED, -_ABOVE))


def timeline_chart(report: ActivityReport) -> base.Chart | None:
    """Draw a circle for each month with activities, full for what took place, empty for what was only announced.

    Args:
        report: The activities.

    Returns:
        Years as rows, the newest on top, months as columns, ``None`` when no activity has a year.
    """
    years = report.years
    if not years:
        return None
    figure = base.figure(height=_FRAME + _ROW * len(years))
    for status, up in _TWO_ROWS:
        places = Counter(
            (line.year, line.month or _NO_MONTH) for line in report.lines if line.status is status and line.year
        )
        if places:
            figure.add_trace(_circles(places, status=status, up=up))
    quiet = [entry.year for entry in years if not entry.counts.activities and not entry.counts.announced]
    figure.update_layout(
        annotations=[_quiet(year) for year in quiet],
        showlegend=True,
        legend={"itemclick": False, "itemdoubleclick": False, "x": -0.02, "y": 1.07},
        margin={"t": 64, "b": 8},
        xaxis={
            "side": "top",
            "range": [0.4, _NO_MONTH + 0.7],
            "tickvals": list(range(1, _NO_MONTH + 1)),
            "ticktext": [*(month[0] for month in MONTHS), texts.NO_MONTH],
            "tickangle": 0,
            "showline": False,
        },
        yaxis={
            "tickvals": [entry.year for entry in years],
            "ticktext": [str(entry.year) for entry in years],
            "range": [years[0].year - 0.55, years[-1].year + 0.55],
            "showgrid": False,
            "ticklabelstandoff": 4,
        },
        shapes=[_between(entry.year) for entry in years[1:]],
    )
    finding = texts.timeline_finding(years)
    return base.Chart(
        figure=figure,
        description=texts.timeline_description(finding, report.figures),
        finding=finding,
        subtitle=texts.timeline_subtitle(report.lines),
        table=_months_table(report),
    )


def months_chart(report: ActivityReport) -> base.Chart | None:
    """Draw one bar per calendar month over all years, of what took place.

    Args:
        report: The activities.

    Returns:
        Twelve bars from nought, ``None`` when nothing that took place is known to the month.
    """
    counts = [int(number) for number in report.seasons["activities"]]
    if not any(counts):
        return None
    figure = base.figure(height=280)
    figure.add_trace(
        go.Bar(
            x=list(texts.SHORT_MONTHS),
            y=counts,
            marker={"color": base.TEAL},
            text=[whole(number) if number else "" for number in counts],
            textposition="outside",
            textfont={"size": base.TEXT_SIZE, "color": LIGHT.text},
            cliponaxis=False,
            hovertemplate="%{x}: %{y}<extra></extra>",
        )
    )
    figure.update_layout(
        bargap=0.28,
        xaxis={"tickangle": 0},
        yaxis={"visible": False, "range": [0, max(counts) * 1.15], "showgrid": False},
    )
    finding = texts.months_finding(counts)
    return base.Chart(
        figure=figure,
        description=texts.months_description(finding),
        finding=finding,
        subtitle=texts.months_subtitle(counts, held=report.figures.counts.activities),
        table=_seasons_table(report.seasons),
    )


def _circles(places: Counter[tuple[int, int]], *, status: ActivityStatus, up: float) -> go.Scatter:
    held = status is ActivityStatus.HELD
    cells: Sequence[tuple[tuple[int, int], int]] = sorted(places.items())
    return go.Scatter(
        x=[month for (_, month), _ in cells],
        y=[year + up for (year, _), _ in cells],
        mode="markers+text",
        name=texts.HELD if held else texts.ANNOUNCED,
        marker={
            "size": _MARK,
            "color": base.TEAL if held else LIGHT.ground,
            "line": {"color": base.TEAL if held else LIGHT.edge, "width": 1.5},
            "opacity": 1,
        },
        text=[whole(number) for _, number in cells],
        textposition="middle center",
        textfont={"size": base.SMALL_SIZE, "color": LIGHT.on_categories[0] if held else LIGHT.text},
        hovertext=[
            f"{MONTHS[month - 1] + ' ' if month < _NO_MONTH else ''}{year}: {whole(number)}"
            for (year, month), number in cells
        ],
        hovertemplate="%{hovertext} %{fullData.name}<extra></extra>",
    )


def _quiet(year: int) -> dict[str, object]:
    return {
        "x": 0.6,
        "y": year,
        "text": texts.NOTHING_KNOWN,
        "xanchor": "left",
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.soft},
    }


def _between(year: int) -> dict[str, object]:
    """Return the hairline below a year."""
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": year - 0.5, "y1": year - 0.5,
        "line": {"color": LIGHT.line, "width": 1}, "layer": "below",
    }  # fmt: skip


def _months_table(report: ActivityReport) -> pd.DataFrame:
    rows = [
        (
            texts.month_name(entry.month),
            entry.counts.activities,
            entry.counts.announced,
            entry.counts.organisations if entry.counts.activities else None,
            entry.counts.attendance.sum,
            entry.counts.attendance.known if entry.counts.activities else None,
        )
        for entry in reversed(report.figures.by_month)
        if entry.counts.activities or entry.counts.announced
    ]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_MONTHS)).astype(
        dict.fromkeys(texts.COLUMNS_MONTHS[1:], "Int64")
    )


def _seasons_table(seasons: pd.DataFrame) -> pd.DataFrame:
    columns = (list(MONTHS), seasons["activities"].tolist(), seasons["per_year"].tolist(), seasons["share"].tolist())
    return pd.DataFrame(dict(zip(texts.COLUMNS_SEASONS, columns, strict=True)))
