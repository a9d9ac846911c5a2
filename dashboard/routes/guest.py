"""``/sitzung/<token>``: guests follow a running meeting on their own phones; complete without a script.

Released figures only. The address is dead when the meeting ends, and then ends in the same 404 as any other dead link.
Looking writes nothing.
"""

from collections.abc import Callable
from typing import Final

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bkcore.errors import LinkDead
from bkcore.publication.meeting.guest import Followed, follow, mark_of
from bkcore.publication.parts import BarFigure
from bkcore.publication.svg import SCREEN
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from dashboard.routes import look, standalone
from dashboard.texts import guest as texts
from dashboard.texts import navigation, shell

SURFACES: Final = frozenset({"all", "internal"})
_STYLES: Final = ("voice.css", "guest.css")


def routes(settings: Settings) -> list[Route]:
    """Return the routes of the guests' page."""

    def page(request: Request) -> Response:
        with reading(engine_for(settings.database_url)) as session:
            found = follow(session, request.path_params["token"])
        return standalone.answer(request, _page(found, demo=settings.demo), styles=_STYLES, script=True)

    def state(request: Request) -> Response:
        with reading(engine_for(settings.database_url)) as session:
            return PlainTextResponse(mark_of(session, request.path_params["token"]), headers=standalone.HEADERS)

    return [Route("/sitzung/{token}", _alive(page)), Route("/sitzung/{token}/stand", _alive(state))]


def _alive(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        try:
            return await run_in_threadpool(answer, request)
        except LinkDead as error:
            raise HTTPException(404) from error

    return respond


def _page(found: Followed, *, demo: bool) -> str:
    return standalone.rendered(
        "guest.html.jinja",
        styles=_STYLES,
        w=texts,
        found=found,
        here=texts.here(found.place, len(found.points)),
        released=texts.released(found.release, found.stand),
        drawing=Markup(_drawing(found)),  # noqa: S704 - our own drawing; its words are escaped there
        script=look.guest_address(),
        brand=shell.NAME,
        demo=demo,
        demo_mark=navigation.DEMO,
    )


def _drawing(found: Followed) -> str:
    if isinstance(found.figure, BarFigure):
        return draw_bars(found.figure, ink=SCREEN, uid="g", wide=False)
    return draw_profile(found.figure, ink=SCREEN, uid="g", wide=False) if found.figure else ""
