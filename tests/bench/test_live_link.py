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
from tests.browser.conftest import Server, start_server
from tests.store.test_publish import nginx_server

pytestmark = pytest.mark.bench
VIEWERS = 200
PAUSE_SECONDS = 2.0
RELOADS = 5
SATURATION_SECONDS = 8.0
CONNECTIONS = 16


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
    for name, url, seen in (
        ("live", live[1], "h1"),
        ("stock", f"{stock.url}/{navigation.OVERVIEW_PATH}", '[data-testid="stDataFrame"]'),
    ):
        count, carried = _first_visit(browser, url, seen)
        figure(f"{name}_bytes", carried, "B")
        figure(f"{name}_requests", count, "requests")


def test_two_hundred_viewers_reload_every_two_seconds(live: tuple[Server, str]) -> None:
    waits = run(_viewers(live[1]))
    figure("live_p50_ms", statistics.median(waits), "ms")
    figure("live_p95_ms", statistics.quantiles(waits, n=20)[-1], "ms")


def test_saturation_beside_nginx_with_the_same_bytes(live: tuple[Server, str], tmp_path: Path) -> None:
    server, address = live
    figure("live_rps", run(_saturated(address)), "requests/s")
    out = tmp_path / "out"
    subprocess.run([BIN / "bk", "release", "publish", out], env=server.environment(), check=True, capture_output=True)
    if shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") is None:
        sys.stdout.write("nginx_rps: not measured, nginx is not installed\n")
        return
    with nginx_server(out, tmp_path) as beside:
        figure("nginx_rps", run(_saturated(beside + address.removeprefix(server.url))), "requests/s")


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
    async with httpx2.AsyncClient(
        timeout=60, limits=httpx2.Limits(max_connections=VIEWERS, max_keepalive_connections=VIEWERS)
    ) as client:
        found = await asyncio.gather(*(_viewer(client, url, PAUSE_SECONDS * at / VIEWERS) for at in range(VIEWERS)))
    return [wait for waits in found for wait in waits]


async def _viewer(client: httpx2.AsyncClient, url: str, after: float) -> list[float]:
    await asyncio.sleep(after)
    waits = []
    for _ in range(RELOADS):
        began = time.perf_counter()
        answer = await client.get(url)
        waits.append((time.perf_counter() - began) * 1000)
        answer.raise_for_status()
        await asyncio.sleep(max(0.0, PAUSE_SECONDS - (time.perf_counter() - began)))
    return waits


async def _saturated(url: str) -> float:
    done = 0
    async with httpx2.AsyncClient(timeout=60, limits=httpx2.Limits(max_connections=CONNECTIONS)) as client:
        until = time.perf_counter() + SATURATION_SECONDS

        async def ask() -> None:
            nonlocal done
            while time.perf_counter() < until:
                (await client.get(url)).raise_for_status()
                done += 1

        await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    return done / SATURATION_SECONDS
