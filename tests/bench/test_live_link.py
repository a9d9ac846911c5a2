"""What the council's page costs a reader and the server, beside stock Streamlit and nginx with the same bytes."""

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser

from dashboard.texts import navigation
from tests.bench.client import run
from tests.bench.conftest import BIN, figure
from tests.bench.reader import Reader
from tests.browser.conftest import Server, start_server
from tests.store.test_publish import nginx_server

pytestmark = pytest.mark.bench
VIEWERS = 200
PAUSE_SECONDS = 2.0
RELOADS = 5
SATURATION_SECONDS = 8.0
CONNECTIONS = 16
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""As Lighthouse simulates it: 1.6 and 0.75 Mbit/s, 150 ms."""


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """Give our server with the sample round, and the address of a live link; saturation may not meet the pace."""
    folder = tmp_path_factory.mktemp("live")
    command = [str(BIN / "bk"), "serve", "--demo", "--port"]
    more = {"BK_DEMO": "1", "BK_LIVE_REQUESTS_PER_SECOND": "100000", "BK_RELEASE_INTERVAL_SECONDS": "60"}
    server = start_server(folder, lambda port: [*command, port], environment=more)
    words = ["link", "create", "--audience", "council", "--label", "Messung"]
    made = subprocess.run([BIN / "bk", *words], env=server.environment(), check=True, capture_output=True, text=True)
    httpx2.get(made.stdout.strip(), timeout=60)
    yield server, made.stdout.strip()
    server.stop()


def test_what_a_first_visit_carries(browser: Browser, live: tuple[Server, str], stock: Server) -> None:
    for name, url, seen in _views(live[1], stock):
        count, carried = _first_visit(browser, url, seen)
        figure(f"{name}_bytes", carried, "B")
        figure(f"{name}_requests", count, "requests")


def test_until_everything_is_there_on_a_slow_line(browser: Browser, live: tuple[Server, str], stock: Server) -> None:
    for name, url, seen in _views(live[1], stock):
        figure(f"{name}_complete_ms", _complete(browser, url, seen), "ms")


def test_two_hundred_viewers_reload_every_two_seconds(live: tuple[Server, str]) -> None:
    waits = run(_viewers(live[1]))
    figure("live_p50_ms", statistics.median(waits), "ms")
    figure("live_p95_ms", statistics.quantiles(waits, n=20)[-1], "ms")


def test_saturation_beside_nginx_with_the_same_bytes(live: tuple[Server, str], tmp_path: Path) -> None:
    server, address = live
    figure("live_rps", run(_saturated(address)), "requests/s")
    out = tmp_path / "out"
    subprocess.run([BIN / "bk", "release", "publish", out], env=server.environment(), check=True, capture_output=True)
    same = out / "www" / "same"
    same.write_bytes(run(_once(address)))
    if shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") is None:
        sys.stdout.write("nginx_rps: not measured, nginx is not installed\n")
        return
    with nginx_server(out, tmp_path) as beside:
        figure("nginx_rps", run(_saturated(f"{beside}/{same.name}")), "requests/s")


def _views(live: str, stock: Server) -> tuple[tuple[str, str, str], ...]:
    """Return name, address and what is seen last of both."""
    return (
        ("live", live, "footer"),
        ("stock", f"{stock.url}/{navigation.OVERVIEW_PATH}", '[data-testid="stDataFrame"]'),
    )


def _complete(browser: Browser, url: str, seen: str) -> float:
    """Return the milliseconds until the last part and the typeface are there."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    began = time.perf_counter()
    page.goto(url, timeout=180_000)
    page.wait_for_selector(seen, timeout=180_000)
    page.evaluate("document.fonts.ready.then(() => 1)")
    waited = (time.perf_counter() - began) * 1000
    context.close()
    return waited


def _first_visit(browser: Browser, url: str, seen: str) -> tuple[int, float]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    line = context.new_cdp_session(page)
    asked: list[str] = []
    received: list[float] = []
    line.on(
        "Network.requestWillBeSent",
        lambda event: asked.append(event["request"]["url"]) if event["request"]["url"].startswith("http") else None,
    )
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.on("Network.webSocketCreated", lambda event: asked.append(event["url"]))
    line.on(
        "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 0.75)
    )
    line.send("Network.enable")
    page.goto(url)
    page.wait_for_selector(seen, timeout=60_000)
    page.wait_for_load_state("networkidle")
    context.close()
    return len(asked), sum(received)


async def _viewers(url: str) -> list[float]:
    found = await asyncio.gather(*(_viewer(url, PAUSE_SECONDS * at / VIEWERS) for at in range(VIEWERS)))
    return [wait for waits in found for wait in waits]


async def _viewer(url: str, after: float) -> list[float]:
    await asyncio.sleep(after)
    waits = []
    async with Reader(url) as reader:
        for _ in range(RELOADS):
            began = time.perf_counter()
            await reader.read()
            waits.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(max(0.0, PAUSE_SECONDS - (time.perf_counter() - began)))
    return waits


async def _once(url: str) -> bytes:
    async with Reader(url) as reader:
        return await reader.read()


async def _saturated(url: str) -> float:
    until = time.perf_counter() + SATURATION_SECONDS

    async def ask() -> int:
        done = 0
        async with Reader(url) as reader:
            while time.perf_counter() < until:
                await reader.read()
                done += 1
        return done

    return sum(await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))) / SATURATION_SECONDS
