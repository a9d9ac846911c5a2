"""Answers whose bytes are known beforehand: compressed once, kept, and sent with the headers caches need."""

import gzip
import hashlib
import mimetypes
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import anyio.to_thread
import brotli
from starlette.datastructures import Headers
from starlette.responses import Response

FOREVER: Final = "public, max-age=31536000, immutable"
"""For addresses that change with their content."""
ASK: Final = "no-cache"
"""Kept, but compared by its mark at each use."""
WEEK: Final = "public, max-age=604800"

_WORTH: Final = 1024
"""Bytes below which compressing gains nothing."""
_TEXT: Final = ("text/", "application/javascript", "application/json", "application/wasm", "image/svg+xml", "font/ttf")
_BROTLI_QUALITY: Final = 9
"""One point below costs 4 % more bytes, two above five times the time."""

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True)
class Body:
    """Known bytes with their kind and how long they may be kept."""

    content: bytes
    media_type: str
    cache_control: str

    @property
    def mark(self) -> str:
        """Return the first half of the content's SHA-256, as hex."""
        return hashlib.sha256(self.content).hexdigest()[:32]


def read(path: Path, *, cache_control: str) -> Body:
    """Read a file into a body.

    Args:
        path: An existing file.
        cache_control: One of the constants above.

    Returns:
        The file's bytes, its kind by its name.
    """
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Body(path.read_bytes(), media_type, cache_control)


class Sender:
    """Sends bodies in the best encoding the browser takes."""

    def __init__(self, store: Path) -> None:
        """Keep compressed bytes in ``store`` so that a restart need not repeat the work."""
        self._store = store
        self._kept: dict[tuple[str, str], bytes] = {}

    async def response(self, body: Body, request: Headers) -> Response:
        """Answer a request for a body.

        Args:
            body: What was asked for.
            request: Headers of the request.

        Returns:
            200 with the bytes, or 304 when the browser has them.
        """
        encoding = _encoding(body, request.get("accept-encoding", ""))
        headers = {
            "Cache-Control": body.cache_control,
            "ETag": f'"{body.mark}-{encoding or "plain"}"',
            "Vary": "Accept-Encoding",
        }
        if headers["ETag"] in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        content = body.content
        if encoding:
            headers["Content-Encoding"] = encoding
            content = await anyio.to_thread.run_sync(self._compressed, body, encoding)
        return Response(content, media_type=body.media_type, headers=headers)

    def _compressed(self, body: Body, encoding: str) -> bytes:
        key = (body.mark, encoding)
        if key not in self._kept:
            self._kept[key] = self._stored(body, encoding)
        return self._kept[key]

    def _stored(self, body: Body, encoding: str) -> bytes:
        path = self._store / f"{body.mark}.{encoding}"
        if path.is_file():
            return path.read_bytes()
        if encoding == "br":
            content: bytes = brotli.compress(body.content, quality=_BROTLI_QUALITY)
        else:
            content = gzip.compress(body.content, compresslevel=9, mtime=0)
        self._store.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._store, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)  # whole or not at all, also with two processes
        return content


def _encoding(body: Body, accepted: str) -> str:
    if len(body.content) < _WORTH or not body.media_type.startswith(_TEXT):
        return ""
    offers = {
        part.split(";")[0].strip() for part in accepted.lower().split(",") if "q=0" not in part.replace("q=0.", "")
    }
    return next((encoding for encoding in ("br", "gzip") if encoding in offers), "")
