"""``/rat/<token>``: the council's page and its downloads, from a frozen release and nothing else.

Unknown, expired and revoked tokens end in the same 404 as any other unknown address.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bkcore.errors import LinkDead
from bkcore.publication import desk, faces
from bkcore.publication.faces import Face
from bkcore.settings import Settings

SURFACES: Final = frozenset({"all", "public"})
_QUALITY: Final = 6
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


def routes(settings: Settings) -> list[Route]:
    """Return the routes of the council's link."""

    async def show(request: Request) -> Response:
        return await run_in_threadpool(_page, settings, request)

    return [
        Route("/rat/{token}", show, methods=["GET"]),
        *(
            Route(f"/rat/{{token}}/{file}", _download_route(settings, file), methods=["GET"], name=file)
            for file in faces.FILES
        ),
    ]


def _download_route(settings: Settings, file: str) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        return await run_in_threadpool(_download, settings, request, file)

    return send


def _page(settings: Settings, request: Request) -> Response:
    now, token = datetime.now(UTC), request.path_params["token"]
    opened = _opened(settings, token, now=now)
    if request.method == "GET":
        desk.note_view(settings, opened, now=now)
    return _answer(request, faces.page(opened.content, base=f"/rat/{token}", pinned=opened.pinned))


def _download(settings: Settings, request: Request, file: str) -> Response:
    opened = _opened(settings, request.path_params["token"], now=datetime.now(UTC))
    return _answer(request, faces.download(opened.content, file))


def _opened(settings: Settings, token: str, *, now: datetime) -> desk.Opened:
    try:
        return desk.open_link(settings, token, now=now)
    except LinkDead as error:
        raise HTTPException(404) from error


def _answer(request: Request, face: Face) -> Response:
    """Return the face, or 304 when the reader has it; compressed when that pays."""
    packed = len(face.body) >= _WORTH and face.media_type.startswith(("text/", "application/json"))
    packed = packed and "br" in request.headers.get("accept-encoding", "").lower()
    mark = hashlib.sha256(face.body).hexdigest()[:32]
    headers = {**_HEADERS, "Content-Security-Policy": face.policy, "ETag": f'"{mark}{"-br" if packed else ""}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if face.file:
        how = "attachment" if face.attached else "inline"
        headers["Content-Disposition"] = f'{how}; filename="{face.file}"'
    if packed:
        headers["Content-Encoding"] = "br"
    body = _compressed(face.body) if packed else face.body
    return Response(body, media_type=face.media_type, headers=headers)


@lru_cache(maxsize=64)
def _compressed(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=_QUALITY)
    return packed
