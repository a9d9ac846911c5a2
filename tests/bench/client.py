"""A visitor without a browser: speaks Streamlit's protocol over a websocket, so only the server is measured."""

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

R = TypeVar("R")
_FINISHED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


class Visitor:
    """One websocket session on one page."""

    def __init__(self, address: str, *, cookie: str = "", page: str = "", query: str = "") -> None:
        """Say where to go.

        Args:
            address: ``http://host:port``.
            cookie: Value of the ``Cookie`` header.
            page: Path of the page, without slash.
            query: What follows the question mark in the address.
        """
        self._address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._headers = {"Origin": address, **({"Cookie": cookie} if cookie else {})}
        self._page = page
        self._hash = ""
        self.query = query

    def prepare(self, wish: BackMsg) -> None:
        """Add to what is asked; a visitor who only looks has nothing to add."""

    def notice(self, message: ForwardMsg, raw: bytes) -> None:
        """Look at what came; a visitor who only looks needs nothing of it."""

    async def __aenter__(self) -> Self:
        """Connect."""
        self._socket = await websockets.connect(
            self._address,
            additional_headers=self._headers,
            subprotocols=["streamlit"],
            max_size=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        await self._socket.close()

    async def run(self) -> float:
        """Run the page's script once and return the milliseconds until its end arrived.

        Raises:
            RuntimeError: The script broke.
        """
        wish = BackMsg()
        wish.rerun_script.query_string = self.query
        wish.rerun_script.page_script_hash = self._hash
        if not self._hash:
            wish.rerun_script.page_name = self._page
        self.prepare(wish)
        began = time.perf_counter()
        await self._socket.send(wish.SerializeToString())
        broke = ""
        while True:
            message = ForwardMsg()
            raw = await asyncio.wait_for(self._socket.recv(), timeout=120)
            message.ParseFromString(raw)
            self.notice(message, raw)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._hash = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                broke = message.delta.new_element.exception.message
            elif kind == "script_finished" and message.script_finished in _FINISHED:
                if broke:
                    raise RuntimeError(broke)
                return (time.perf_counter() - began) * 1000


def run(work: Coroutine[object, object, R]) -> R:
    """Run asynchronous work in a thread of its own; the browser's loop may hold this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()
