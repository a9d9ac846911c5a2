"""Renders the council's page: complete without a script, without a request to anybody else."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bkcore.palette import css_variables
from bkcore.publication.document import BarFigure, Briefing, ProfileFigure
from bkcore.publication.svg import SCREEN
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import date_de

_TEMPLATES: Final = Path(__file__).parent / "templates"
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def render(briefing: Briefing, *, base: str, pinned: bool = False) -> str:
    """Return the whole page.

    Args:
        briefing: The frozen document.
        base: Address of the folder with the downloads, without a slash at the end.
        pinned: Whether the link stays at this release.

    Returns:
        HTML in which every text of the document is escaped.
    """
    stand = sentences.stand(date_de(briefing.header.stand))
    release = sentences.release(briefing.header.number) if briefing.header.number else ""
    return (
        _environment()
        .get_template("live.html.jinja")
        .render(
            b=briefing,
            words=words,
            stand=stand,
            release=release,
            style=Markup(_style(" · ".join(filter(None, (words.NETWORK, stand, release))))),  # noqa: S704 - our own text
            network=_drawings(briefing.network, uid="netz"),
            profile=_drawings(briefing.factors.figure, uid="profil"),
            link=_link,
            themes=sentences.themes,
            base=base,
            pinned=pinned,
        )
    )


def csp(html: str) -> str:
    """Return the strictest Content-Security-Policy a page works with: its own style and font, no script."""
    hashes = " ".join(f"'sha256-{_digest(style)}'" for style in _STYLE.findall(html))
    return (
        f"default-src 'none'; style-src {hashes or chr(39) + 'none' + chr(39)}; font-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style(footer: str) -> str:
    """Return the page's style; date and number stand at the foot of every printed page."""
    sheet = (_TEMPLATES / "live.css").read_text(encoding="utf-8")
    place = (
        f'@page{{@bottom-left{{content:"{footer}";font:8.5pt sans-serif}}'
        '@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt sans-serif}}'
    )
    return css_variables() + sheet + place


def _drawings(figure: BarFigure | ProfileFigure | None, *, uid: str) -> dict[str, Markup]:
    """Return both forms of a drawing; the style shows the one that fits, also to assistive technology."""
    if figure is None:
        return {}
    drawn = {}
    for kind, wide in (("wide", True), ("narrow", False)):
        name = f"{uid}-{kind}"
        svg = (
            draw_bars(figure, ink=SCREEN, uid=name, wide=wide)
            if isinstance(figure, BarFigure)
            else draw_profile(figure, ink=SCREEN, uid=name, wide=wide)
        )
        drawn[kind] = Markup(svg)  # noqa: S704 - the renderer escapes every word
    return drawn


def _link(text: str, url: str | None) -> Markup:
    """Return words as a link, or alone when there is no address."""
    if url is None:
        return escape(text)
    return Markup('<a href="{url}" rel="noreferrer">{text}</a>').format(url=url, text=text)
