"""The own profile of one rater: one dot per success factor."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from bkcore.palette import LIGHT
from dashboard.charts import base
from dashboard.texts import assessment as texts

_ROW = 62
_LOWEST, _HIGHEST = 1, 5
_COMPARED = 2
"""Fewest means that can be compared."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One factor with its score, ``None`` when too few of its statements are rated."""

    title: str
    score: float | None
    answered: int
    ladder: bool = False
    """Whether the score is a step of the ladder, which no mean is compared with."""

    @property
    def text(self) -> str:
        """The score as it is written."""
        return texts.profile_value(self.score, ladder=self.ladder)


def own_profile_chart(rows: Sequence[ProfileRow]) -> base.Chart:
    """Draw one dot per factor on the scale of 1 to 5, in the catalogue's order, its name above its line.

    Dots, not bars: the scale has no zero, so a length would mean nothing. Names stand above the lines, so that a phone
    has its whole width for the scale.

    Args:
        rows: At least one with a score; those without are left out of the picture and named in the subtitle.

    Returns:
        The dots, and the sentence that describes them.
    """
    drawn = [row for row in rows if row.score is not None]
    places = [-place for place in range(len(drawn))]
    figure = base.figure(height=_ROW * len(drawn) + 56)
    for place, row in zip(places, drawn, strict=True):
        line = {"color": LIGHT.muted, "width": 6}
        figure.add_shape(type="line", x0=_LOWEST, x1=_HIGHEST, y0=place, y1=place, line=line, layer="below")
        figure.add_annotation(**_words(row.title, place=place, x=_LOWEST, anchor="left"))
        figure.add_annotation(**_words(f"<b>{row.text}</b>", place=place, x=_HIGHEST, anchor="right"))
    marker = {"symbol": "hexagon", "size": 20, "color": LIGHT.categories[4]}
    figure.add_scatter(x=[row.score for row in drawn], y=places, mode="markers", hoverinfo="skip", marker=marker)
    figure.update_xaxes(
        range=[_LOWEST - 0.12, _HIGHEST + 0.12],
        tickvals=list(range(_LOWEST, _HIGHEST + 1)),
        showgrid=True,
    )
    figure.update_yaxes(visible=False, range=[places[-1] - 0.35, 0.65])
    return base.Chart(
        figure=figure,
        description=texts.profile_description([(row.title, row.text) for row in drawn]),
        finding=_finding(drawn),
        subtitle=texts.profile_subtitle(
            len(drawn), sum(row.answered for row in rows), ladder=next((row.title for row in drawn if row.ladder), "")
        ),
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


def _finding(drawn: Sequence[ProfileRow]) -> str:
    """Name the highest and the lowest factors; the claim holds for every one it names, and leaves the ladder out."""
    means = [(row.title, row.score) for row in drawn if row.score is not None and not row.ladder]
    if len(means) < _COMPARED:
        first = next((row for row in drawn if not row.ladder), drawn[0])
        return texts.one_factor(first.title, first.text, ladder=first.ladder)
    most, least = max(score for _, score in means), min(score for _, score in means)
    if most == least:
        return texts.ALL_EQUAL
    highest = [title for title, score in means if score == most]
    lowest = [title for title, score in means if score == least]
    return texts.finding(highest, lowest)
