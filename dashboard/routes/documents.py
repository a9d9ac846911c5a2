"""The page Streamlit lives in, made German, and a real 404 for every address that is nobody's.

Streamlit itself answers any unknown address with 200 and an English page; so this stands behind our routes and before
Streamlit's, and lets through only what belongs to Streamlit.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Final

import streamlit
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from dashboard.routes import look, page
from dashboard.routes.body import ASK, Body, Sender
from dashboard.texts import shell as texts

STREAMLIT_FOLDER: Final = Path(streamlit.__file__).parent / "static"
_STREAMLITS: Final = ("_stcore", "media", "component", "static", "app", "manifest.json")
_FONT: Final = "/app/static/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEXAGON: Final = (
    '<svg viewBox="0 0 32 32" aria-hidden="true"><path fill="#9A1B30" d="M16 1 29 8.5 3 23.5v-15z"/>'
    '<path fill="#E0A21B" d="M29 8.5v15L16 31 3 23.5z"/></svg>'
)


class IndexChanged(RuntimeError):
    """Streamlit's page no longer looks as we know it; see ``dashboard/routes/documents.py``."""


class Documents(Route):
    """One route for every page of the dashboard, and for everything that does not exist."""

    def __init__(self, sender: Sender, pages: Iterable[str]) -> None:
        """Answer with bytes prepared once.

        Args:
            sender: Gives the prepared bytes.
            pages: The addresses of the pages, without the slash; the bare address is always one.
        """
        self._sender = sender
        self._known = {"/", *(f"/{path}" for path in pages)}
        super().__init__("/{path:path}", self._answer, methods=["GET"])

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Leave to Streamlit what is Streamlit's."""
        if scope["type"] == "http" and scope["path"].split("/")[1] in _STREAMLITS:
            return Match.NONE, {}
        return super().matches(scope)

    async def _answer(self, request: Request) -> Response:
        if request.url.path not in self._known:
            return page.no_such_page()
        return await self._sender.response(index(), request.headers)


@cache
def index() -> Body:
    """Return Streamlit's page in German, with our script first and something to see while it loads.

    Returns:
        The page, compared at each use.

    Raises:
        IndexChanged: The installed Streamlit has another page than the one this was written for.
    """
    html = (STREAMLIT_FOLDER / "index.html").read_text(encoding="utf-8")
    ours = (
        f'<link rel="stylesheet" href="{look.address()}" />\n    <script src="{look.script_address()}"></script>\n'
        f'    <link rel="preload" href="{_FONT}" as="font" type="font/woff2" crossorigin />'
    )
    loading = f'<div class="bk-loading">{_HEXAGON}<p role="status">{escape(texts.LOADING)}</p></div>'
    for pattern, replacement in (
        (r"<!--(?!\s*initialize).*?-->", ""),
        (r'<html lang="en">', '<html lang="de">'),
        (r'href="\./favicon\.png"', 'href="/app/static/hexagon-64.png"'),
        (r"<title>.*?</title>", f"<title>{escape(texts.TITLE)}</title>"),
        (r'<link\s+rel="preload"[^>]*?as="font"[^>]*?/>', ours),
        (r'<link rel="service-desc"[^>]*?/>', ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{escape(texts.NO_SCRIPT)}</p></noscript>"),
        (r'<div id="root"></div>', f'<div id="root">{loading}</div>'),
    ):
        html, times = re.subn(pattern, partial(_as_it_is, replacement), html, flags=re.DOTALL)
        if not times:
            raise IndexChanged(pattern)
    return Body(html.encode(), "text/html; charset=utf-8", ASK)


@cache
def script_hash() -> str:
    """Return the Content-Security-Policy source of Streamlit's one inline script.

    Raises:
        IndexChanged: There is none, or more than one.
    """
    scripts = _INLINE_SCRIPT.findall(index().content.decode())
    if len(scripts) != 1:
        raise IndexChanged("inline script")
    digest = hashlib.sha256(scripts[0].encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _as_it_is(replacement: str, _: re.Match[str]) -> str:
    return replacement
