"""Sets a template as PDF/UA-1 and PDF/A-2a in the shipped typeface; a missing alternative text or heading stops it."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

Standard = Literal["ua-1", "a-2a"]
"""What a file keeps to, in Typst's names."""

STANDARDS: Final[tuple[Standard, ...]] = ("ua-1", "a-2a")
FONTS: Final = Path(__file__).parent / "fonts"
TEMPLATES: Final = Path(__file__).parent / "templates"
_MISSING: Final = "?"


def typeset(
    template: str,
    data: Mapping[str, object],
    *,
    parts: Sequence[str] = (),
    standards: Sequence[Standard] = STANDARDS,
) -> bytes:
    """Return what a template makes of data; the same data give the same bytes.

    Args:
        template: Name of a file in ``templates``; it reads the data as JSON, and no text of them is ever code.
        data: Plain values.
        parts: Files in ``templates`` that stand in front of it, for what several templates share.
        standards: What the file must keep to, in Typst's names.

    Returns:
        A tagged PDF in German with embedded fonts. Characters no shipped font has become a question mark.
    """
    text = json.dumps(data, ensure_ascii=False)
    try:
        return _compiled((*parts, template), text, standards)
    except typst.TypstError:
        return _compiled((*parts, template), printable(text), standards)


def printable(text: str) -> str:
    """Return a text in which a question mark stands for every character the shipped typeface lacks."""
    return "".join(one if _is_covered(one) else _MISSING for one in text)


@cache
def fonts() -> typst.Fonts:
    """Return the shipped typeface; fonts of the machine are not looked at."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _compiled(files: Sequence[str], data: str, standards: Sequence[Standard]) -> bytes:
    pdf = typst.compile(
        b"\n".join((TEMPLATES / name).read_bytes() for name in files),
        font_paths=fonts(),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=list(standards),
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("one file expected")
    return pdf


@cache
def _coverage() -> frozenset[int]:
    """Return the code points every weight of the shipped typeface has."""
    points: set[int] = set()
    for part in (FONTS / "coverage.txt").read_text(encoding="ascii").split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def _is_covered(character: str) -> bool:
    return ord(character) in _coverage()
