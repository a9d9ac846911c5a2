"""How long the server takes for each point of a meeting, and how long its minutes take for both files together."""

import statistics
import time

import pytest

from bkcore.access import SYSTEM
from bkcore.commands.meetings import PrepareMeeting, StartMeeting
from bkcore.publication.meeting.faces import render_docx, render_pdf
from bkcore.publication.meeting.minutes import minutes_of
from bkcore.publication.meeting.start import start_meeting
from bkcore.reports import meetings as reports
from bkcore.services.meetings import prepare_meeting
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import AgendaKind
from dashboard.texts import navigation
from tests.bench.client import Visitor, run
from tests.bench.conftest import Dashboard, figure

pytestmark = pytest.mark.bench
RUNS = 30
TIMES = 5


@pytest.fixture(scope="module")
def meeting(dashboard: Dashboard) -> int:
    """The id of a meeting that runs, over the sample."""
    engine = engine_for(f"sqlite:///{dashboard.server.folder / 'test.db'}")
    with unit_of_work(engine) as session:
        command = PrepareMeeting.model_validate(
            {"title": "Sitzung", "held_on": "2026-11-26", "topics": ("Fest",), "invited": ()}
        )
        number = prepare_meeting(session, command, by=SYSTEM).id or 0
        start_meeting(session, StartMeeting(meeting_id=number), by=SYSTEM)
    return number


def test_each_point(dashboard: Dashboard, meeting: int) -> None:
    slowest = 0.0
    for place, kind in enumerate(AgendaKind, start=1):
        median = _median(dashboard, f"sitzung={meeting}&punkt={place}")
        figure(f"meeting_page_{kind.value}_ms", median, "ms")
        slowest = max(slowest, median)
    figure("meeting_page_ms", slowest, "ms")


def test_the_minutes(dashboard: Dashboard, meeting: int) -> None:
    with reading(engine_for(f"sqlite:///{dashboard.server.folder / 'test.db'}")) as session:
        minutes = minutes_of(reports.detail(session, meeting_id=meeting, by=SYSTEM))
    render_pdf(minutes)  # the typeface is read once per process
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        render_pdf(minutes)
        render_docx(minutes)
        taken.append(time.perf_counter() - began)
    figure("minutes_s", statistics.median(taken), "s")


def _median(dashboard: Dashboard, query: str) -> float:
    async def measure() -> float:
        page = navigation.MEETING_PATH
        cookie = dashboard.administration
        async with Visitor(dashboard.server.url, cookie=cookie, page=page, query=query) as visitor:
            await visitor.run()
            await visitor.run()
            return statistics.median([await visitor.run() for _ in range(RUNS)])

    return run(measure())
