"""Static files, compressed once: Streamlit sends them as they are (10 MB at the first visit), we send a quarter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.routes import body


@dataclass(frozen=True)
class Folder:
    """Files behind an address, and how long they may be kept."""

    path: Path
    cache_control: str


class Precompressed:
    """Answers for known files and folders; what is not there goes on to the application."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        files: Mapping[str, Callable[[], body.Body]],
        folders: Mapping[str, Folder],
        sender: body.Sender,
    ) -> None:
        """Name the files and folders.

        Args:
            app: What is wrapped.
            files: Made files by their address.
            folders: Folder by the beginning of the address, each ending with a slash.
            sender: Compresses and sends.
        """
        self._app = app
        self._files = files
        self._folders = folders
        self._sender = sender
        self._read: dict[Path, body.Body] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD for what exists, pass everything else on."""
        asked = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        found = await self._find(scope["path"]) if asked else None
        if found is None:
            await self._app(scope, receive, send)
            return
        response = await self._sender.response(found, Headers(scope=scope))
        await response(scope, receive, send)

    async def _find(self, address: str) -> body.Body | None:
        if address in self._files:
            return self._files[address]()
        for start, folder in self._folders.items():
            if address.startswith(start):
                path = (folder.path / address.removeprefix(start)).resolve()
                if not path.is_relative_to(folder.path.resolve()) or not path.is_file():
                    return None
                if path not in self._read:
                    reading = partial(body.read, path, cache_control=folder.cache_control)
                    self._read[path] = await anyio.to_thread.run_sync(reading)
                return self._read[path]
        return None
