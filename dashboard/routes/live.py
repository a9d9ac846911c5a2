"""``/rat/<token>``: the council's page, its downloads and its archive, from frozen releases and nothing else.

Unknown, expired and revoked tokens end in the same 404 as any other unknown address, before a password is looked at.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

import anyio
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bkcore.errors import LinkDead, NothingReleased
from bkcore.publication import desk, faces, passwords
from bkcore.publication.document import parse
from bkcore.publication.place import Kind, Place
from bkcore.publication.views import tally_of
from bkcore.settings import Settings
from dashboard.routes import live_answer, live_lock
from dashboard.routes.throttle import Throttle

SURFACES: Final = frozenset({"all", "public"})
_BURST: Final = 3
"""Seconds of the permitted pace that a link may be asked at once."""
_LINKS_AT_ONCE: Final = 3
"""How many links' pace all of them together may have."""
_WRONG_PASSWORDS: Final = 10
_WRONG_PASSWORDS_PER_SECOND: Final = 1 / 6
_HASHES_AT_ONCE: Final = 2
"""Each takes 64 MiB while it runs."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request behind an open door."""

    request: Request
    door: desk.Door
    now: datetime

    @property
    def place(self) -> Place:
        """Return where the link's own page stands."""
        kind = Kind.PINNED if self.door.pinned is not None else Kind.NEWEST
        return Place(_root(self.request), kind=kind, sitting=self.door.sitting_on)


_Answer = Callable[[_Visit], Response]


def routes(settings: Settings) -> list[Route]:
    """Return the routes of the council's link."""
    return _Live(settings).routes()


class _Live:
    """The live links of one application; what they were asked lately is in memory alone."""

    def __init__(self, settings: Settings) -> None:
        pace = settings.live_requests_per_second
        self._settings = settings
        self._everybody = Throttle(per_second=pace * _LINKS_AT_ONCE, burst=pace * _LINKS_AT_ONCE * _BURST)
        self._each = Throttle(per_second=pace, burst=pace * _BURST)
        self._wrong = Throttle(per_second=_WRONG_PASSWORDS_PER_SECOND, burst=_WRONG_PASSWORDS)
        self._hashing: anyio.CapacityLimiter | None = None

    def routes(self) -> list[Route]:
        link, one = "/rat/{token}", "/rat/{token}/archiv/{number:int}"
        report = f"{link}/sachstand/{{number:int}}"
        plain: tuple[tuple[str, _Answer], ...] = (
            (link, self._page),
            (f"{link}/stand", self._number),
            (f"{link}/projekte", self._gallery),
            (f"{link}/projekte/{{key}}", self._project),
            (f"{link}/bilder/{{name}}", self._picture),
            (f"{link}/archiv", self._archive),
            (one, self._earlier),
            (f"{one}/projekte", self._gallery),
            (f"{one}/projekte/{{key}}", self._project),
            (f"{one}/seit/{{since:int}}", self._changes),
            (report, self._report),
            *((f"{report}/{file}", partial(self._report_download, file=file)) for file in faces.REPORT_FILES),
            *((f"{link}/{file}", partial(self._download, file=file)) for file in faces.FILES),
            *((f"{one}/{file}", partial(self._earlier_download, file=file)) for file in faces.FILES),
        )
        return [
            *(Route(path, self._guarded(answer), methods=["GET"]) for path, answer in plain),
            Route(f"{link}/kennwort", self._unlock, methods=["POST"]),
        ]

    def _guarded(self, answer: _Answer) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            return await run_in_threadpool(self._answered, answer, request)

        return guarded

    def _answered(self, answer: _Answer, request: Request) -> Response:
        now = datetime.now(UTC)
        door = self._door(request, now=now)
        if isinstance(door, Response):
            return door
        if not live_lock.is_open(request, door, settings=self._settings):
            at_page = request.url.path == _root(request)
            return live_lock.ask(_root(request)) if at_page else RedirectResponse(_root(request), status_code=303)
        try:
            return answer(_Visit(request, door, now))
        except NothingReleased:
            return live_answer.nothing_yet()

    async def _unlock(self, request: Request) -> Response:
        now = datetime.now(UTC)
        door = await run_in_threadpool(self._door, request, now=now)
        if isinstance(door, Response):
            return door
        if not door.lock:
            return RedirectResponse(_root(request), status_code=303)
        password = await live_lock.typed(request)
        self._hashing = self._hashing or anyio.CapacityLimiter(_HASHES_AT_ONCE)
        return await anyio.to_thread.run_sync(self._tried, request, door, password, now, limiter=self._hashing)

    def _tried(self, request: Request, door: desk.Door, password: str, now: datetime) -> Response:
        """Compare a password; only wrong ones count, so that a whole council may come in at once."""
        if wait := self._wrong.waiting(door.link_id):
            return live_answer.too_many_passwords(wait)
        if passwords.fits(password, door.lock):
            return live_lock.opened(_root(request), door, settings=self._settings, now=now)
        self._wrong.take(door.link_id)
        return live_lock.ask(_root(request), wrong=True)

    def _door(self, request: Request, *, now: datetime) -> desk.Door | Response:
        if wait := self._everybody.take("everybody"):
            return live_answer.too_many(wait)
        try:
            door = desk.knock(self._settings, request.path_params["token"], now=now)
        except LinkDead as error:
            raise HTTPException(404) from error
        wait = self._each.take(door.link_id)
        return live_answer.too_many(wait) if wait else door

    def _page(self, visit: _Visit) -> Response:
        opened = desk.shown(self._settings, visit.door, now=visit.now)
        shown = faces.page(opened.content, place=replace(visit.place, since=opened.since, reports=opened.reports))
        return live_answer.face(visit.request, shown, after=self._counted(visit))

    def _counted(self, visit: _Visit) -> BackgroundTask | None:
        if visit.request.method != "GET":
            return None
        tally = tally_of(self._settings.database_url)
        tally.note(visit.door.link_id, now=visit.now)
        return BackgroundTask(tally.write, now=visit.now)

    def _number(self, visit: _Visit) -> Response:
        number = desk.shown(self._settings, visit.door, now=visit.now).number
        return live_answer.face(visit.request, faces.number(number))

    def _download(self, visit: _Visit, *, file: str) -> Response:
        opened = desk.shown(self._settings, visit.door, now=visit.now)
        return live_answer.face(visit.request, faces.download(opened.content, file))

    def _gallery(self, visit: _Visit) -> Response:
        content, place = self._state(visit)
        return live_answer.face(visit.request, _there(faces.gallery(content, place=place)))

    def _project(self, visit: _Visit) -> Response:
        content, place = self._state(visit)
        key = visit.request.path_params["key"]
        return live_answer.face(visit.request, _there(faces.project(content, key, place=place)))

    def _picture(self, visit: _Visit) -> Response:
        opened = desk.shown(self._settings, visit.door, now=visit.now)
        content = desk.picture(self._settings, opened, visit.request.path_params["name"])
        if content is None:
            raise HTTPException(404)
        return live_answer.face(visit.request, faces.picture(content))

    def _state(self, visit: _Visit) -> tuple[str, Place]:
        """Return the document an address means, the link's own or an earlier one, and where its page stands."""
        if "number" not in visit.request.path_params:
            return desk.shown(self._settings, visit.door, now=visit.now).content, visit.place
        found = self._found(visit, "number")
        return found.content, replace(visit.place, kind=Kind.EARLIER, number=found.number)

    def _archive(self, visit: _Visit) -> Response:
        _require_unpinned(visit)
        opened = desk.shown(self._settings, visit.door, now=visit.now)
        demo = parse(opened.content).header.demo
        listed = faces.archive(desk.archived(self._settings), place=visit.place, demo=demo)
        return live_answer.face(visit.request, listed)

    def _earlier(self, visit: _Visit) -> Response:
        found = self._found(visit, "number")
        place = replace(visit.place, kind=Kind.EARLIER, number=found.number, since=found.since, reports=found.reports)
        return live_answer.face(visit.request, faces.page(found.content, place=place))

    def _earlier_download(self, visit: _Visit, *, file: str) -> Response:
        return live_answer.face(visit.request, faces.download(self._found(visit, "number").content, file))

    def _changes(self, visit: _Visit) -> Response:
        later, earlier = self._found(visit, "number"), self._found(visit, "since")
        if earlier.number >= later.number:
            raise HTTPException(404)
        return live_answer.face(visit.request, faces.changes(earlier.content, later.content, place=visit.place))

    def _report(self, visit: _Visit) -> Response:
        return live_answer.face(visit.request, faces.report_page(self._released_report(visit)))

    def _report_download(self, visit: _Visit, *, file: str) -> Response:
        return live_answer.face(visit.request, faces.report_download(self._released_report(visit), file))

    def _released_report(self, visit: _Visit) -> str:
        number = int(visit.request.path_params["number"])
        content = desk.report(self._settings, visit.door, number, now=visit.now)
        if content is None:
            raise HTTPException(404)
        return content

    def _found(self, visit: _Visit, parameter: str) -> desk.Earlier:
        _require_unpinned(visit)
        found = desk.earlier(self._settings, int(visit.request.path_params[parameter]), now=visit.now)
        if found is None:
            raise HTTPException(404)
        return found


def _root(request: Request) -> str:
    return f"/rat/{request.path_params['token']}"


def _there(shown: faces.Face | None) -> faces.Face:
    if shown is None:
        raise HTTPException(404)
    return shown


def _require_unpinned(visit: _Visit) -> None:
    """Let a pinned link show its release and no other."""
    if visit.door.pinned is not None:
        raise HTTPException(404)
