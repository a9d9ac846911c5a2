"""Draws one project on paper: beside each factor its profile, and how its views lie to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bkcore.publication.svg import SMALL, TEXT, WIDE, Ink, frame, line, number, text
from bkcore.vocabulary import View
from bkcore.wording import project_result as words
from bkcore.wording.labels import label
from bkcore.wording.project_result import ProjectFacts

_LEVELS: Final = 5
_ROW: Final = 31.0
_TOP: Final = 58.0
_LEGEND: Final = 34.0
_TOUCHING: Final = 0.12
"""Views this close would cover each other."""
_STACKED: Final = 8.0
_TINY: Final = 12
_ADVANCE: Final = 0.52
_FIRST_VIEW: Final = 386.0
PROFILE: Final = "Profil"
VIEWS: Final = "Sichten"
OTHERS: Final = "Mitte der übrigen Projekte"
BEFORE: Final = "Runde davor"
OWN: Final = "dieses Projekt"


@dataclass(frozen=True)
class _Scale:
    """Where the levels of one picture lie."""

    start: float
    end: float

    def x(self, value: float) -> float:
        """Return where a value lies."""
        return self.start + (value - 1) * (self.end - self.start) / (_LEVELS - 1)


_PROFILE: Final = _Scale(180, 362)
_VIEWS: Final = _Scale(462, 644)
_VALUE: Final = 396.0


def draw_project(facts: Sequence[ProjectFacts], *, ink: Ink, uid: str, finding: str) -> str:
    """Return profile and views of a project as one SVG.

    Args:
        facts: In the council's order; a row without a figure or view says so.
        ink: Colours.
        uid: Unique in the document.
        finding: Title for those who do not see it.

    Returns:
        An ``<svg>`` with title and description, as high as its rows need.
    """
    bottom = _TOP + _ROW * len(facts)
    rows = "".join(_row(fact, _TOP + _ROW * place + _ROW / 2, ink) for place, fact in enumerate(facts))
    return frame(
        _grid(_PROFILE, PROFILE, bottom, ink) + _grid(_VIEWS, VIEWS, bottom, ink) + rows + _legend(bottom + 22, ink),
        width=WIDE,
        height=bottom + _LEGEND,
        title=finding,
        description=alt(facts),
        uid=uid,
        kind="wide",
    )


def alt(facts: Sequence[ProjectFacts]) -> str:
    """Describe the drawing to those who do not see it."""
    return f"{words.description(facts)} {words.views_description(facts)}".strip()


def _grid(scale: _Scale, title: str, bottom: float, ink: Ink) -> str:
    pieces = [text(scale.start, 16, title, fill=ink.text, bold=True)]
    for level in range(1, _LEVELS + 1):
        x = scale.x(level)
        pieces.append(text(x, 42, str(level), fill=ink.soft, size=SMALL, anchor="middle"))
        pieces.append(line(x, _TOP - 8, x, bottom, stroke=ink.line))
    return "".join(pieces)


def _row(fact: ProjectFacts, y: float, ink: Ink) -> str:
    name = text(0, y + 5, fact.title, fill=ink.text, size=TEXT)
    return name + _profile(fact, y, ink) + _views(fact, y, ink)


def _profile(fact: ProjectFacts, y: float, ink: Ink) -> str:
    if fact.score is None:
        return text(_PROFILE.start + 4, y + 5, words.NO_FIGURE, fill=ink.soft, size=SMALL)
    pieces = []
    if fact.lower is not None and fact.upper is not None:
        ends = _PROFILE.x(fact.lower), _PROFILE.x(fact.upper)
        pieces.append(line(ends[0], y, ends[1], y, stroke=ink.muted, width=12, round_ends=True))
    if fact.previous is not None:
        pieces.append(_ring(_PROFILE.x(fact.previous), y, ink))
    pieces.append(_mark(View.LEAD, _PROFILE.x(fact.score), y, ink))
    pieces.append(text(_VALUE, y + 5, fact.text, fill=ink.text, size=TEXT, anchor="middle", bold=True))
    return "".join(pieces)


def _views(fact: ProjectFacts, y: float, ink: Ink) -> str:
    if not fact.views:
        return text(_VIEWS.start + 4, y + 5, words.NO_FIGURE, fill=ink.soft, size=SMALL)
    handle = ""
    if fact.ends is not None:
        low, high = fact.ends
        handle = line(_VIEWS.x(low.mean), y, _VIEWS.x(high.mean), y, stroke=ink.edge, width=3)
    marks = []
    for place, view in enumerate(fact.views):
        covered = sum(abs(other.mean - view.mean) < _TOUCHING for other in fact.views[:place])
        marks.append(_mark(view.view, _VIEWS.x(view.mean), y + _STACKED * covered, ink))
    return handle + "".join(marks)


def _ring(x: float, y: float, ink: Ink) -> str:
    place = f'cx="{number(x)}" cy="{number(y)}"'
    return f'<circle {place} r="6" fill="{ink.surface}" stroke="{ink.text}" stroke-width="1.8"/>'


def _mark(view: View, x: float, y: float, ink: Ink) -> str:
    """Return the mark of a view: its form alone tells it from the others."""
    colour = {
        View.LEAD: ink.accent,
        View.TEAM: ink.continuing,
        View.PARTNER: ink.returned,
        View.PARTICIPANT: ink.new,
    }[view]
    outline = f'fill="{colour}" stroke="{ink.text}" stroke-width="0.8"'
    if view is View.TEAM:
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="6.5" {outline}/>'
    corners = {
        View.LEAD: ((0, -8), (7, -4), (7, 4), (0, 8), (-7, 4), (-7, -4)),
        View.PARTNER: ((-6, -6), (6, -6), (6, 6), (-6, 6)),
        View.PARTICIPANT: ((0, -8), (8, 0), (0, 8), (-8, 0)),
    }[view]
    points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in corners)
    return f'<polygon points="{points}" {outline}/>'


def _legend(y: float, ink: Ink) -> str:
    """Name the marks below the picture they belong to."""
    mid = y - 5
    pieces = [
        _mark(View.LEAD, 8, mid, ink) + text(20, y, OWN, fill=ink.soft, size=_TINY),
        _ring(118, mid, ink) + text(128, y, BEFORE, fill=ink.soft, size=_TINY),
        line(214, mid, 226, mid, stroke=ink.muted, width=12, round_ends=True)
        + text(237, y, OTHERS, fill=ink.soft, size=_TINY),
    ]
    place = _FIRST_VIEW
    for view in View:
        pieces.append(_mark(view, place, mid, ink) + text(place + 10, y, label(view), fill=ink.soft, size=_TINY))
        place += 25 + _TINY * _ADVANCE * len(label(view))
    return "".join(pieces)
