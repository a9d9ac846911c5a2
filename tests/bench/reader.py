"""A reader that costs next to nothing, so that the server is measured and not its visitor: HTTP/1.1 over one socket."""

import asyncio
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_LENGTH = b"content-length:"


class Reader:
    """One browser's connection to one page; comes back when the server has closed it, as browsers do."""

    def __init__(self, url: str) -> None:
        """Say what to read."""
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        lines = (f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Accept-Encoding: br", "", "")
        self._wish = "\r\n".join(lines).encode()
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        """Connect at the first reading."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()

    async def read(self) -> bytes:
        """Read the page once and return its body, packed as it came.

        Raises:
            RuntimeError: The answer was not 200.
        """
        if self._streams is not None:
            try:
                return await self._asked(*self._streams)
            except (ConnectionError, asyncio.IncompleteReadError):
                self._streams[1].close()
        self._streams = await asyncio.open_connection(self._host, self._port)
        return await self._asked(*self._streams)

    async def _asked(self, incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> bytes:
        outgoing.write(self._wish)
        head = await incoming.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.split(b"\r\n", 1)[0].decode())
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(_LENGTH))
        return await incoming.readexactly(int(length[len(_LENGTH) :]))
