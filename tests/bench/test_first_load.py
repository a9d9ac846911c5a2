"""What the first visit costs on a 10 Mbit/s line with 40 ms delay, nothing cached, until the charts stand."""

import time

import pytest
from playwright.sync_api import Browser

from dashboard.texts import navigation
from tests.bench.conftest import Dashboard, figure
from tests.browser.conftest import Server

pytestmark = pytest.mark.bench
_LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
_CHART = ".js-plotly-plot .main-svg"


def test_first_load(browser: Browser, dashboard: Dashboard, stock: Server) -> None:
    for name, url, cookie in (
        ("", dashboard.server.url, dashboard.administration),
        ("stock_", stock.url, ""),
    ):
        megabytes, seconds = _load(browser, f"{url}/{navigation.NETWORK_PATH}", cookie)
        figure(f"{name}first_load_mb", megabytes, "MB")
        figure(f"{name}first_load_s", seconds, "s")


def _load(browser: Browser, url: str, cookie: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    if cookie:
        name, _, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": url}])
    page = context.new_page()
    line = context.new_cdp_session(page)
    received: list[float] = []
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.on(
        "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 0.75)
    )
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    began = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(_CHART, timeout=120_000)
    seconds = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received) / 1e6, seconds
