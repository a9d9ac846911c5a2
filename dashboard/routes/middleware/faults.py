"""The one catch-all of the HTTP side: a bug becomes a page with a ticket number, and the log has the trace."""

import logging
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.routes import page, ticket

_LOG: Final = logging.getLogger(__name__)


class Faults:
    """Turns an exception into the page that names the ticket."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the application; answer for it when it breaks before its answer has begun."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:
            return  # the line broke while something was sent: nobody is there to answer, and nothing is wrong
        except Exception:
            number = ticket.new()
            # The route, never the address: an address may hold somebody's token.
            route = getattr(scope.get("route"), "path", "no route")
            _LOG.exception("ticket=%s method=%s route=%s", number, scope["method"], route)
            if begun:
                raise
            await page.bug(number)(scope, receive, send)
