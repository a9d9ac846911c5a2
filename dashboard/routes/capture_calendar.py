"""Calendars of what is planned: when, what and where, nothing of persons, and nothing can be recorded from here.

A calendar program hands the address it subscribes to on to others. So a project's calendar has an address of its own,
sealed by the program's key, which ends with the address it was shown behind.
"""

from datetime import UTC, datetime
from typing import Final

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bkcore.errors import LinkDead
from bkcore.post import calendar
from bkcore.reports.capture import WaitingActivity, waiting
from bkcore.services.capture_desks import calendar_behind, desk_behind
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from bkcore.vocabulary import Precision
from dashboard.routes import standalone
from dashboard.texts import capture as texts

SURFACES: Final = frozenset({"all", "internal"})
_PURPOSE: Final = "calendar"


def routes(settings: Settings) -> list[Route]:
    """Return the routes of the calendars."""
    engine = engine_for(settings.database_url)

    def of_project(request: Request) -> Response:
        try:
            link_id = int(_sealer(settings).loads(request.path_params["sealed"]))
            with reading(engine) as session:
                rows = waiting(session, project=calendar_behind(session, link_id))
        except (BadSignature, LinkDead) as error:
            raise HTTPException(404) from error
        return _answer(rows)

    def behind_token(request: Request) -> Response:
        try:
            with reading(engine) as session:
                rows = waiting(session, project=desk_behind(session, request.path_params["token"]).project)
        except LinkDead as error:
            raise HTTPException(404) from error
        return _answer(rows)

    async def sealed(request: Request) -> Response:
        return await run_in_threadpool(of_project, request)

    async def plain(request: Request) -> Response:
        return await run_in_threadpool(behind_token, request)

    return [
        Route("/kalender/{sealed}.ics", sealed, methods=["GET"]),
        Route("/erfassen/{token}/kalender.ics", plain, methods=["GET"]),
    ]


def address(settings: Settings, *, link_id: int) -> str:
    """Return the address of the calendar that belongs to an address for recording."""
    return f"/kalender/{_sealer(settings).dumps(link_id)}.ics"


def _sealer(settings: Settings) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret(), salt=_PURPOSE)


def _answer(rows: tuple[WaitingActivity, ...]) -> Response:
    entries = [
        calendar.Entry(
            key=f"activity-{one.slug}", title=one.title, day=one.starts_on, last=one.ends_on, place=one.place
        )
        for one in rows
        if one.starts_on is not None and one.precision is Precision.DAY
    ]
    content = calendar.days(entries, name=texts.CALENDAR_NAME, now=datetime.now(UTC))
    return Response(content, media_type="text/calendar; charset=utf-8", headers=standalone.HEADERS)
