"""Draws the active organisations per year as stacked bars: columns where there is room, rows on a phone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bkcore.publication.parts import Bar, BarFigure
from bkcore.publication.svg import NARROW, SMALL, TEXT, WIDE, Ink, frame, line, rect, text, width_of
from bkcore.wording.briefing import LEGEND_BARS
from bkcore.wording.numbers import known, whole

_MOST_COLUMNS = 15
_PLOT_HEIGHT = 230
_ROW = 34
_BAR = 24
_LEGEND_LINE = 26
_SWATCH = 16
_ROOM_ACROSS = 22
_ROOM_UP = 19


class _Segment(NamedTuple):
    """One part of a bar."""

    value: int
    fill: str
    on_fill: str
    striped: bool = False
    outline: str = ""


def draw_bars(figure: BarFigure, *, ink: Ink, uid: str, wide: bool) -> str:
    """Return the bars as one SVG.

    Args:
        figure: What to draw.
        ink: Colours.
        uid: Unique in the page.
        wide: Columns with room to spare, or rows for a phone.

    Returns:
        An ``<svg>`` with title and description; parts differ by place, pattern and number, not by colour alone.
    """
    width = WIDE if wide else NARROW
    legend, top = _legend(figure.bars, width=width, ink=ink, uid=uid)
    if wide and len(figure.bars) <= _MOST_COLUMNS:
        body, height = _columns(figure.bars, top=top, ink=ink, uid=uid)
    else:
        body, height = _rows(figure.bars, top=top, width=width, ink=ink, uid=uid)
    return frame(
        _stripes(ink, uid) + legend + body,
        width=width,
        height=height,
        title=figure.finding,
        description=figure.alt,
        uid=uid,
        kind="wide" if wide else "narrow",
    )


def _segments(bar: Bar, ink: Ink) -> list[_Segment]:
    if bar.base:
        return [_Segment(bar.total, ink.muted, ink.text, outline=ink.edge)]
    parts = [
        _Segment(bar.continuing or 0, ink.continuing, ink.on_continuing),
        _Segment(bar.returned or 0, ink.returned, ink.on_returned, striped=True),
        _Segment(bar.new or 0, ink.new, ink.on_new),
    ]
    return [part for part in parts if part.value]


def _stripes(ink: Ink, uid: str) -> str:
    return (
        f'<defs><pattern id="{uid}-s" width="7" height="7" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="2.2" height="7" fill="{ink.surface}"/></pattern></defs>'
    )


def _legend(bars: Sequence[Bar], *, width: float, ink: Ink, uid: str) -> tuple[str, float]:
    """Return the legend of the parts that occur, flowing over as many lines as it needs, and where it ends."""
    new, returned, continuing, base = LEGEND_BARS
    entries = [
        (new, _Segment(1, ink.new, ink.on_new), any(bar.new for bar in bars)),
        (returned, _Segment(1, ink.returned, ink.on_returned, striped=True), any(bar.returned for bar in bars)),
        (continuing, _Segment(1, ink.continuing, ink.on_continuing), any(bar.continuing for bar in bars)),
        (base, _Segment(1, ink.muted, ink.text, outline=ink.edge), any(bar.base for bar in bars)),
    ]
    pieces, x, y = [], 0.0, 4.0
    for words, segment, occurs in entries:
        if not occurs:
            continue
        needed = _SWATCH + 8 + width_of(words, size=SMALL)
        if x and x + needed > width:
            x, y = 0.0, y + _LEGEND_LINE
        pieces.append(_block(x, y, _SWATCH, _SWATCH, segment, uid=uid))
        pieces.append(text(x + _SWATCH + 8, y + _SWATCH - 3, words, fill=ink.text, size=SMALL))
        x += needed + 18
    return "".join(pieces), y + _LEGEND_LINE


def _block(x: float, y: float, width: float, height: float, segment: _Segment, *, uid: str) -> str:
    block = rect(x, y, width, height, fill=segment.fill, stroke=segment.outline)
    return block + (rect(x, y, width, height, fill=f"url(#{uid}-s)") if segment.striped else "")


def _value(x: float, y: float, segment: _Segment) -> str:
    """Return the number inside a part, on a plain patch where the part is striped."""
    words = whole(segment.value)
    patch = width_of(words, size=SMALL) + 8
    ground = rect(x - patch / 2, y - 14, patch, 18, fill=segment.fill, radius=4) if segment.striped else ""
    return ground + text(x, y, words, fill=segment.on_fill, size=SMALL, anchor="middle")


def _columns(bars: Sequence[Bar], *, top: float, ink: Ink, uid: str) -> tuple[str, float]:
    slot = WIDE / len(bars)
    bar_width = min(68.0, slot * 0.68)
    unit = _PLOT_HEIGHT / max(1, *(bar.total for bar in bars))
    ground = top + 30 + _PLOT_HEIGHT
    return (
        "".join(_column(bar, slot * (place + 0.5), bar_width, ground, unit, ink, uid) for place, bar in enumerate(bars))
        + line(0, ground, WIDE, ground, stroke=ink.edge)
    ), ground + 32


def _column(bar: Bar, middle: float, width: float, ground: float, unit: float, ink: Ink, uid: str) -> str:
    y, pieces = ground, []
    for segment in _segments(bar, ink):
        height = segment.value * unit
        y -= height
        pieces.append(_block(middle - width / 2, y, width, height - 1, segment, uid=uid))
        if height >= _ROOM_UP and not bar.base:
            pieces.append(_value(middle, y + height / 2 + 4.5, segment))
    pieces.append(text(middle, y - 8, known(bar.total), fill=ink.text, size=TEXT + 1, anchor="middle", bold=True))
    pieces.append(text(middle, ground + 22, str(bar.year), fill=ink.text, size=SMALL, anchor="middle"))
    return "".join(pieces)


def _rows(bars: Sequence[Bar], *, top: float, width: float, ink: Ink, uid: str) -> tuple[str, float]:
    left, right = 46.0, 34.0
    unit = (width - left - right) / max(1, *(bar.total for bar in bars))
    body = "".join("".join(_row(bar, left, top + 6 + place * _ROW, unit, ink, uid)) for place, bar in enumerate(bars))
    bottom = top + 6 + len(bars) * _ROW
    return body + line(left, top + 2, left, bottom - 4, stroke=ink.edge), bottom


def _row(bar: Bar, left: float, y: float, unit: float, ink: Ink, uid: str) -> Iterator[str]:
    yield text(left - 8, y + 17, str(bar.year), fill=ink.text, size=SMALL, anchor="end")
    x = left
    for segment in _segments(bar, ink):
        width = segment.value * unit
        yield _block(x, y, width - 1, _BAR, segment, uid=uid)
        if width >= _ROOM_ACROSS and not bar.base:
            yield _value(x + width / 2, y + 17, segment)
        x += width
    yield text(x + 7, y + 17.5, known(bar.total), fill=ink.text, size=TEXT, bold=True)
