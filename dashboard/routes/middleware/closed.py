"""Streamlit's own side doors, shut: session counters, the agent interface, its sign-in, and its English answers."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.routes import page

_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/auth", "/oauth2callback")
_FILES_ONLY: Final = ("/_stcore/", "/static/", "/app/", "/media/")
"""Where Streamlit answers an unknown address with 200 and its own English page."""


class ClosedEndpoints:
    """Answers 404 in German where Streamlit would answer what nobody should see."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the closed and the crooked addresses, pass everything else on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(_CLOSED) or _crooked(scope["path"]):
            await page.not_found()(scope, receive, send)
        elif scope["path"].startswith(_FILES_ONLY):
            await self._without_pages(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _without_pages(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = False

        async def watched(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004 - OK
                kind = dict(message["headers"]).get(b"content-type", b"")
                refused = kind.startswith(b"text/html")
            if not refused:
                await send(message)

        await self._app(scope, receive, watched)
        if refused:
            await page.not_found()(scope, receive, send)


def _crooked(path: str) -> bool:
    """Tell whether an address tries to climb or to name another host; Streamlit refuses these too, in English."""
    return path.startswith("//") or "\\" in path or "\0" in path or ".." in path.split("/")
