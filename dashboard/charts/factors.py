"""The profile of the success factors: one row per factor on the fixed scale from 1 to 5."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from bkcore.palette import LIGHT
from bkcore.wording.findings import FactorFacts
from dashboard.charts import base, rows
from dashboard.texts import factors as texts

_WIDE: Final = 1.0
_STRIP: Final = 0.19
"""How far below its row the first small dot stands."""
_STACKED: Final = 0.1
_TOUCHING: Final = 0.06
"""Scores this close would cover each other."""
_ABREAST: Final = 10
"""How many projects of one step stand in a line."""


def factor_profile_chart(
    facts: Sequence[FactorFacts],
    *,
    round_title: str,
    previous: str,
    scores: Mapping[str, Sequence[float]] = MappingProxyType({}),
) -> base.Chart:
    """Draw every project as a small dot, their middle half and their mean, one row per success factor.

    Dots, not bars: the scale has no zero, so a length would mean nothing. The name stands above its row, so that it
    fits on a phone; the round before is a ring.

    Args:
        facts: Result of ``facts_of``; withheld rows are drawn as such.
        round_title: Title of the round.
        previous: Title of the round before, empty when there is none.
        scores: Every project's score by factor, without names; none for a withheld factor.

    Returns:
        Dots on the fixed scale 1 to 5, and the sentence that describes them.
    """
    places = [len(facts) - place for place in range(len(facts))]
    figure = rows.framed(len(facts))
    for fact, row in zip(facts, places, strict=True):
        _row(figure, fact, row=row)
    strips = [
        (tuple(_abreast(found) if fact.ladder else _below(found)), row)
        for fact, row in zip(facts, places, strict=True)
        for found in [scores.get(fact.key, ())]
    ]
    figure.add_trace(_strip(strips))
    shown = [(fact, row) for fact, row in zip(facts, places, strict=True) if fact.mean is not None]
    before = [(fact, row) for fact, row in shown if fact.previous is not None]
    figure.add_trace(_dots([(fact.previous, row, fact) for fact, row in before], ring=True))
    figure.add_trace(_dots([(fact.mean, row, fact) for fact, row in shown], ring=False))
    return base.Chart(
        figure=figure,
        description=texts.description(facts),
        finding=texts.bands(facts),
        subtitle=texts.subtitle(facts, title=round_title, previous=previous),
        table=_table(facts),
    )


def _row(figure: go.Figure, fact: FactorFacts, *, row: int) -> None:
    """Write the name above the row; draw the middle half, or say that the row is withheld."""
    rows.name(figure, fact.title, row=row)
    if fact.mean is None:
        rows.note(figure, texts.WITHHELD_ROW, row=row)
    elif fact.spread is not None and fact.lower is not None and fact.upper is not None:
        rows.middle(figure, fact.lower, fact.upper, row=row, wide=fact.spread >= _WIDE and not fact.ladder)


def _strip(strips: Sequence[tuple[Sequence[tuple[float, float]], int]]) -> go.Scatter:
    """Return one small dot per project below its row."""
    spots = [(x, row - _STRIP - down) for found, row in strips for x, down in found]
    dot = {"color": base.TEAL, "size": 7, "line": {"color": LIGHT.ground, "width": 1}}
    return go.Scatter(x=[x for x, _ in spots], y=[y for _, y in spots], mode="markers", marker=dot, hoverinfo="skip")


def _below(scores: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield where each score stands and how far down; equal ones stand below each other."""
    seen: dict[float, int] = {}
    for score in scores:
        place = round(score / _TOUCHING)
        yield score, _STACKED * seen.get(place, 0)
        seen[place] = seen.get(place, 0) + 1


def _abreast(steps: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield where each project on a step stands: side by side around it, because there are only five places."""
    for step, number in Counter(steps).items():
        for place in range(number):
            line, column = divmod(place, _ABREAST)
            in_line = min(_ABREAST, number - line * _ABREAST)
            yield step + _TOUCHING * (column - (in_line - 1) / 2), _STACKED * line


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
