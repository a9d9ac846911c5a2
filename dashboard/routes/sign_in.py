"""``/anmelden/<token>``: a link becomes a signed visit, and the token leaves the address.

A personal link signs in at once. A one-time link first shows a page with one button and is used up only by its POST, so
that a mail scanner that opens every address cannot burn it.
"""

from datetime import timedelta
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bkcore.errors import LinkDead
from bkcore.services.visits import StartedVisit, link_behind, start_visit
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import LinkKind
from bkcore.wording.labels import label
from dashboard.routes import page, standalone
from dashboard.session import COOKIE, seal
from dashboard.texts import sign_in as texts

SURFACES = frozenset({"all", "internal"})
_ASSESSMENT = "/selbsteinschaetzung"
_START = "/"
_BUTTON = f'<form method="post"><button class="bk-button" type="submit">{escape(texts.CONFIRM_BUTTON)}</button></form>'


def routes(settings: Settings) -> list[Route]:
    """Return the sign-in route."""

    async def sign_in(request: Request) -> Response:
        token = request.path_params["token"]
        try:
            if request.method != "POST" or not standalone.is_ours(request):  # another site's form only brings the page
                role = await run_in_threadpool(_waits_for_button, settings, token)
                if role is not None:
                    return page.page(title=texts.CONFIRM_TITLE, text=texts.confirm(role), status=200, more=_BUTTON)
            return await run_in_threadpool(_start, settings, token)
        except LinkDead as error:
            raise HTTPException(404) from error

    return [Route("/anmelden/{token}", sign_in, methods=["GET", "POST"])]


def _waits_for_button(settings: Settings, token: str) -> str | None:
    """Return the role a one-time link is for, ``None`` for a personal link."""
    with reading(engine_for(settings.database_url)) as session:
        link = link_behind(session, token)
        return label(link.role) if link.kind is LinkKind.ONE_TIME else None


def _start(settings: Settings, token: str) -> Response:
    valid_for = timedelta(hours=settings.session_hours)
    with unit_of_work(engine_for(settings.database_url)) as session:
        started: StartedVisit = start_visit(session, token, valid_for=valid_for)
    response = RedirectResponse(_ASSESSMENT if started.to_assessment else _START, status_code=303)
    response.set_cookie(
        COOKIE,
        seal(started.token, settings=settings),
        max_age=int(valid_for.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings.public_url.startswith("https://"),
    )
    return response
