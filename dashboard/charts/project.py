"""One project: its profile beside the other projects and its own past, and how its views lie to each other."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.vocabulary import View
from bkcore.wording import project_result as words
from bkcore.wording.findings import ViewFacts
from bkcore.wording.labels import label
from bkcore.wording.project_result import ProjectFacts
from dashboard.charts import base, rows
from dashboard.texts import project as texts

_MARKS: Final = {
    View.LEAD: ("hexagon", base.RED, 18),
    View.TEAM: ("circle", base.TEAL, 15),
    View.PARTNER: ("square", base.PLUM, 14),
    View.PARTICIPANT: ("diamond", base.SUN, 16),
}
"""Form and colour of each view; the form alone tells them apart too."""
_TOUCHING: Final = 0.12
"""Views this close would cover each other."""
_STACKED: Final = 0.2


def project_chart(facts: Sequence[ProjectFacts], *, round_title: str, previous: str) -> base.Chart:
    """Draw one hexagon per factor, the other projects' middle half behind it and the round before as a ring.

    Args:
        facts: In the council's order; rows without a figure say so.
        round_title: Title of the round.
        previous: Title of the round before, empty when there is none.

    Returns:
        The scale from 1 to 5 with a row per factor; never an order of projects.
    """
    places = [len(facts) - place for place in range(len(facts))]
    figure = rows.framed(len(facts))
    for fact, row in zip(facts, places, strict=True):
        rows.name(figure, fact.title, row=row)
        if fact.score is None:
            rows.note(figure, f"· {words.NO_FIGURE}", row=row)
        elif fact.lower is not None and fact.upper is not None:
            rows.middle(figure, fact.lower, fact.upper, row=row)
    shown = [(fact, row) for fact, row in zip(facts, places, strict=True) if fact.score is not None]
    ring = {"color": LIGHT.ground, "size": 13, "line": {"color": LIGHT.text, "width": 2}}
    past = [(fact.previous, row) for fact, row in shown if fact.previous is not None]
    figure.add_trace(_points(past, marker=ring))
    dot = {"symbol": "hexagon", "color": base.RED, "size": 19, "line": {"color": LIGHT.ground, "width": 2}}
    figure.add_trace(_points([(fact.score, row) for fact, row in shown], marker=dot))
    for fact, row in shown:
        figure.add_annotation(
            x=5, y=row + 0.36, text=f"<b>{fact.text}</b>", xanchor="right", xshift=6, showarrow=False,
            bgcolor=LIGHT.ground, borderpad=1, font={"size": base.TEXT_SIZE, "color": LIGHT.text},
        )  # fmt: skip
    return base.Chart(
        figure=figure,
        description=words.description(facts),
        finding=words.change_finding(facts, previous=previous) or texts.profile_finding(facts),
        subtitle=texts.profile_subtitle(facts, title=round_title, previous=previous),
        table=_profile_table(facts),
    )


def views_chart(facts: Sequence[ProjectFacts], *, round_title: str) -> base.Chart | None:
    """Draw the views of each factor on one line, from the lowest to the highest.

    Args:
        facts: In the council's order.
        round_title: Title of the round.

    Returns:
        A dumbbell per factor, each view with a form and colour of its own; ``None`` when no factor has two views.
    """
    if not any(len(fact.views) > 1 for fact in facts):
        return None
    places = [len(facts) - place for place in range(len(facts))]
    figure = rows.framed(len(facts))
    for fact, row in zip(facts, places, strict=True):
        rows.name(figure, fact.title, row=row)
        if not fact.views:
            rows.note(figure, f"· {words.NO_FIGURE}", row=row)
        elif fact.ends is not None:
            figure.add_trace(_handle(fact.ends[0].mean, fact.ends[1].mean, row=row))
    for view, (form, colour, size) in _MARKS.items():
        seen = [
            (entry.mean, row + _aside(fact, entry))
            for fact, row in zip(facts, places, strict=True)
            for entry in fact.views
            if entry.view is view
        ]
        if seen:
            mark = {"symbol": form, "color": colour, "size": size, "line": {"color": LIGHT.text, "width": 1}}
            figure.add_trace(_points(seen, marker=mark, name=label(view)))
    figure.update_layout(showlegend=True, legend={"y": 1.03, "x": 0}, margin={"l": 12, "r": 12, "t": 44, "b": 28})
    return base.Chart(
        figure=figure,
        description=words.views_description(facts),
        finding=words.views_finding(facts),
        subtitle=texts.views_subtitle(title=round_title),
        table=_views_table(facts),
    )


def _aside(fact: ProjectFacts, entry: ViewFacts) -> float:
    """Return how far below its line a mark stands, so that it does not cover one of the same value."""
    before = fact.views[: fact.views.index(entry)]
    return -_STACKED * sum(abs(other.mean - entry.mean) < _TOUCHING for other in before)


def _points(
    places: Sequence[tuple[float | None, float]], *, marker: dict[str, object], name: str | None = None
) -> go.Scatter:
    return go.Scatter(
        x=[value for value, _ in places],
        y=[row for _, row in places],
        mode="markers",
        marker=marker,
        name=name,
        showlegend=name is not None,
        hoverinfo="skip",
    )


def _handle(lowest: float, highest: float, *, row: int) -> go.Scatter:
    line = {"color": LIGHT.edge, "width": 4}
    x, y = [lowest, highest], [row, row]
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _profile_table(facts: Sequence[ProjectFacts]) -> pd.DataFrame:
    cells = [
        (fact.title, fact.score if fact.score is not None else texts.WITHHELD_CELL, fact.previous, *_others(fact))
        for fact in facts
    ]
    return pd.DataFrame(cells, columns=list(texts.PROFILE_COLUMNS), dtype="object")


def _others(fact: ProjectFacts) -> tuple[float | None, float | None, int | None]:
    return fact.lower, fact.upper, fact.others or None


def _views_table(facts: Sequence[ProjectFacts]) -> pd.DataFrame:
    rows_ = []
    for fact in facts:
        seen = {entry.view: entry for entry in fact.views}
        cells = [seen[view].mean if view in seen else texts.WITHHELD_CELL for view in _MARKS]
        rows_.append((fact.title, *cells, fact.gap if fact.ends else None))
    columns = (texts.COLUMN_FACTOR, *(label(view) for view in _MARKS), texts.COLUMN_GAP)
    return pd.DataFrame(rows_, columns=list(columns), dtype="object")
