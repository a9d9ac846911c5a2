"""Draws the success factors as dots with their middle half on the scale of 1 to 5.

Dots, not bars: the scale has no zero, so a length would mean nothing.
"""

from dataclasses import dataclass

from bkcore.publication.parts import Dot, ProfileFigure
from bkcore.publication.svg import NARROW, SMALL, TEXT, WIDE, Ink, frame, line, number, rect, text, wrapped
from bkcore.wording.briefing import SCALE_ENDS, WITHHELD_WORDS

_LEVELS = 5
_LINE_HEIGHT = 19.0
_SCALE_HEIGHT = 44.0
_TRACK = 26.0


@dataclass(frozen=True)
class _Layout:
    """Where things stand."""

    width: float
    label_width: float
    axis_from: float
    axis_to: float
    label_above: bool

    def x(self, value: float) -> float:
        """Return where a value of the scale lies."""
        return self.axis_from + (value - 1) * (self.axis_to - self.axis_from) / (_LEVELS - 1)


_WIDE_LAYOUT = _Layout(width=WIDE, label_width=268, axis_from=292, axis_to=600, label_above=False)
_NARROW_LAYOUT = _Layout(width=NARROW, label_width=NARROW, axis_from=18, axis_to=236, label_above=True)


def draw_profile(figure: ProfileFigure, *, ink: Ink, uid: str, wide: bool) -> str:
    """Return the profile as one SVG.

    Args:
        figure: What to draw.
        ink: Colours.
        uid: Unique in the page.
        wide: Labels beside the scale, or above it for a phone.

    Returns:
        An ``<svg>`` with title and description; a withheld row says so in words.
    """
    layout = _WIDE_LAYOUT if wide else _NARROW_LAYOUT
    y, rows = _SCALE_HEIGHT, []
    for dot in figure.dots:
        height = _height(dot, layout)
        rows.append(_row(dot, y, height, layout, ink))
        y += height
    return frame(
        _scale(_SCALE_HEIGHT, y, layout, ink) + "".join(rows),
        width=layout.width,
        height=y + 8,
        title=figure.finding,
        description=figure.alt,
        uid=uid,
        kind="wide" if wide else "narrow",
    )


def _labels(dot: Dot, layout: _Layout) -> list[str]:
    return wrapped(dot.label, width=layout.label_width)


def _height(dot: Dot, layout: _Layout) -> float:
    words = len(_labels(dot, layout)) * _LINE_HEIGHT
    return words + 44 if layout.label_above else max(48.0, words + 14)


def _scale(top: float, bottom: float, layout: _Layout, ink: Ink) -> str:
    """Return the five levels with the names of both ends above them."""
    low, high = SCALE_ENDS
    if layout.label_above:
        ends = (f"1 = {low}", f"{_LEVELS} = {high}")
        return "".join(text(0, 14 + 21 * place, end, fill=ink.soft, size=SMALL) for place, end in enumerate(ends))
    pieces = [
        text(layout.axis_from, 14, low, fill=ink.soft, size=SMALL),
        text(layout.axis_to + 40, 14, high, fill=ink.soft, size=SMALL, anchor="end"),
    ]
    for level in range(1, _LEVELS + 1):
        x = layout.x(level)
        pieces.append(text(x, 35, str(level), fill=ink.text, size=SMALL, anchor="middle"))
        pieces.append(line(x, top - 2, x, bottom, stroke=ink.line))
    return "".join(pieces)


def _row(dot: Dot, y: float, height: float, layout: _Layout, ink: Ink) -> str:
    labels = _labels(dot, layout)
    if layout.label_above:
        first, middle = y + 17, y + len(labels) * _LINE_HEIGHT + 17
    else:
        first, middle = y + (height - len(labels) * _LINE_HEIGHT) / 2 + 14, y + height / 2
    pieces = [text(0, first + place * _LINE_HEIGHT, words, fill=ink.text) for place, words in enumerate(labels)]
    if dot.place is None:
        pieces.append(_withheld(middle, dot, layout, ink))
    else:
        pieces.append(_axis(middle, layout, ink) if layout.label_above else "")
        pieces.append(_marks(middle, dot, dot.place, layout, ink))
    return "".join(pieces)


def _withheld(middle: float, dot: Dot, layout: _Layout, ink: Ink) -> str:
    """Return a plain track with words where a value would tell too much."""
    length = layout.axis_to - layout.axis_from
    track = rect(layout.axis_from, middle - _TRACK / 2, length, _TRACK, fill=ink.muted, radius=_TRACK / 2)
    words = text(layout.axis_from + 14, middle + 5, WITHHELD_WORDS, fill=ink.text, size=SMALL)
    sign = text(layout.width - 2, middle + 6, dot.text, fill=ink.text, size=TEXT + 2, anchor="end", bold=True)
    return track + words + sign


def _axis(middle: float, layout: _Layout, ink: Ink) -> str:
    """Return the scale of one row on a phone, where no grid runs through the labels."""
    ticks = "".join(
        line(layout.x(level), middle - 6, layout.x(level), middle + 6, stroke=ink.line, width=1.5)
        for level in range(1, _LEVELS + 1)
    )
    ends = text(0, middle + 5, "1", fill=ink.soft, size=SMALL) + text(
        layout.axis_to + 10, middle + 5, str(_LEVELS), fill=ink.soft, size=SMALL
    )
    return line(layout.x(1), middle, layout.x(_LEVELS), middle, stroke=ink.line, width=1.5) + ticks + ends


def _marks(middle: float, dot: Dot, value: float, layout: _Layout, ink: Ink) -> str:
    spread = ""
    if dot.lower is not None and dot.upper is not None:
        spread = line(
            layout.x(dot.lower), middle, layout.x(dot.upper), middle, stroke=ink.edge, width=9, round_ends=True
        )
    circle = (
        f'<circle cx="{number(layout.x(value))}" cy="{number(middle)}" r="8.5" fill="{ink.accent}"'
        f' stroke="{ink.surface}" stroke-width="2"/>'
    )
    written = text(layout.width - 2, middle + 6, dot.text, fill=ink.text, size=TEXT + 2, anchor="end", bold=True)
    return spread + circle + written
