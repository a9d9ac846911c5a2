"""A hundred people at once, each thinking ten seconds between two clicks."""

import asyncio
import random
import statistics

import pytest

from dashboard.texts import navigation
from tests.bench.client import Visitor, run
from tests.bench.conftest import Dashboard, figure

pytestmark = pytest.mark.bench
SESSIONS = 100
THINKING_SECONDS = 10.0
"""On average; people do not click in step, so each pause is drawn between half and one and a half of it."""
CLICKS = 4
PAGES = (navigation.OVERVIEW_PATH, navigation.NETWORK_PATH, navigation.FACTORS_PATH)


def test_a_hundred_sessions(dashboard: Dashboard) -> None:
    waits = run(_everybody(dashboard))
    figure("sessions_100_p50_ms", statistics.median(waits), "ms")
    figure("sessions_100_p95_ms", statistics.quantiles(waits, n=20)[-1], "ms")


async def _everybody(dashboard: Dashboard) -> list[float]:
    chance = random.Random(2026)  # noqa: S311 - spreads the clicks, protects nothing
    arrivals = [chance.uniform(0, THINKING_SECONDS) for _ in range(SESSIONS)]
    visits = [
        _one(dashboard, PAGES[number % len(PAGES)], after, random.Random(number))  # noqa: S311 - see above
        for number, after in enumerate(arrivals)
    ]
    return [wait for waits in await asyncio.gather(*visits) for wait in waits]


async def _one(dashboard: Dashboard, page: str, after: float, chance: random.Random) -> list[float]:
    await asyncio.sleep(after)
    async with Visitor(dashboard.server.url, cookie=dashboard.administration, page=page) as visitor:
        await visitor.run()
        waits = []
        for _ in range(CLICKS):
            await asyncio.sleep(THINKING_SECONDS * chance.uniform(0.5, 1.5))
            waits.append(await visitor.run())
        return waits
