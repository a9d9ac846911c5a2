"""The pieces every drawing is made of: colours of screen and paper, escaped text, wrapped labels, the frame.

Drawings come in a wide and a narrow form, so that words stay above 13 px on a phone too.
"""

from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final, Literal

from bkcore.palette import FONT, LIGHT

TEXT: Final = 15
SMALL: Final = 14
WIDE: Final = 660
NARROW: Final = 300
_ADVANCE: Final = 0.54
"""Mean width of a letter of the typeface, in font sizes; a little generous, so that nothing collides."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by what they are for."""

    text: str
    soft: str
    line: str
    edge: str
    surface: str
    muted: str
    accent: str
    new: str
    on_new: str
    returned: str
    on_returned: str
    continuing: str
    on_continuing: str


SCREEN: Final = Ink(
    text="var(--bk-text)",
    soft="var(--bk-soft)",
    line="var(--bk-line)",
    edge="var(--bk-edge)",
    surface="var(--bk-surface)",
    muted="var(--bk-muted)",
    accent="var(--bk-accent)",
    new="var(--bk-categories-2)",
    on_new="var(--bk-on-categories-2)",
    returned="var(--bk-categories-3)",
    on_returned="var(--bk-on-categories-3)",
    continuing="var(--bk-categories-1)",
    on_continuing="var(--bk-on-categories-1)",
)
"""Light or dark, as the page around it says."""

PAPER: Final = Ink(
    text=LIGHT.text,
    soft=LIGHT.soft,
    line=LIGHT.line,
    edge=LIGHT.edge,
    surface=LIGHT.surface,
    muted=LIGHT.muted,
    accent=LIGHT.accent,
    new=LIGHT.categories[1],
    on_new=LIGHT.on_categories[1],
    returned=LIGHT.categories[2],
    on_returned=LIGHT.on_categories[2],
    continuing=LIGHT.categories[0],
    on_continuing=LIGHT.on_categories[0],
)
"""The same in fixed colours, for report and Word."""


def width_of(text: str, *, size: float = TEXT) -> float:
    """Return about how wide a text is, in drawing units."""
    return len(text) * size * _ADVANCE


def wrapped(text: str, *, width: float, size: float = TEXT) -> list[str]:
    """Return a label as lines that fit a width; long words stay whole."""
    return wrap(text, max(8, int(width / (size * _ADVANCE))), break_long_words=False) or [""]


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", radius: float = 0) -> str:
    """Return a rectangle; one without area is nothing."""
    if width <= 0 or height <= 0:
        return ""
    rounding = f' rx="{number(radius)}"' if radius else ""
    outline = f' stroke="{stroke}" stroke-width="1.5"' if stroke else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{rounding}'
        f' fill="{fill}"{outline}/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 1, round_ends: bool = False) -> str:
    """Return a line."""
    cap = ' stroke-linecap="round"' if round_ends else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" stroke="{stroke}"'
        f' stroke-width="{number(width)}"{cap}/>'
    )


def text(
    x: float, y: float, words: str, *, fill: str, size: float = TEXT, anchor: Anchor = "start", bold: bool = False
) -> str:
    """Return one line of escaped words; ``y`` is the baseline."""
    weight = ' font-weight="600"' if bold else ""
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" fill="{fill}"{placed}{weight}>'
        f"{escape(words)}</text>"
    )


def frame(body: str, *, width: float, height: float, title: str, description: str, uid: str, kind: str) -> str:
    """Return the drawing with its title and description for those who do not see it.

    Args:
        body: Drawn pieces.
        width: Width of the drawing in its own units.
        height: Its height.
        title: The finding.
        description: What is to be seen, in words.
        uid: Unique in the page.
        kind: ``wide`` or ``narrow``; the page shows the one that fits.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart {kind}" viewBox="0 0 {number(width)} {number(height)}"'
        f' role="img" aria-labelledby="{uid}-t {uid}-d" font-family="{FONT}, sans-serif">'
        f'<title id="{uid}-t">{escape(title)}</title><desc id="{uid}-d">{escape(description)}</desc>{body}</svg>'
    )
