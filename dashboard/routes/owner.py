"""``/massnahme/<token>``: one measure for whoever owns it; state and a sentence, on a phone, without a script.

The token alone says who acts. Unknown, revoked and ended links end in the same 404 as any other dead link. Looking
changes nothing but the day of use, so a mail scanner that opens every address reports nothing.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bkcore.commands.measures import SENTENCE_LENGTH, SetMeasureState
from bkcore.errors import Conflict, LinkDead
from bkcore.faults import DatabaseBusy
from bkcore.personal_data import traces
from bkcore.reports.measure_detail import OwnedMeasure, owned
from bkcore.services.measure_links import note_use, owner_behind
from bkcore.services.measures import set_measure_state
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, town_day, unit_of_work
from bkcore.vocabulary import MeasureState
from bkcore.wording.labels import label
from dashboard.routes import standalone
from dashboard.routes.throttle import Throttle
from dashboard.texts import measure as measure_texts
from dashboard.texts import navigation, shell
from dashboard.texts import owner as texts

SURFACES: Final = frozenset({"all", "internal"})
_STYLES: Final = ("voice.css", "owner.css")
_SAVED: Final = "gespeichert"
_LINES: Final = 8
_PER_SECOND, _BURST = 0.5, 20.0


def routes(settings: Settings) -> list[Route]:
    """Return the route of the owner's page."""
    desk = _Desk(settings)

    async def page(request: Request) -> Response:
        raw = await standalone.fields(request) if request.method == "POST" else {}
        try:
            return await run_in_threadpool(desk.report if request.method == "POST" else desk.show, request, raw)
        except LinkDead as error:
            raise HTTPException(404) from error

    return [Route("/massnahme/{token}", page, methods=["GET", "POST"])]


class _Desk:
    """Answers requests for the measures of one database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._throttle = Throttle(per_second=_PER_SECOND, burst=_BURST)

    def show(self, request: Request, _: Mapping[str, str]) -> Response:
        """Return the page."""
        token = request.path_params["token"]
        found = self._owned(token)
        with unit_of_work(engine_for(self._settings.database_url)) as session:
            note_use(session, token)
        return self._page(request, found, saved=_SAVED in request.query_params)

    def report(self, request: Request, raw: Mapping[str, str]) -> Response:
        """Save state and sentence, and send the browser on; a refusal shows the page again with what was typed."""
        token = request.path_params["token"]
        found = self._owned(token)
        if not standalone.is_ours(request):
            return self._page(request, found)
        chosen, typed = raw.get("stand", ""), raw.get("satz", "").strip()
        moved = chosen if chosen in set(MeasureState) and chosen != raw.get("gesehen") else None
        if self._throttle.take(token):
            return self._page(request, found, raw, trouble=texts.BUSY, status=429)
        if moved is None and not typed:
            return self._page(request, found, raw, trouble=texts.NOTHING, status=422)
        persons = traces(typed)
        if persons and raw.get("geprueft") != typed:
            trouble = measure_texts.looks_like_a_person(persons)
            return self._page(request, found, raw, trouble=trouble, asked=typed, status=422)
        return self._saved(request, found, raw, {"state": moved, "text": typed, "version": raw.get("fassung")})

    def _saved(
        self, request: Request, found: OwnedMeasure, raw: Mapping[str, str], report: Mapping[str, object]
    ) -> Response:
        token = request.path_params["token"]
        try:
            command = SetMeasureState.model_validate({**report, "measure_id": found.measure.id})
            with unit_of_work(engine_for(self._settings.database_url)) as session:
                set_measure_state(session, command, by=owner_behind(session, token))
        except ValidationError:
            return self._page(request, found, raw, trouble=texts.TOO_LONG, status=422)
        except Conflict:
            now = self._owned(token)
            trouble = measure_texts.state_moved(now.measure.state)
            return self._page(request, now, raw, trouble=trouble, status=409)
        except DatabaseBusy:
            return self._page(request, found, raw, trouble=texts.BUSY, status=503)
        return standalone.sent_on(f"/massnahme/{token}?{_SAVED}=1")

    def _owned(self, token: str) -> OwnedMeasure:
        with reading(engine_for(self._settings.database_url)) as session:
            return owned(session, by=owner_behind(session, token))

    def _page(
        self,
        request: Request,
        found: OwnedMeasure,
        raw: Mapping[str, str] | None = None,
        *,
        trouble: str = "",
        asked: str = "",
        saved: bool = False,
        status: int = 200,
    ) -> Response:
        typed, one, today = raw or {}, found.measure, _today()
        html = standalone.rendered(
            "owner.html.jinja",
            styles=_STYLES,
            w=texts,
            one=one,
            lead=texts.lead(one, today=today),
            owned_by=texts.owned_by(one),
            states=[(state.value, label(state)) for state in MeasureState],
            chosen=typed.get("stand", one.state.value),
            text=typed.get("satz", ""),
            longest=SENTENCE_LENGTH,
            log=[measure_texts.log_entry(line) for line in found.log[:_LINES]],
            trouble=trouble,
            asked=asked,
            saved=saved,
            brand=shell.NAME,
            demo=self._settings.demo,
            demo_mark=navigation.DEMO,
        )
        return standalone.answer(request, html, styles=_STYLES, status=status)


def _today() -> date:
    return town_day(datetime.now(UTC))
