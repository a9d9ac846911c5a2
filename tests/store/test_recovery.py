"""Nothing is lost: what was acknowledged is there after a kill, on both databases and through the real server."""

import asyncio
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from sqlmodel import select
from websockets.exceptions import ConnectionClosed

from bkcore import catalogue
from bkcore.model.assessments import Rating
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import View
from tests import factories
from tests.bench.client import run
from tests.browser.conftest import start_server
from tests.conftest import NOW
from tests.raters import Rater, invited, lost
from tests.store.writer import ITEMS, plan

ROOT = Path(__file__).parents[2]
BK = str(Path(sys.executable).parent / "bk")
ASSESSMENTS = 25
KILLED_AFTER = 430


def writer(engine, *, start):
    address = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.store.writer", address, str(start)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_thousand_answers_survive_a_kill_in_the_middle(engine):
    with unit_of_work(engine) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=NOW.date().replace(year=NOW.year + 50))
        ids = [factories.invitation(session, view=View.TEAM).link.assessment_id for _ in range(ASSESSMENTS)]
    wanted = plan(ids)
    assert len(wanted) == len(ITEMS) * ASSESSMENTS == 1000

    first = writer(engine, start=0)
    acknowledged = [int(first.stdout.readline()) for _ in range(KILLED_AFTER)]
    first.kill()
    acknowledged += [int(line) for line in first.communicate()[0].split("\n")[:-1]]
    assert first.returncode == -9
    assert acknowledged == [*range(len(acknowledged))]
    assert kept(engine).items() >= {wanted[place][:2]: wanted[place][2] for place in acknowledged}.items()
    assert len(kept(engine)) - len(acknowledged) in {0, 1}  # at most the one that was committed and not yet said

    second = writer(engine, start=len(acknowledged))
    assert second.wait(timeout=300) == 0
    second.stdout.close()
    assert kept(engine) == {(assessment, item): level for assessment, item, level in wanted}


def kept(engine):
    with reading(engine) as session:
        return {(row.assessment_id, row.indicator_id): row.level for row in session.exec(select(Rating))}


def test_what_raters_were_told_is_saved_is_there_after_the_server_was_killed(tmp_path):
    """The whole way: personal link, websocket, ladder, service, disk; then SIGKILL and a new start."""
    server = start_server(tmp_path, lambda port: [BK, "serve", "--port", port])
    port = int(server.url.rpartition(":")[2])
    try:
        people = [Rater(server, who) for who in invited(server, raters=4)]
        given = run(_answer_until_killed(people, kill=server.process.kill, after=40))
        assert server.process.wait(timeout=20) == -9
        assert len(given) >= 40
        server = start_server(tmp_path, lambda port: [BK, "serve", "--port", port], port=port)
        assert lost(server, given) == []
        again = run(_come_back(Rater(server, people[0].who)))
        assert again == people[0].who.assessment_id
    finally:
        server.stop()
    assert lost(server, [*given, (again, "verankerung-1", 2)]) == []


async def _answer_until_killed(people, *, kill, after):
    given = []

    async def one(rater):
        with suppress(ConnectionClosed):
            async with rater:
                for factor in catalogue.load().factors:
                    await rater.turn_to(factor.id)
                    for indicator in factor.indicators:
                        level = (len(given) % 5) + 1
                        await rater.give(indicator.id, level)
                        given.append((rater.who.assessment_id, indicator.id, level))
                        if len(given) == after:
                            kill()

    await asyncio.gather(*(one(rater) for rater in people))
    return given


async def _come_back(rater):
    async with rater:
        await rater.turn_to("verankerung")
        await rater.give("verankerung-1", 2)
    return rater.who.assessment_id
