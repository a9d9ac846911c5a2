"""Streamlit's own side doors, shut: session counters, the agent interface and what advertises it."""

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.routes import page

_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


class ClosedEndpoints:
    """Answers 404 where Streamlit would answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the closed addresses, pass everything else on."""
        if scope["type"] == "http" and scope["path"].startswith(_CLOSED):
            await page.not_found()(scope, receive, send)
            return
        await self._app(scope, receive, send)
