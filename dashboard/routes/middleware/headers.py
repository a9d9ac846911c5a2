"""Security headers on every answer; a route that sets one itself keeps its own."""

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self' {script} 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",  # Streamlit and Plotly write styles while they run
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' {socket}",
    "worker-src": "'self' blob:",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
PLAIN_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""For pages of our own that need no script."""

_YEAR: Final = 31_536_000


class SecurityHeaders:
    """Adds the Content-Security-Policy and its companions."""

    def __init__(self, app: ASGIApp, *, public_url: str, script_hash: str) -> None:
        """Build the headers once.

        Args:
            app: What is wrapped.
            public_url: Address people type; HTTPS switches HSTS on.
            script_hash: ``'sha256-…'`` of Streamlit's one inline script.
        """
        self._app = app
        address = urlsplit(public_url)
        secure = address.scheme == "https"
        socket = f"{'wss' if secure else 'ws'}://{address.netloc}"  # older Safari does not count it as 'self'
        policy = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
        self._headers = {
            "Content-Security-Policy": policy.format(script=script_hash, socket=socket),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Robots-Tag": "noindex, nofollow",
        }
        if secure:
            self._headers["Strict-Transport-Security"] = f"max-age={_YEAR}; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on and add the headers to the start of each HTTP answer."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
