"""Who is missing: declared perspectives in rows, years in columns, each cell a number or a word."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective
from bkcore.vocabulary import CoverageState
from dashboard.charts import base
from dashboard.texts import missing as texts

_ROW: Final = 44
_FRAME: Final = 44
_LINE_LENGTH: Final = 17
_STATES: Final = tuple(CoverageState)
_FILL: Final = {
    CoverageState.COVERED: LIGHT.scale[1],
    CoverageState.MISSING: LIGHT.blush,
    CoverageState.UNCERTAIN: LIGHT.muted,
    CoverageState.UNKNOWN: LIGHT.muted,
    CoverageState.QUIET: LIGHT.ground,
}


def coverage_chart(perspectives: Sequence[DeclaredPerspective], *, years: Sequence[int]) -> base.Chart | None:
    """Draw who covered each declared perspective in each year; what is not known is never drawn as missing.

    Args:
        perspectives: In reading order.
        years: Which years, the oldest first.

    Returns:
        The matrix with its words, and the whole record as its table; ``None`` without perspective or year.
    """
    if not perspectives or not years:
        return None
    figure = base.figure(height=_FRAME + _ROW * len(perspectives))
    cells = [[one.cell(year) for year in years] for one in perspectives]
    figure.add_heatmap(
        x=[str(year) for year in years],
        y=list(range(len(perspectives))),
        z=[[_STATES.index(_state(cell)) for cell in row] for row in cells],
        zmin=-0.5,
        zmax=len(_STATES) - 0.5,
        colorscale=_scale(),
        showscale=False,
        xgap=4,
        ygap=4,
        customdata=[
            [texts.cell_hover(one, cell) for cell in row] for one, row in zip(perspectives, cells, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure.update_layout(
        annotations=[
            _word(cell, column=column, row=row) for row, line in enumerate(cells) for column, cell in enumerate(line)
        ],
        shapes=[
            _frame(column, row)
            for row, line in enumerate(cells)
            for column, cell in enumerate(line)
            if _state(cell) is CoverageState.MISSING
        ],
        margin={"t": 4, "b": 8, "l": 4, "r": 4},
        xaxis={"type": "category", "side": "top", "showline": False},
        yaxis={
            "autorange": "reversed",
            "tickvals": list(range(len(perspectives))),
            "ticktext": [_wrapped(one.title) for one in perspectives],
            "showgrid": False,
            "ticklabelstandoff": 6,
        },
    )
    return base.Chart(
        figure=figure,
        description=texts.chart_description(perspectives, years),
        finding=texts.chart_finding(perspectives, years),
        subtitle=texts.CHART_SUBTITLE,
        table=coverage_table(perspectives),
    )


def coverage_table(perspectives: Sequence[DeclaredPerspective]) -> pd.DataFrame:
    """Return every perspective and year with German headings: what was found, for how many it is known, the state.

    Args:
        perspectives: In reading order.

    Returns:
        Frame, shape (perspectives × years, 7).
    """
    rows = [texts.table_row(one, cell) for one in perspectives for cell in reversed(one.cells)]
    return pd.DataFrame(rows, columns=list(texts.COLUMNS_COVERAGE))


def _scale() -> list[list[object]]:
    """Return one plain colour per state."""
    share = 1 / len(_STATES)
    return [[place, _FILL[state]] for n, state in enumerate(_STATES) for place in (n * share, (n + 1) * share)]


def _state(cell: CoverageCell | None) -> CoverageState:
    return CoverageState.QUIET if cell is None else cell.state


def _word(cell: CoverageCell | None, *, column: int, row: int) -> dict[str, object]:
    missing = _state(cell) is CoverageState.MISSING
    text = texts.cell_word(cell)
    return {
        "x": column,
        "y": row,
        "text": f"<b>{text}</b>" if missing or (cell and cell.found) else text,
        "showarrow": False,
        "font": {"size": base.SMALL_SIZE, "color": LIGHT.accent if missing else LIGHT.text},
    }


def _frame(column: int, row: int) -> dict[str, object]:
    """Return the outline of a cell in which somebody is missing, so that it stands out beside what is not known."""
    return {
        "type": "rect",
        "x0": column - 0.46,
        "x1": column + 0.46,
        "y0": row - 0.42,
        "y1": row + 0.42,
        "line": {"color": LIGHT.accent, "width": 1.5},
    }


def _wrapped(title: str) -> str:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LINE_LENGTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return "<br>".join(lines)
