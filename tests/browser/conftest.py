"""The browser kit: a real server with its own database, Debian's Chromium, and what a test asks of a page."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "tests" / "artefacts"
PHONE, LAPTOP, PROJECTOR = (390, 844), (1366, 768), (1920, 1080)
SIZES = {"phone": PHONE, "laptop": LAPTOP, "projector": PROJECTOR}
_CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--process-per-site",  # see tests/browser/profiles.py
]
PICTURES = bool(os.environ.get("BK_PICTURES"))
"""Whether to keep pictures of every state in ``tests/artefacts``; nobody looks at them in a mere run of the tests."""
expect.set_options(timeout=20_000)  # two browsers on two cores: an answer may take its time, but it has to come
_PATIENCE = 90_000
"""Milliseconds until a page that is not ready counts as broken, on a machine that does other work beside."""
_READY = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
_NOT_HANDED_ON = ("BK_", "STREAMLIT_", "PYTHONDONTWRITEBYTECODE")
"""What a server of ours shall not find in its environment: our settings, and the wish to compile at every start."""
_FAILED = pytest.StashKey[bool]()


@dataclass
class Server:
    """A running server of its own process."""

    process: subprocess.Popen[bytes]
    url: str
    folder: Path
    log: Path
    more: Mapping[str, str]

    def environment(self) -> dict[str, str]:
        """Return the environment in which ``bk`` works on the same database."""
        return {**_environment(self.folder, self.url), **self.more}

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=10)


def start_server(
    folder: Path,
    command: Callable[[str], list[str]],
    *,
    port: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> Server:
    """Start a server on a free port and wait until it answers.

    Args:
        folder: Database, secrets and log of its own.
        command: Arguments for a port.
        port: A certain port, to come back where another was.
        environment: Variables beside the usual ones.
    """
    more = dict(environment or {})
    _share_static_files(folder)
    port = port or _free_port()
    url = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    with log.open("ab") as file:
        process = subprocess.Popen(
            command(str(port)),
            cwd=ROOT,
            env={**_environment(folder, url), "HOST": "127.0.0.1", "PORT": str(port), **more},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    server = Server(process, url, folder, log, more)
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{url}/_stcore/health", timeout=2):  # noqa: S310 - our own address
                return server
        except OSError:
            time.sleep(0.1)
    server.stop()
    raise AssertionError(f"the server did not start:\n{log.read_text(errors='replace')[-4000:]}")


def dashboard(_port: str) -> list[str]:
    """Return the command that ``bk serve`` becomes when it has printed the first links; it loads the program once."""
    return [sys.executable, "-m", "dashboard.server"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the real dashboard on a fresh database with the public record in it."""
    folder = tmp_path_factory.mktemp("dashboard")
    bk = str(Path(sys.executable).parent / "bk")
    running = start_server(folder, lambda port: [bk, "serve", "--host", "127.0.0.1", "--port", port])
    yield running
    running.stop()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the demonstration, in which every page is full; tests may add to it and take nothing away."""
    folder = tmp_path_factory.mktemp("demo")
    running = start_server(folder, dashboard, environment={"BK_DEMO": "1"})
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shell_command() -> Callable[[str], list[str]]:
    """Give the command that serves the script with every widget."""
    return lambda port: [sys.executable, "-m", "tests.browser.serve_shell", port]


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory, shell_command: Callable[[str], list[str]]) -> Iterator[Server]:
    """Give our server around a script with every widget, for tests of the frame."""
    running = start_server(tmp_path_factory.mktemp("shell"), shell_command)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium, without a word to anybody.

    The build without a window comes first: it draws the same pages, but not the browser's own around them, which
    start a process per page in the other.
    """
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if path is None:
        pytest.fail("No Chromium found. `make test` installs one; by hand: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """Give the profiles that tests lend."""
    return Profiles(browser, _PATIENCE)


@pytest.fixture
def open_page(browser: Browser, profiles: Profiles, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a watched page in an empty profile of its own.

    Its arguments: ``url``; ``size`` (PHONE, LAPTOP or PROJECTOR); ``scheme`` ("light" or "dark"); ``wait`` (until the
    script has run); ``fresh`` (a profile that is thrown away afterwards). After the test every opened page must have
    asked our host only and kept to the policy.
    """
    pages: list[Page] = []

    def opened(
        url: str,
        *,
        size: tuple[int, int] = LAPTOP,
        scheme: str = "light",
        wait: bool = True,
        fresh: bool = False,
        **options: object,
    ) -> Page:
        context = profiles.lend(size=size, scheme=scheme, touch=size == PHONE, fresh=fresh, **options)
        page = context.new_page()
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        pages.append(page)
        page.goto(url)
        return ready(page) if wait else page

    yield opened
    failed = request.node.stash.get(_FAILED, False)
    if failed:
        for number, page in enumerate(pages):
            keep_failure(page, f"failed-{request.node.name}-{number}")
    try:
        for page in pages:
            if page.context not in browser.contexts:
                continue  # the test closed it itself
            no_foreign_requests(page)
            no_violations(page)
    finally:
        profiles.take_back(spoilt=failed)


@pytest.fixture
def page(open_page: Callable[..., Page], server: Server) -> Page:
    """Give a laptop-sized page of the dashboard, not signed in."""
    return open_page(server.url)


def ready(page: Page) -> Page:
    """Wait until the connection stands, the script has run and the frame has been drawn."""
    page.wait_for_selector(_READY, state="attached", timeout=_PATIENCE)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120)))")
    page.wait_for_selector(_READY, state="attached", timeout=_PATIENCE)
    return page


def keep_failure(page: Page, name: str) -> None:
    """Keep what a page showed when its test failed."""
    if page.is_closed():
        return
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())[:120]}.png")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure until the fixtures are torn down."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


def no_foreign_requests(page: Page) -> None:
    """Fail when the page asked anybody but us."""
    own = urlsplit(page.url).netloc
    foreign = [
        url
        for url in page.requested
        if urlsplit(url).scheme in {"http", "https", "ws", "wss"} and urlsplit(url).netloc != own
    ]
    assert not foreign, f"requests to others: {foreign}"


def no_violations(page: Page) -> None:
    """Fail when something went against the Content-Security-Policy."""
    found = page.evaluate("() => window.__violations ?? []")
    assert not found, f"Content-Security-Policy: {found}"


def no_sideways_scroll(page: Page) -> None:
    """Fail when the page is wider than the screen."""
    width = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{width} px too wide"


def screenshot(page: Page, name: str) -> None:
    """Keep a picture at each of the three sizes under ``tests/artefacts`` when ``BK_PICTURES`` is set."""
    if not PICTURES:
        return
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for label, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)  # charts follow the width after a moment
        page.screenshot(path=ARTEFACTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}-{label}.png")
    if before:
        page.set_viewport_size(before)


def _share_static_files(folder: Path) -> None:
    """Let all servers of a run use the files one of them has compressed: that costs each the time of a whole test."""
    mine, shared = folder / "static", folder.parent.parent / "static"
    if not mine.exists():
        shared.mkdir(exist_ok=True)
        mine.symlink_to(shared)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _environment(folder: Path, url: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(_NOT_HANDED_ON)},
        "BK_VAR_DIR": str(folder),
        "BK_DATABASE_URL": f"sqlite:///{folder / 'test.db'}",
        "BK_PUBLIC_URL": url,
        "BK_RELEASE_INTERVAL_SECONDS": "0",
        "PYTHONPATH": str(ROOT),
    }
