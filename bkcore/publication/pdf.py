"""Sets the report as PDF/UA-1 and PDF/A-2a; a missing alternative text or heading stops it."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

from bkcore.palette import LIGHT
from bkcore.publication.document import Briefing
from bkcore.publication.report import facts, key_table, stand
from bkcore.publication.svg import PAPER
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.wording import briefing as words

Standard = Literal["ua-1", "a-2a"]
"""What a file keeps to, in Typst's names."""

FONTS: Final = Path(__file__).parent / "fonts"
_TEMPLATE: Final = Path(__file__).parent / "templates" / "bericht.typ"
_MISSING: Final = "?"
_STANDARDS: Final[tuple[Standard, ...]] = ("ua-1", "a-2a")


def render_pdf(briefing: Briefing) -> bytes:
    """Return the report of a document; the same document gives the same bytes.

    Args:
        briefing: The frozen document.

    Returns:
        A tagged PDF in German with embedded fonts. Characters no shipped font has become a question mark.
    """
    data = json.dumps(_data(briefing), ensure_ascii=False)
    try:
        return compiled(_TEMPLATE, data, standards=_STANDARDS)
    except typst.TypstError:
        return compiled(_TEMPLATE, covered(data), standards=_STANDARDS)


def covered(text: str) -> str:
    """Return a text in which every character no shipped font has is a question mark."""
    return "".join(character if _is_covered(character) else _MISSING for character in text)


def png(svg: str, *, width_cm: float) -> bytes:
    """Return a drawing as a picture for programs that cannot read SVG."""
    source = (
        f'#set page(width:auto,height:auto,margin:0pt)\n#image(bytes(sys.inputs.svg),format:"svg",width:{width_cm}cm)'
    )
    drawn = typst.compile(source.encode(), font_paths=fonts(), format="png", ppi=200.0, sys_inputs={"svg": svg})
    if not isinstance(drawn, bytes):
        raise TypeError("one page expected")
    return drawn


def compiled(template: Path, data: str, *, standards: Sequence[Standard]) -> bytes:
    """Return a template filled with data as one PDF; a character no shipped font has, or a missing word, stops it.

    Args:
        template: The template; it reads ``sys.inputs.data``.
        data: JSON.
        standards: What the file must keep to, in Typst's names.
    """
    pdf = typst.compile(
        template.read_bytes(),
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
def fonts() -> typst.Fonts:
    """Return the shipped fonts, and none of the machine's."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _data(briefing: Briefing) -> dict[str, object]:
    day = briefing.header.stand
    network, profile = briefing.network, briefing.factors.figure
    return {
        "briefing": briefing.model_dump(mode="json"),
        "day": [day.year, day.month, day.day],
        "brand": words.NETWORK,
        "stand": stand(briefing),
        "footer": f"{words.NETWORK} · {stand(briefing)}" + (f" · {words.DEMO_SHORT}" if briefing.header.demo else ""),
        "facts": [[name, reference.text, reference.url] for name, reference in facts(briefing)],
        "key_table": key_table(briefing).model_dump(),
        "svg": {
            "network": draw_bars(network, ink=PAPER, uid="n", wide=True) if network else "",
            "profile": draw_profile(profile, ink=PAPER, uid="p", wide=True) if profile else "",
        },
        "colours": {
            "text": LIGHT.text,
            "soft": LIGHT.soft,
            "accent": LIGHT.accent,
            "line": LIGHT.line,
            "tint": LIGHT.tint,
            "sun": LIGHT.categories[1],
        },
        "words": {
            "demo": words.DEMO,
            "key_figures": words.KEY_FIGURES,
            "network": words.NETWORK_SECTION,
            "attendance": words.ATTENDANCE,
            "factors": words.FACTORS,
            "factors_none": words.FACTORS_NONE,
            "round": words.ROUND,
            "projects": words.PROJECTS,
            "papers": words.PAPERS,
            "method": words.METHOD,
            "data_protection": words.DATA_PROTECTION,
            "legend": words.LEGEND,
            "boundary": words.BOUNDARY,
        },
    }


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
