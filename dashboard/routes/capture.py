"""``/erfassen/<token>``: a project's lead says on the phone what became of an activity.

Unknown, expired and revoked addresses end in the same 404 as any other dead link.
"""

from typing import Final

from pydantic import ValidationError
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bkcore.access import Actor
from bkcore.errors import BkError, Conflict, LinkDead, NotFound, NotPermitted
from bkcore.faults import DatabaseBusy, PictureRefused
from bkcore.reports import capture as reports
from bkcore.reports.offered_pictures import offered_words
from bkcore.services.capture import capture_activity
from bkcore.services.capture_desks import CaptureDesk, desk_behind, note_use
from bkcore.services.offered_pictures import offer_picture
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, today_of, unit_of_work
from bkcore.wording.messages import message
from dashboard.routes import capture_calendar, capture_fields, standalone, upload
from dashboard.routes import capture_page as pages
from dashboard.routes.capture_fields import Fields
from dashboard.routes.throttle import Throttle
from dashboard.routes.upload import Upload
from dashboard.texts import capture as texts

SURFACES: Final = frozenset({"all", "internal"})
"""Not ``public``: that process may be given a database role that can write nothing."""

_PER_SECOND, _BURST = 0.5, 20.0
"""How often one address may save: a long evening's worth at once, then one every two seconds."""


def routes(settings: Settings) -> list[Route]:
    """Return the routes for recording on a phone."""
    desk = _Desk(settings)

    async def listed(request: Request) -> Response:
        return await run_in_threadpool(desk.show_list, request)

    async def form(request: Request) -> Response:
        if request.method == "GET":
            return await run_in_threadpool(desk.show_form, request)
        given = await standalone.all_fields(request, largest=capture_fields.LARGEST)
        return await run_in_threadpool(desk.save, request, given)

    async def thanks(request: Request) -> Response:
        return await run_in_threadpool(desk.thank, request)

    async def picture(request: Request) -> Response:
        if await run_in_threadpool(desk.is_flooded, request):  # before ten megabytes are read
            return await run_in_threadpool(desk.thank, request, pages.PictureForm({"": texts.BUSY}), status=429)
        return await run_in_threadpool(desk.offer, request, await upload.read(request))

    return [
        Route("/erfassen/{token}", listed, methods=["GET"]),
        Route("/erfassen/{token}/neu", form, methods=["GET", "POST"]),
        Route("/erfassen/{token}/a/{slug}", form, methods=["GET", "POST"]),
        Route("/erfassen/{token}/a/{slug}/danke", thanks, methods=["GET"]),
        Route("/erfassen/{token}/a/{slug}/bild", picture, methods=["POST"]),
    ]


class _Desk:
    """Answers requests for the addresses of one database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engine = engine_for(settings.database_url)
        self._throttle = Throttle(per_second=_PER_SECOND, burst=_BURST)

    def show_list(self, request: Request) -> Response:
        """Return the list; an address that was sent about one activity leads straight to it."""
        with unit_of_work(self._engine) as session:
            desk = _behind(session, request)
            note_use(session, request.path_params["token"])
            if desk.activity is not None:
                return standalone.sent_on(f"{_root(request)}/a/{desk.activity}")
            today = today_of(session)
            rows = reports.waiting(session, project=desk.project)
            recent = reports.recorded(session, project=desk.project or "")
        over, ahead = reports.parted(rows, today=today)
        groups = [
            (texts.OVER, over, texts.NOTHING_OVER),
            (texts.AHEAD, ahead, ""),
            (texts.RECENT, recent, ""),
        ]
        calendar = capture_calendar.address(self._settings, link_id=desk.link_id)
        return _page(request, pages.list_page(self._frame(request, desk), groups=groups, calendar=calendar))

    def show_form(self, request: Request) -> Response:
        """Return the form of one activity."""
        with reading(self._engine) as session:
            desk = _behind(session, request)
            sheet = _sheet(session, desk, request)
        return _page(request, pages.form_page(self._frame(request, desk), sheet))

    def save(self, request: Request, given: Fields) -> Response:
        """Save what was sent; what cannot be saved comes back with the reason, and every word still in its field."""
        if not standalone.is_ours(request):
            return self.show_form(request)
        if self.is_flooded(request):
            return self._again(request, given, pages.Trouble({"": texts.BUSY}), status=429)
        if doubts := capture_fields.doubts(given):
            return self._again(request, given, pages.Trouble(doubts, doubt=True), status=422)
        return self._tried(request, given)

    def thank(self, request: Request, sent: pages.PictureForm | None = None, *, status: int = 200) -> Response:
        """Return the page of thanks, on which a picture can be offered; ``sent`` is one that could not be taken."""
        with reading(self._engine) as session:
            desk = _behind(session, request)
            sheet = _sheet(session, desk, request)
            slug = request.path_params["slug"]
            offered = offered_words(session, activity=slug, by=_acting(desk))
        sent = sent or pages.PictureForm()
        html = pages.thanks_page(self._frame(request, desk), sheet, slug=slug, offered=offered, sent=sent)
        return _page(request, html, status=status)

    def offer(self, request: Request, given: Upload) -> Response:
        """Keep an offered picture for the office; what cannot be kept comes back with the reason."""
        if not standalone.is_ours(request):
            return self.thank(request)
        try:
            return self._offered(request, given)
        except ValidationError as error:
            faults, status = capture_fields.faults(error), 422
        except DatabaseBusy:
            faults, status = {"": texts.BUSY}, 503
        except (LinkDead, NotFound, NotPermitted) as error:
            raise HTTPException(404) from error
        except BkError as error:
            faults, status = {"content": message(error)}, 422
        return self.thank(request, pages.PictureForm(faults, given.fields), status=status)

    def is_flooded(self, request: Request) -> bool:
        """Tell whether an address has sent too often; one that opens nothing is not even counted."""
        with reading(self._engine) as session:
            _behind(session, request)
        return self._throttle.take(request.path_params["token"]) > 0

    def _offered(self, request: Request, given: Upload) -> Response:
        if given.too_large:
            raise PictureRefused(flaw="file")
        slug = request.path_params["slug"]
        command = capture_fields.picture(given.fields, content=given.content, activity=slug)
        with unit_of_work(self._engine) as session:
            desk = desk_behind(session, request.path_params["token"])
            note_use(session, request.path_params["token"])
            offer_picture(session, command, by=_acting(desk))
        return standalone.sent_on(f"{_root(request)}/a/{slug}/danke")

    def _tried(self, request: Request, given: Fields) -> Response:
        try:
            return self._saved(request, given)
        except ValidationError as error:
            trouble = capture_fields.faults(error)
        except DatabaseBusy:
            return self._again(request, given, pages.Trouble({"": texts.BUSY}), status=503)
        except Conflict:
            return self._moved_on(request, given)
        except (LinkDead, NotFound, NotPermitted) as error:
            raise HTTPException(404) from error
        except BkError as error:
            trouble = {"day": message(error)}
        return self._again(request, given, pages.Trouble(trouble), status=422)

    def _saved(self, request: Request, given: Fields) -> Response:
        with unit_of_work(self._engine) as session:
            desk = desk_behind(session, request.path_params["token"])
            note_use(session, request.path_params["token"])
            command = capture_fields.command(given, activity=request.path_params.get("slug"), project=desk.project)
            slug = capture_activity(session, command, by=_acting(desk)).row.slug
        return standalone.sent_on(f"{_root(request)}/a/{slug}/danke")

    def _again(self, request: Request, given: Fields, trouble: pages.Trouble, *, status: int) -> Response:
        with reading(self._engine) as session:
            desk = _behind(session, request)
            sheet = _sheet(session, desk, request)
        html = pages.form_page(self._frame(request, desk), sheet, given=given, trouble=trouble)
        return _page(request, html, status=status)

    def _moved_on(self, request: Request, given: Fields) -> Response:
        with reading(self._engine) as session:
            sheet = _sheet(session, _behind(session, request), request)
        trouble = pages.Trouble({"": texts.MOVED_ON}, now_saved=pages.summary(sheet))
        return self._again(request, given, trouble, status=409)

    def _frame(self, request: Request, desk: CaptureDesk) -> pages.Frame:
        return pages.Frame(root=_root(request), project=desk.title, demo=self._settings.demo)


def _behind(session: Session, request: Request) -> CaptureDesk:
    try:
        desk = desk_behind(session, request.path_params["token"])
    except LinkDead as error:
        raise HTTPException(404) from error
    _acting(desk)
    return desk


def _acting(desk: CaptureDesk) -> Actor:
    """Return as whom an address acts; one that only gives a calendar is a dead one here."""
    if desk.actor is None:
        raise HTTPException(404)
    return desk.actor


def _sheet(session: Session, desk: CaptureDesk, request: Request) -> reports.CaptureSheet:
    slug = request.path_params.get("slug")
    try:
        return reports.sheet(session, activity=slug, project=desk.project, by=_acting(desk))
    except (NotFound, NotPermitted) as error:
        raise HTTPException(404) from error


def _root(request: Request) -> str:
    return f"/erfassen/{request.path_params['token']}"


def _page(request: Request, html: str, *, status: int = 200) -> Response:
    return standalone.answer(request, html, styles=pages.STYLES, script=True, status=status)
