"""Answers of the live link: faces with their headers, compressed where that pays; and refusals to be asked faster."""

import hashlib
import math
from functools import lru_cache
from typing import Final

import brotli
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response

from bkcore.publication.faces import Face
from dashboard.routes import page
from dashboard.texts import live as texts

_QUALITY: Final = 11
"""The slowest and smallest: each page is compressed once and sent to everybody."""
_WORTH: Final = 1024
_HEADERS: Final = {
    "Cache-Control": "private, no-cache",  # kept by the reader alone and asked for each time: a dead link dies at once
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Vary": "Accept-Encoding",
}


def face(request: Request, shown: Face, *, after: BackgroundTask | None = None) -> Response:
    """Return the face, or 304 when the reader has it; compressed when that pays.

    Args:
        request: Whose headers say what the reader has and takes.
        shown: What is answered.
        after: What is done once the answer is sent.
    """
    packed = len(shown.body) >= _WORTH and shown.media_type.startswith(("text/", "application/json"))
    packed = packed and "br" in request.headers.get("accept-encoding", "").lower()
    mark = _mark(shown.body)
    headers = {**_HEADERS, "Content-Security-Policy": shown.policy, "ETag": f'"{mark}{"-br" if packed else ""}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers, background=after)
    if shown.file:
        how = "attachment" if shown.attached else "inline"
        headers["Content-Disposition"] = f'{how}; filename="{shown.file}"'
    if packed:
        headers["Content-Encoding"] = "br"
    body = _compressed(shown.body) if packed else shown.body
    return Response(body, media_type=shown.media_type, headers=headers, background=after)


def too_many(seconds: float) -> Response:
    """Return the page for those who ask faster than a link answers."""
    return _later(texts.TOO_MANY_TITLE, texts.TOO_MANY_TEXT, status=429, seconds=seconds)


def too_many_passwords(seconds: float) -> Response:
    """Return the page for a link at which too many wrong passwords were typed."""
    return _later(texts.TOO_MANY_TITLE, texts.TOO_MANY_PASSWORDS, status=429, seconds=seconds)


def nothing_yet() -> Response:
    """Return the page for a link before the first release."""
    return _later(texts.NOTHING_TITLE, texts.NOTHING_TEXT, status=503, seconds=60)


def _later(title: str, text: str, *, status: int, seconds: float) -> Response:
    answer = page.page(title=title, text=text, status=status)
    answer.headers["Retry-After"] = str(max(1, math.ceil(seconds)))
    return answer


@lru_cache(maxsize=64)
def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


@lru_cache(maxsize=64)
def _compressed(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=_QUALITY)
    return packed
