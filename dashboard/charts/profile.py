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
        figure.add_shape(
            type="line", x0=_LOWEST, x1=_HIGHEST, y0=place, y1=place, line={"color": LIGHT.muted, "width": 6},
            layer="below",
        )  # fmt: skip
        figure.add_annotation(
            x=_LOWEST, y=place, yshift=20, text=title, showarrow=False, xanchor="left", xshift=-6,
            font={"size": base.TEXT_SIZE, "color": LIGHT.text},
        )  # fmt: skip
        figure.add_annotation(
            x=score, y=place, yshift=20, text=f"<b>{decimal(score)}</b>", showarrow=False,
            xanchor="right" if score > (_HIGHEST - 0.5) else "center",
            font={"size": base.TEXT_SIZE, "color": LIGHT.accent},
        )  # fmt: skip
    figure.add_scatter(
        x=scores, y=places, mode="markers", hoverinfo="skip",
        marker={"symbol": "hexagon", "size": 20, "color": LIGHT.categories[4]},
    )  # fmt: skip
    figure.update_xaxes(
        range=[_LOWEST - 0.15, _HIGHEST + 0.15], tickvals=list(range(_LOWEST, _HIGHEST + 1)), showgrid=True
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


def _finding(drawn: Sequence[tuple[str, float]]) -> str:
    if len(drawn) == 1:
        return texts.one_factor(*drawn[0])
    highest = max(drawn, key=lambda row: row[1])
    lowest = min(drawn, key=lambda row: row[1])
    if highest[1] == lowest[1]:
        return texts.ALL_EQUAL
    return texts.finding(highest[0], lowest[0])
