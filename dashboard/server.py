"""The one process: Streamlit, our own routes, and the middlewares around both.

``bk serve`` calls ``serve``; ``uvicorn dashboard.server:app`` works too, because ``app`` is made when it is asked for.
"""

import asyncio
import gc
import importlib
import logging
import os
import pkgutil
import tomllib
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import streamlit as st
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from bkcore import seed
from bkcore import settings as bk_settings
from bkcore.publication import html, release
from bkcore.settings import ROOT, Settings
from bkcore.store.engine import engine_for
from bkcore.store.schema import require_head
from bkcore.store.unit_of_work import town_day
from dashboard import routes as route_modules
from dashboard import state, warming
from dashboard.components import panel
from dashboard.menu import PAGE_PATHS
from dashboard.routes import documents, look, page, ticket
from dashboard.routes.body import ASK, FOREVER, WEEK, Sender
from dashboard.routes.middleware.closed import ClosedEndpoints
from dashboard.routes.middleware.faults import Faults
from dashboard.routes.middleware.headers import SecurityHeaders
from dashboard.routes.middleware.precompressed import Folder, Precompressed
from dashboard.texts import shell as texts

Application = st.App | Starlette
Lifespan = Callable[[Application], AbstractAsyncContextManager[None]]

_LOG: Final = logging.getLogger(__name__)
_HERE: Final = Path(__file__).parent
_CONFIG: Final = ROOT / ".streamlit" / "config.toml"
_LEAST_PAUSE_SECONDS: Final = 5
_KEEP_ALIVE_SECONDS: Final = 75
"""Longer than web servers in front keep their side (60 s), so that nobody asks into a connection that is closing."""
_WARM: Final = ("pandas", "plotly.graph_objects", "sqlmodel", "dashboard.charts.base")
"""Imported before the first visit, so that nobody waits for them."""


def create_app(
    settings: Settings, *, script: Path = _HERE / "app.py", pages: Collection[str] = PAGE_PATHS
) -> Application:
    """Return the application for one surface.

    Args:
        settings: What the environment set.
        script: Streamlit script; tests bring their own.
        pages: The addresses of its pages; every other address is a 404.

    Returns:
        Streamlit with our routes around it; without Streamlit when only the public routes are wanted.
    """
    sender = Sender(settings.var_dir / "static" / f"streamlit-{st.__version__}")
    if settings.surface == "public":
        return Starlette(
            routes=_routes(settings),
            middleware=_middleware(settings, sender),
            exception_handlers=_HANDLERS,
            lifespan=_lifespan(settings),
        )
    _configure()
    # Our folder is called pages, but st.navigation decides: without this the first visit of a process to a page's own
    # address is told that the page does not exist.
    PagesManager.uses_pages_directory = False
    return st.App(
        script.resolve(),
        routes=[*_routes(settings), documents.Documents(sender, pages)],
        middleware=_middleware(settings, sender),
        exception_handlers=_HANDLERS,
        lifespan=_lifespan(settings),
        on_script_error=_show_bug,
    )


def serve(host: str = "127.0.0.1", port: int = 8501, *, settings: Settings | None = None) -> None:
    """Serve until stopped; without access log, because addresses may hold somebody's token.

    Args:
        host: Address to listen on.
        port: Port to listen on.
        settings: What the environment set; read when not given.
    """
    uvicorn.run(
        create_app(settings or bk_settings.load()),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        ws_per_message_deflate=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=5,
    )


def __getattr__(name: str) -> Application:
    if name == "app":
        return create_app(bk_settings.load())
    raise AttributeError(name)


def _lifespan(settings: Settings) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_: Application) -> AsyncIterator[None]:
        if settings.surface == "public":
            require_head(engine_for(settings.database_url))  # its role at the database may not change the schema
        else:
            seed.prepare(settings)
        for name in _WARM:
            importlib.import_module(name)
        if settings.surface != "public":
            state.use(settings)
        gc.collect()
        gc.freeze()  # what lives for ever is not looked through again at every run
        first = warming.begin(today=town_day(datetime.now(UTC))) if settings.surface != "public" else None
        renewing = asyncio.create_task(_renew(settings)) if settings.surface == "internal" else None
        yield
        if renewing is not None:
            renewing.cancel()
        if first is not None:
            await run_in_threadpool(first.end)

    return lifespan


async def _renew(settings: Settings) -> None:
    """Keep the live links of the public surface current, which may not release by itself."""
    engine = engine_for(settings.database_url)
    while True:
        try:
            await run_in_threadpool(release.renew, engine, settings, now=datetime.now(UTC))
        except Exception:  # noqa: BLE001 - whatever it was, the next look may find it gone
            _LOG.exception("ticket=%s while a live link was kept current", ticket.new())
        await asyncio.sleep(max(settings.release_interval_seconds, _LEAST_PAUSE_SECONDS))


def _routes(settings: Settings) -> list[BaseRoute]:
    """Collect ``routes(settings)`` of every module in ``dashboard.routes`` that belongs to this surface."""
    return [route for build in _builders(settings.surface) for route in build(settings)]


def _builders(surface: str) -> Iterator[Callable[[Settings], list[BaseRoute]]]:
    """Yield what builds routes; a module without ``SURFACES`` is on every surface."""
    for found in sorted(pkgutil.iter_modules(route_modules.__path__), key=lambda module: module.name):
        module = importlib.import_module(f"{route_modules.__name__}.{found.name}")
        if hasattr(module, "routes") and surface in getattr(module, "SURFACES", {surface}):
            yield module.routes


def _middleware(settings: Settings, sender: Sender) -> list[Middleware]:
    return [
        Middleware(SecurityHeaders, public_url=settings.public_url, script_hash=documents.script_hash()),
        Middleware(Faults),
        Middleware(ClosedEndpoints),
        Middleware(
            Precompressed,
            sender=sender,
            files={
                "/bk/look.css": look.stylesheet,
                "/bk/german.js": look.german,
                html.SCRIPT: look.live_script,
                look.CAPTURE_SCRIPT: look.capture_script,
                look.GUEST_SCRIPT: look.guest_script,
                "/favicon.png": look.favicon,
            },
            folders={
                "/static/": Folder(documents.STREAMLIT_FOLDER / "static", FOREVER),
                "/app/static/": Folder(_HERE / "static", WEEK),
                **{
                    f"/_stcore/bidi-components/dashboard.{script.stem}/": Folder(script.parent, ASK)
                    for script in (_HERE / "components" / "assets").glob("*.js")
                },
            },
        ),
    ]


async def _not_found(_: Request, __: Exception) -> Response:
    return page.not_found()


async def _not_allowed(_: Request, __: Exception) -> Response:
    return page.not_allowed()


_HANDLERS: Final = {404: _not_found, 405: _not_allowed}


def _show_bug(error: Exception) -> bool:
    """Log what broke in a page with a ticket, and show the ticket instead of Streamlit's English box."""
    number = ticket.new()
    _LOG.error("ticket=%s in a page", number, exc_info=error)
    panel.notice(panel.NoticeKind.ERROR, texts.bug_text(number), title=texts.BUG_TITLE)
    return True


def _configure() -> None:
    """Read our ``.streamlit/config.toml`` whatever the working directory is; the environment wins."""
    with _CONFIG.open("rb") as file:
        options = dict(_flat(tomllib.load(file)))
    template = config.get_config_options()
    chosen = {name: value for name, value in options.items() if template[name].env_var not in os.environ}
    config.get_config_options(force_reparse=True, options_from_flags=chosen)


def _flat(table: Mapping[str, object], *, start: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, start=f"{start}{name}.")
        else:
            yield f"{start}{name}", value


if __name__ == "__main__":
    serve(os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8501")))
