"""What became of the organisations that came first in a year: a table whose shade is the share still active."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.thresholds import COHORT_MINIMUM
from bkcore.wording.numbers import whole
from dashboard.charts import base
from dashboard.texts import turnover as texts

_ROW: Final = 40
_FRAME: Final = 50
Cell = Mapping[Hashable, Any]
"""One row of the frame."""
_MOST: Final = 10
"""So many years stand side by side on a phone; the table holds all."""
_SCALE: Final = (LIGHT.scale[0], LIGHT.scale[1], LIGHT.scale[2], LIGHT.scale[4])
"""A shade per quarter; words are read on each of them in both themes, which they are not on the one left out."""
_DARK: Final = 3
"""From this step of the scale on, words on it are light."""
_SMALL: Final = -1


def cohorts_chart(cohorts: pd.DataFrame, *, now: int) -> base.Chart | None:
    """Draw one row per first year and one column per recorded year.

    Args:
        cohorts: Result of ``bkcore.metrics.continuity.cohort_retention``.
        now: The year that is not over yet.

    Returns:
        The cells, shaded by share; those of too small first years say only how many. ``None`` without two years.
    """
    recorded = cohorts.groupby("year")["active"].sum().loc[lambda active: active > 0].index.tolist()
    if len(recorded) < 2:  # noqa: PLR2004 - nothing has come after yet
        return None
    shown = cohorts[cohorts["year"].isin(recorded[-_MOST:])]
    rows = sorted(shown["first_year"].unique().tolist(), reverse=True)
    figure = base.figure(height=_FRAME + _ROW * len(rows))
    figure.add_trace(_cells(shown, rows=rows, columns=recorded[-_MOST:]))
    size = {int(row["first_year"]): int(row["size"]) for row in cohorts.to_dict("records")}
    figure.update_layout(
        annotations=[_word(row, rows=rows, columns=recorded[-_MOST:]) for row in shown.to_dict("records")],
        xaxis={
            "side": "top", "tickvals": list(range(len(recorded[-_MOST:]))), "showline": False, "tickangle": 0,
            "ticktext": [_column(year, now=now) for year in recorded[-_MOST:]],
        },
        yaxis={
            "tickvals": list(range(len(rows))), "showgrid": False, "ticklabelstandoff": 4,
            "ticktext": [f"<b>{first}</b> ({whole(size[first])})" for first in rows],
        },
        margin={"t": 40},
    )  # fmt: skip
    finding = texts.cohorts_finding(size, _second(cohorts, recorded=recorded, now=now))
    small = [first for first, number in size.items() if number < COHORT_MINIMUM]
    return base.Chart(
        figure=figure,
        description=texts.cohorts_description(finding),
        finding=finding,
        subtitle=texts.cohorts_subtitle(small),
        table=_table(cohorts[cohorts["year"].isin(recorded)], now=now),
    )


def _second(cohorts: pd.DataFrame, *, recorded: list[int], now: int) -> dict[int, tuple[int, int]]:
    """Return size and number active in the year after, of the first years with such a year that is recorded and over.

    The first recorded year is left out: whether its organisations were new nobody knows.
    """
    after = cohorts[(cohorts["year"] == cohorts["first_year"] + 1) & cohorts["year"].isin(recorded)]
    after = after[~after["base"] & (after["year"] != now)]
    return {int(row["first_year"]): (int(row["size"]), int(row["active"])) for row in after.to_dict("records")}


def _cells(shown: pd.DataFrame, *, rows: list[int], columns: list[int]) -> go.Heatmap:
    cells = {(row["first_year"], row["year"]): row for row in shown.to_dict("records")}
    grid = [[cells.get((first, year)) for year in columns] for first in rows]
    colours = [LIGHT.surface, *_SCALE]
    edges = [place / len(colours) for place in range(len(colours) + 1)]
    stops = [[edges[place + side], colour] for place, colour in enumerate(colours) for side in (0, 1)]
    return go.Heatmap(
        x=list(range(len(columns))),
        y=list(range(len(rows))),
        z=[[None if cell is None else _step(cell) for cell in line] for line in grid],
        zmin=_SMALL - 0.5,
        zmax=len(_SCALE) - 0.5,
        colorscale=stops,
        showscale=False,
        xgap=3,
        ygap=3,
        hovertext=[["" if cell is None else _hover(cell) for cell in line] for line in grid],
        hovertemplate="%{hovertext}<extra></extra>",
        hoverongaps=False,
    )


def _step(cell: Cell) -> int:
    """Return the step of the scale, 0 to 3; too small first years have none."""
    return _SMALL if cell["size"] < COHORT_MINIMUM else min(int(cell["share"] * len(_SCALE)), len(_SCALE) - 1)


def _hover(cell: Cell) -> str:
    share = None if cell["size"] < COHORT_MINIMUM else cell["share"]
    return texts.cohort_hover(int(cell["first_year"]), int(cell["year"]), int(cell["active"]), int(cell["size"]), share)


def _word(cell: Cell, *, rows: list[int], columns: list[int]) -> dict[str, object]:
    small = cell["size"] < COHORT_MINIMUM
    step = _step(cell)
    return {
        "x": columns.index(int(cell["year"])),
        "y": rows.index(int(cell["first_year"])),
        "text": f"{whole(cell['active'])} v. {whole(cell['size'])}" if small else whole(cell["share"] * 100),
        "showarrow": False,
        "font": {
            "size": base.SMALL_SIZE,
            "color": LIGHT.soft if small else LIGHT.on_categories[0] if step >= _DARK else LIGHT.text,
        },
    }


def _column(year: int, *, now: int) -> str:
    return f"{year}*" if year == now else str(year)


def _table(cohorts: pd.DataFrame, *, now: int) -> pd.DataFrame:
    rows = []
    for cell in cohorts.to_dict("records"):
        small = cell["size"] < COHORT_MINIMUM
        notes = (
            texts.BASE_COHORT if cell["base"] else "",
            texts.SMALL_COHORT if small else "",
            texts.RUNNING_YEAR if cell["year"] == now else "",
        )
        share = None if small else cell["share"]
        row = (str(cell["first_year"]), cell["size"], str(cell["year"]), cell["active"], share)
        rows.append((*row, ", ".join(note for note in notes if note)))
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_COHORTS))
