"""The own profile of one rater: one dot per success factor."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from bkcore.palette import LIGHT
from bkcore.wording.numbers import decimal
from dashboard.charts import base
from dashboard.texts import assessment as texts

_ROW = 62
_LOWEST, _HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One factor with its score, ``None`` when too few of its statements are rated."""

    title: str
    score: float | None
    answered: int


def own_profile_chart(rows: Sequence[ProfileRow]) -> base.Chart:
    """Draw one dot per factor on the scale of 1 to 5, in the catalogue's order, its name above its line.

    Dots, not bars: the scale has no zero, so a length would mean nothing. Names stand above the lines, so that a phone
    has its whole width for the scale.

    Args:
        rows: At least one with a score; those without are left out of the picture and named in the subtitle.

    Returns:
        The dots, and the sentence that describes them.
    """
    drawn = [(row.title, row.score) for row in rows if row.score is not None]
    places = [-place for place in range(len(drawn))]
    scores = [score for _, score in drawn]
    figure = base.figure(height=_ROW * len(drawn) + 56)
    for place, (title, score) in zip(places, drawn, strict=True):
        line = {"color": LIGHT.muted, "width": 6}
        figure.add_shape(type="line", x0=_LOWEST, x1=_HIGHEST, y0=place, y1=place, line=line, layer="below")
        figure.add_annotation(**_words(title, place=place, x=_LOWEST, anchor="left"))
        figure.add_annotation(**_words(f"<b>{decimal(score)}</b>", place=place, x=_HIGHEST, anchor="right"))
    marker = {"symbol": "hexagon", "size": 20, "color": LIGHT.categories[4]}
    figure.add_scatter(x=scores, y=places, mode="markers", hoverinfo="skip", marker=marker)
    figure.update_xaxes(
        range=[_LOWEST - 0.12, _HIGHEST + 0.12],
        tickvals=list(range(_LOWEST, _HIGHEST + 1)),
        showgrid=True,
    )
    figure.update_yaxes(visible=False, range=[places[-1] - 0.35, 0.65])
    return base.Chart(
        figure=figure,
        description=texts.profile_description(drawn),
        finding=_finding(drawn),
        subtitle=texts.profile_subtitle(len(drawn), sum(row.answered for row in rows)),
        table=pd.DataFrame(
            {
                texts.COLUMN_FACTOR: [row.title for row in rows],
                texts.COLUMN_SCORE: [row.score for row in rows],
                texts.COLUMN_ANSWERED: [row.answered for row in rows],
            }
        ),
    )


def _words(text: str, *, place: int, x: float, anchor: str) -> dict[str, object]:
    """Return words above a line, at one of its ends; the ground behind them keeps the grid from running through."""
    return {
        "x": x,
        "y": place,
        "yshift": 20,
        "xshift": -6 if anchor == "left" else 6,
        "xanchor": anchor,
        "text": text,
        "showarrow": False,
        "bgcolor": LIGHT.ground,
        "borderpad": 1,
        "font": {"size": base.TEXT_SIZE, "color": LIGHT.text},
    }


def _finding(drawn: Sequence[tuple[str, float]]) -> str:
    """Name the highest and the lowest factors; the claim holds for every one it names."""
    if len(drawn) == 1:
        return texts.one_factor(*drawn[0])
    most, least = max(score for _, score in drawn), min(score for _, score in drawn)
    if most == least:
        return texts.ALL_EQUAL
    highest = [title for title, score in drawn if score == most]
    lowest = [title for title, score in drawn if score == least]
    return texts.finding(highest, lowest)
