"""Pages that stand alone: complete without a script, small, with the strictest policy; their forms and answers."""

import base64
import gzip
import hashlib
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import brotli
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bkcore.palette import css_variables

HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Vary": "Accept-Encoding, Accept-Language, Cookie",
}
_OWN_SITES: Final = frozenset({"same-origin", "none"})
_SCRIPT: Final = "script-src 'self'; connect-src 'self'; "
_ASSETS: Final = Path(__file__).parent / "assets"
_LARGEST: Final = 8192
_WORTH: Final = 1024
_QUALITY: Final = 6


def rendered(template: str, *, styles: tuple[str, ...], **values: object) -> str:
    """Return a page from a template, with its style inside.

    Args:
        template: Name of the file.
        styles: Names of the style sheets, in order.
        **values: What the template asks for.
    """
    style = Markup(_style(styles))  # noqa: S704 - our own text
    return _environment().get_template(template).render(style=style, **values)


@cache
def policy(styles: tuple[str, ...], *, script: bool = False) -> str:
    """Return the strictest Content-Security-Policy a page works with: its style, our typefaces, our own address.

    Args:
        styles: Names of the style sheets, in order.
        script: Whether a file of our own may run and send the form by itself.
    """
    digest = base64.b64encode(hashlib.sha256(_style(styles).encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; {_SCRIPT if script else ''}font-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


async def fields(request: Request) -> dict[str, str]:
    """Return the fields of a form, the last value of each; nothing when it is larger than ours can be."""
    return {name: values[-1] for name, values in (await all_fields(request)).items()}


async def all_fields(request: Request, *, largest: int = _LARGEST) -> dict[str, list[str]]:
    """Return the fields of a form with all their values, nothing when it is larger than ours can be.

    Args:
        request: The request.
        largest: How many octets ours can have.
    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            return {}
    return parse_qs(body.decode("utf-8", "replace"))


def is_ours(request: Request) -> bool:
    """Tell whether a button was pressed on a page of ours, as the browser says; older browsers say nothing."""
    return request.headers.get("sec-fetch-site", "none") in _OWN_SITES


def answer(
    request: Request, html: str, *, styles: tuple[str, ...], script: bool = False, status: int = 200
) -> Response:
    """Return a page, compressed as the browser takes it."""
    headers = {**HEADERS, "Content-Security-Policy": policy(styles, script=script)}
    body, accepted = html.encode(), request.headers.get("accept-encoding", "").lower()
    if len(body) >= _WORTH and "br" in accepted:
        body, headers["Content-Encoding"] = brotli.compress(body, quality=_QUALITY), "br"
    elif len(body) >= _WORTH and "gzip" in accepted:
        body, headers["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
    return Response(body, status_code=status, media_type="text/html", headers=headers)


def sent_on(address: str) -> RedirectResponse:
    """Send the browser on after a form, so that neither reloading nor going back sends it again."""
    return RedirectResponse(address, status_code=303, headers=HEADERS)


@cache
def _style(styles: tuple[str, ...]) -> str:
    return css_variables() + "".join((_ASSETS / name).read_text(encoding="utf-8") for name in styles)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
