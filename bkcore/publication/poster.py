"""Sets the poster that invites participants to their short form: A4 for the wall, A6 for the hand, as PDF/UA-1."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

import segno
import typst

from bkcore.palette import LIGHT
from bkcore.publication.typesetting import FONTS, printable
from bkcore.voice_wording import ORDER, languages
from bkcore.wording import briefing
from bkcore.wording import poster as words
from bkcore.wording.numbers import date_de

Paper = Literal["a4", "a6"]

POSTER_FONTS: Final = Path(__file__).parent / "poster_fonts"
"""Ukrainian and Arabic letters; apart from the report's, which has none of them."""
_TEMPLATE: Final = Path(__file__).parent / "templates" / "poster.typ"
_HEXAGON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 48">'
    '<path d="M21 1 41 12.5v23L21 47 1 35.5v-23z" fill="{red}"/>'
    '<path d="M41 12.5v23L21 47 1 35.5z" fill="{sun}"/></svg>'
)
_SCHEMES: Final = ("https://", "http://")


@lru_cache(maxsize=64)
def render_poster(*, project: str, address: str, closes_on: date, paper: Paper, demo: bool = False) -> bytes:
    """Return the poster of one form; the same form gives the same bytes.

    Args:
        project: Title of the project or department.
        address: Address of the form, with its scheme.
        closes_on: Last day of the round.
        paper: Size.
        demo: Whether everything is invented; the poster then says so.

    Returns:
        A tagged PDF in German with embedded fonts, the QR code drawn as lines and described in words. Characters of the
        title that no shipped font has become a question mark.
    """
    try:
        return _compiled(project, address, closes_on, paper, demo=demo)
    except typst.TypstError:
        return _compiled(printable(project), address, closes_on, paper, demo=demo)


def _compiled(project: str, address: str, closes_on: date, paper: Paper, *, demo: bool) -> bytes:
    pdf = typst.compile(
        _TEMPLATE.read_bytes(),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(_data(project, address, closes_on, paper, demo=demo))},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("one file expected")
    return pdf


def _data(project: str, address: str, closes_on: date, paper: Paper, *, demo: bool) -> Mapping[str, object]:
    shown = next((address.removeprefix(scheme) for scheme in _SCHEMES if address.startswith(scheme)), address)
    return {
        "paper": paper,
        "brand": words.BRAND,
        "title": words.document_title(project),
        "heading": words.TITLE,
        "project": project,
        "lead": words.LEAD,
        "url": address,
        "address": shown,
        "address_label": words.ADDRESS,
        "last_day": words.last_day(date_de(closes_on)),
        "promise": words.PROMISE,
        "demo": briefing.DEMO if demo else "",
        "qr": _qr(address),
        "qr_alt": words.qr_alt(shown),
        "hexagon": _HEXAGON.format(red=LIGHT.categories[4], sun=LIGHT.categories[1]),
        "invitations": [
            {"lang": wording.language.split("-")[0], "rtl": wording.direction == "rtl", "text": wording.invitation}
            for code, wording in languages().items()
            if code != ORDER[0]  # the poster itself is German
        ],
        "colours": {
            "text": LIGHT.text,
            "soft": LIGHT.soft,
            "accent": LIGHT.accent,
            "tint": LIGHT.tint,
            "sun": LIGHT.categories[1],
        },
    }


def _qr(address: str) -> str:
    drawn = BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=4, dark="#000", light="#fff")
    return drawn.getvalue().decode("utf-8")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS), str(POSTER_FONTS)])
