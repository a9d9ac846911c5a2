"""``/stimme/<token>``: the participants' short form, anonymous and complete without a script.

Unknown, closed and expired addresses end in the same 404 as any other dead link. Only who had the form open before, and
so holds a ticket of it, is told that a voice came too late.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bkcore.access import SYSTEM
from bkcore.commands.voices import SubmitVoice
from bkcore.errors import InvalidValue, LinkDead, RoundClosed
from bkcore.faults import DatabaseBusy
from bkcore.services.voices import OpenForm, open_form, submit_voice
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import TOWN_TIME, reading, unit_of_work
from bkcore.voice_wording import languages, preferred
from dashboard.routes import standalone
from dashboard.routes import voice_page as pages
from dashboard.routes.voice_guard import Ticket, VoiceGuard

SURFACES: Final = frozenset({"all", "internal"})
"""Not ``public``: that process may be given a database role that reads releases and can write nothing."""

COOKIE: Final = "bk_stimme"
TICKET: Final = "schein"
_COOKIE_VALUE: Final = "1"
_AGAIN: Final = "noch"
_EMPTY: Final = "leer"
_LANGUAGE: Final = "sprache"


def routes(settings: Settings) -> list[Route]:
    """Return the routes of the short form."""
    desk = _Desk(settings)

    async def form(request: Request) -> Response:
        raw = await standalone.fields(request) if request.method == "POST" else {}
        return await run_in_threadpool(desk.submit if request.method == "POST" else desk.show, request, raw)

    async def thanks(request: Request) -> Response:
        return await run_in_threadpool(desk.thank, request)

    return [
        Route("/stimme/{token}", form, methods=["GET", "POST"]),
        Route("/stimme/{token}/danke", thanks, methods=["GET"]),
    ]


class _Desk:
    """Answers requests for the forms of one database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._guard = VoiceGuard(settings.secret())

    def show(self, request: Request, _: Mapping[str, str]) -> Response:
        """Return the questions, or say that a voice came from this device before."""
        form = self._open(request)
        if COOKIE in request.cookies and _AGAIN not in request.query_params:
            return _answer(request, pages.again_page(form, code=_code(request), demo=self._settings.demo))
        trouble = languages()[_code(request)].empty if _EMPTY in request.query_params else ""
        return self._questions(request, form, {}, trouble=trouble)

    def submit(self, request: Request, raw: Mapping[str, str]) -> Response:
        """Count a voice, then send the browser on, so that neither reloading nor going back counts it again."""
        token, ticket = request.path_params["token"], raw.get(TICKET, "")
        worth, w = self._guard.check(token, ticket), languages()[_code(request)]
        try:
            form = self._open(request)
        except HTTPException:
            if worth is Ticket.FOREIGN:
                raise
            return _too_late(request)
        if not standalone.is_ours(request):
            return self._questions(request, form, {})
        chosen = {factor: raw[factor] for factor in form.factors if factor in raw}
        if worth is not Ticket.VALID:
            return self._questions(request, form, chosen, trouble=w.stale, status=409)
        if self._guard.is_flooded(token):
            return self._questions(request, form, chosen, trouble=w.busy, status=429)
        return self._counted(request, form, chosen, ticket=ticket)

    def _counted(self, request: Request, form: OpenForm, chosen: Mapping[str, str], *, ticket: str) -> Response:
        token, w = request.path_params["token"], languages()[_code(request)]
        try:
            command = SubmitVoice.model_validate({"token": token, "answers": chosen})
            self._guard.once(token, ticket, lambda: self._count(command))
        except (ValidationError, InvalidValue):
            return _sent_back(request)
        except DatabaseBusy:
            return self._questions(request, form, chosen, trouble=w.busy, status=503)
        except (RoundClosed, LinkDead):
            return _too_late(request)
        return self._sent_on(request, closes_on=form.closes_on)

    def thank(self, request: Request) -> Response:
        """Return the page of thanks."""
        return _answer(request, pages.thanks_page(self._open(request), code=_code(request), demo=self._settings.demo))

    def _open(self, request: Request) -> OpenForm:
        try:
            with reading(engine_for(self._settings.database_url)) as session:
                return open_form(session, request.path_params["token"])
        except LinkDead as error:
            raise HTTPException(404) from error

    def _count(self, command: SubmitVoice) -> None:
        with unit_of_work(engine_for(self._settings.database_url)) as session:
            submit_voice(session, command, by=SYSTEM)

    def _questions(
        self, request: Request, form: OpenForm, chosen: Mapping[str, str], *, trouble: str = "", status: int = 200
    ) -> Response:
        html = pages.form_page(
            form,
            code=_code(request),
            ticket=self._guard.ticket(request.path_params["token"]),
            chosen=chosen,
            kept=_kept(request),
            trouble=trouble,
            demo=self._settings.demo,
        )
        return _answer(request, html, status=status)

    def _sent_on(self, request: Request, *, closes_on: date) -> Response:
        path = f"/stimme/{request.path_params['token']}"
        response = standalone.sent_on(f"{path}/danke?{_LANGUAGE}={_code(request)}")
        response.set_cookie(
            COOKIE,
            _COOKIE_VALUE,
            path=path,
            expires=_end_of(closes_on),
            httponly=True,
            samesite="lax",
            secure=self._settings.public_url.startswith("https://"),
        )
        return response


def _code(request: Request) -> str:
    asked = request.query_params.get(_LANGUAGE, "")
    return asked if asked in languages() else preferred(request.headers.get("accept-language", ""))


def _kept(request: Request) -> str:
    return f"{_AGAIN}=1&" if _AGAIN in request.query_params else ""


def _sent_back(request: Request) -> Response:
    """Send the browser back to the form, which says that nothing was chosen; no step back then asks to resend."""
    asked = f"{_kept(request)}{_EMPTY}=1&{_LANGUAGE}={_code(request)}"
    return standalone.sent_on(f"/stimme/{request.path_params['token']}?{asked}")


def _too_late(request: Request) -> Response:
    return _answer(request, pages.closed_page(code=_code(request)), status=410)


def _end_of(day: date) -> datetime:
    """Return the end of a day in Bergkamen: the same for everybody, so that it tells no moment."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=TOWN_TIME).astimezone(UTC)


def _answer(request: Request, html: str, *, status: int = 200) -> Response:
    return standalone.answer(request, html, styles=pages.STYLES, status=status)
