"""How long the server takes to run a page again, beside a stock page with the same charts."""

import statistics
import time
from pathlib import Path

import pytest

from dashboard.texts import navigation
from tests.bench.client import Visitor, run
from tests.bench.conftest import BIN, Dashboard, figure, visit_of
from tests.bench.hundredfold import fill
from tests.browser.conftest import Server, start_server

pytestmark = pytest.mark.bench
RUNS = 30
PAGES = {
    "ueberblick": navigation.OVERVIEW_PATH,
    "netzwerk": navigation.NETWORK_PATH,
    "gelingensfaktoren": navigation.FACTORS_PATH,
    "projekt": navigation.PROJECT_PATH,
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


def test_rerun_of_a_network_a_hundred_times_as_large(tmp_path: Path) -> None:
    """The frames are built once per data version, so a rerun costs what is shown, not what is stored."""
    fill(tmp_path / "test.db")
    command = [str(BIN / "bk"), "serve", "--host", "127.0.0.1", "--port"]
    began = time.perf_counter()
    server = start_server(tmp_path, lambda port: [*command, port])
    figure("start_100x_s", time.perf_counter() - began, "s")
    try:
        median = _median(server.url, visit_of(server, "verwaltung"), navigation.NETWORK_PATH)
        figure("rerun_netzwerk_100x_ms", median, "ms")
    finally:
        server.stop()
