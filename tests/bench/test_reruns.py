"""How long the server takes to run a page again, beside a stock page with the same charts."""

import statistics

import pytest

from dashboard.texts import navigation
from tests.bench.client import Visitor, run
from tests.bench.conftest import Dashboard, figure
from tests.browser.conftest import Server

pytestmark = pytest.mark.bench
RUNS = 30
PAGES = {
    "ueberblick": navigation.OVERVIEW_PATH,
    "netzwerk": navigation.NETWORK_PATH,
    "gelingensfaktoren": navigation.FACTORS_PATH,
    "runden": navigation.ROUNDS_PATH,
    "ratsansicht": navigation.COUNCIL_PATH,
}
STOCK = ("ueberblick", "netzwerk", "gelingensfaktoren")


@pytest.mark.parametrize("name", PAGES)
def test_rerun(name: str, dashboard: Dashboard, stock: Server) -> None:
    ours = _median(dashboard.server.url, dashboard.administration, PAGES[name])
    figure(f"rerun_{name}_ms", ours, "ms")
    if name in STOCK:
        peer = _median(stock.url, "", name)
        figure(f"stock_rerun_{name}_ms", peer, "ms")
        figure(f"rerun_{name}_ratio", peer / ours, "x")


def test_rerun_of_the_form(dashboard: Dashboard, stock: Server) -> None:
    ours = _median(dashboard.server.url, dashboard.lead, navigation.ASSESSMENT_PATH, query="schritt=augenhoehe")
    peer = _median(stock.url, "", "selbsteinschaetzung")
    figure("form_render_ms", ours, "ms")
    figure("stock_form_render_ms", peer, "ms")
    figure("form_render_ratio", peer / ours, "x")


def _median(url: str, cookie: str, page: str, *, query: str = "") -> float:
    async def measure() -> float:
        async with Visitor(url, cookie=cookie, page=page, query=query) as visitor:
            await visitor.run()
            await visitor.run()
            return statistics.median([await visitor.run() for _ in range(RUNS)])

    return run(measure())
