"""How long an answer takes until it is safe, alone and with a hundred raters at once, and whether one is lost."""

import asyncio
import statistics
import time
from pathlib import Path

import pytest

from bkcore import catalogue
from bkcore.commands.assessments import AnswerIndicator
from bkcore.services.answers import answer
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import unit_of_work
from tests import factories
from tests.bench.client import run
from tests.bench.conftest import BIN, figure
from tests.browser.conftest import start_server
from tests.conftest import NOW
from tests.raters import Rater, invited, lost

pytestmark = pytest.mark.bench
RATERS = 100
ANSWERS = 500
INDICATORS = [indicator.id for factor in catalogue.load().factors for indicator in factor.indicators]


def test_one_answer_until_it_is_on_disk(tmp_path: Path) -> None:
    """On SQLite as it is shipped: write-ahead log, and every commit waits for the disk."""
    engine = engine_for(f"sqlite:///{tmp_path / 'answers.db'}")
    migrate(engine)
    with unit_of_work(engine) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=NOW.date().replace(year=NOW.year + 50))
        assessment = factories.invitation(session).link.assessment_id
    by = factories.lead_of("jugendkonferenz", assessment_id=assessment)
    took = []
    for number in range(ANSWERS):
        item = INDICATORS[number % len(INDICATORS)]
        command = AnswerIndicator(assessment_id=assessment, indicator_id=item, level=number // len(INDICATORS) % 5 + 1)
        began = time.perf_counter()
        with unit_of_work(engine) as session:
            answer(session, command, by=by)
        took.append((time.perf_counter() - began) * 1000)
    engine.dispose()
    figure("answer_saved_ms", statistics.median(took), "ms")
    figure("answer_saved_p95_ms", statistics.quantiles(took, n=20)[-1], "ms")


def test_a_hundred_raters_at_once(tmp_path: Path) -> None:
    """Each answers the 32 questions and then one of each factor anew, 40 in all, without a pause between them."""
    server = start_server(tmp_path, lambda port: [str(BIN / "bk"), "serve", "--port", port])
    try:
        people = [Rater(server, who) for who in invited(server, raters=RATERS)]
        began = time.perf_counter()
        waits = run(_everybody(people))
        seconds = time.perf_counter() - began
        given = [(one.who.assessment_id, item, level) for one in people for item, level in one.answered.items()]
        missing = lost(server, given)
    finally:
        server.stop()
    figure("raters_100_answers", len(waits), "answers")
    figure("raters_100_lost", len(missing) + RATERS * len(INDICATORS) - len(given), "answers")
    figure("raters_100_p50_ms", statistics.median(waits), "ms")
    figure("raters_100_p95_ms", statistics.quantiles(waits, n=20)[-1], "ms")
    figure("raters_100_answers_per_s", len(waits) / seconds, "answers/s")


async def _everybody(people: list[Rater]) -> list[float]:
    return [wait for waits in await asyncio.gather(*(_one(rater) for rater in people)) for wait in waits]


async def _one(rater: Rater) -> list[float]:
    waits = []
    async with rater:
        for factor in catalogue.load().factors:
            await rater.turn_to(factor.id)
            first = factor.indicators[0].id
            for place, indicator in enumerate(factor.indicators):
                level = (rater.who.assessment_id + place) % 5 + 1
                waits.append(await rater.give(indicator.id, level))
            waits.append(await rater.give(first, rater.answered[first] % 5 + 1))
    return waits
