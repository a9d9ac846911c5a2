"""Ways of a councillor through the live link, in a real browser against the public surface itself."""

import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease
from bkcore.commands.projects import ReleaseProjectText
from bkcore.publication import links
from bkcore.publication.release import make
from bkcore.services.projects import release_project_text
from bkcore.store.unit_of_work import unit_of_work
from bkcore.wording import changes
from dashboard import server as dashboard_server
from dashboard.texts import live as texts
from tests import factories
from tests.browser.axe import axe
from tests.browser.conftest import ARTEFACTS, LAPTOP, PHONE, PROJECTOR, no_sideways_scroll

pytestmark = pytest.mark.browser
PASSWORD = "Rathaus am Markt"
A4_WIDTH, A4_HEIGHT = 595, 842
"""Points."""
PRINTED_WIDTH = 680
"""Pixels between the margins of a printed page: 180 mm."""
_AGO = 70_000
"""Longer than a waiting page waits until it looks."""


@dataclass(frozen=True)
class Council:
    """The public surface on a database of its own, with a release in it."""

    url: str
    engine: Engine

    def link(self, **wish: object) -> str:
        """Create a link and return its address."""
        with unit_of_work(self.engine) as session:
            command = CreateLiveLink.model_validate({"label": "Rat", **wish})
            return f"{self.url}/rat/{links.create_live_link(session, command, by=SYSTEM).token}"

    def news(self, activity: str) -> None:
        """Record an activity with one more organisation, take the text back, and release that."""
        with unit_of_work(self.engine) as session:
            factories.organisation(session, activity)
            factories.activity(session, f"a-{activity}", partners=(activity, "stadt"))
            release_project_text(session, ReleaseProjectText(slug="zelt", released=False), by=SYSTEM)
            make(session, MakeRelease(), by=SYSTEM)


@pytest.fixture
def council(sqlite_engine: Engine, tmp_path: Path) -> Iterator[Council]:
    with unit_of_work(sqlite_engine) as session:
        for slug, sector in (("awo", "civil"), ("stadt", "public")):
            factories.organisation(session, slug, sector=sector)
        for number in range(2016, 2025):
            factories.activity(session, f"f-{number}", partners=("awo", "stadt"), date=f"{number}-05-01", attendees=40)
        factories.project(session, "zelt", title="Zelt der Begegnung", description="Ein Zelt zieht umher.")
        release_project_text(session, ReleaseProjectText(slug="zelt", released=True), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = core_settings.load(
        database_url=str(sqlite_engine.url),
        var_dir=tmp_path,
        surface="public",
        release_interval_seconds=0,
        public_url=f"http://127.0.0.1:{port}",
    )
    serving = uvicorn.Server(
        uvicorn.Config(dashboard_server.create_app(settings), port=port, log_level="error", access_log=False)
    )
    thread = threading.Thread(target=serving.run, daemon=True)
    thread.start()
    while not serving.started:
        assert thread.is_alive()
        time.sleep(0.02)
    yield Council(settings.public_url, sqlite_engine)
    serving.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def look(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Give a function that opens an address without waiting for Streamlit, which is not there."""
    return lambda url, **options: open_page(url, wait=False, **options)


def keep(page: Page, name: str) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"rat-{name}.png", full_page=True)


def test_a_page_that_lies_open_shows_a_new_release_by_itself(council: Council, look) -> None:
    page = look("about:blank", fresh=True)
    page.clock.install()
    page.goto(council.link())
    expect(page.get_by_text("Nr. 1").first).to_be_visible()
    page.clock.fast_forward(_AGO)
    expect(page.get_by_text("Nr. 1").first).to_be_visible()
    council.news("schule")
    page.clock.fast_forward(_AGO)
    expect(page.get_by_text("Nr. 2").first).to_be_visible()
    expect(page.get_by_text("Zelt der Begegnung")).to_have_count(0)
    axe(page)


def test_a_page_somebody_reads_offers_the_new_release_and_leaves_the_reader_where_he_is(council: Council, look) -> None:
    page = look("about:blank", size=PHONE, fresh=True)
    page.clock.install()
    page.goto(council.link())
    council.news("schule")
    page.clock.fast_forward(_AGO - 15_000)
    page.keyboard.press("ArrowDown")  # somebody is there
    page.clock.fast_forward(14_000)
    note = page.get_by_role("status")
    expect(note).to_contain_text("Ein neuer Stand ist da.")
    expect(page.get_by_text("Nr. 1").first).to_be_visible()
    axe(page)
    keep(page, "neuer-stand-390")
    note.get_by_role("link").click()
    expect(page.get_by_text("Nr. 2").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_password_is_asked_for_once_and_a_wrong_one_says_so(council: Council, look, *, script: bool) -> None:
    address = council.link(password=PASSWORD)
    page = look(address, size=PHONE, java_script_enabled=script)
    expect(page.get_by_role("heading", name=texts.LOCKED_TITLE)).to_be_visible()
    keep(page, "kennwort-390")
    if script:
        axe(page)
        no_sideways_scroll(page)
    page.get_by_label(texts.FIELD).fill("falsch")
    page.get_by_role("button", name=texts.OPEN).click()
    expect(page.get_by_text(texts.WRONG_TEXT)).to_be_visible()
    if script:
        axe(page)
    page.get_by_label(texts.FIELD).fill(PASSWORD)
    page.get_by_role("button", name=texts.OPEN).click()
    expect(page.get_by_text("Nr. 1").first).to_be_visible()
    page.goto(f"{address}/archiv")
    expect(page.get_by_role("heading", name="Alle Stände")).to_be_visible()


@pytest.mark.parametrize(
    ("size", "scheme", "script"),
    [(PHONE, "light", True), (LAPTOP, "dark", True), (PROJECTOR, "light", True), (PHONE, "light", False)],
    ids=["phone", "laptop-dark", "projector", "no-script"],
)
def test_the_archive_leads_to_earlier_states_and_to_what_changed(
    council: Council, look, size: tuple[int, int], scheme: str, *, script: bool
) -> None:
    council.news("schule")
    page = look(council.link(), size=size, scheme=scheme, java_script_enabled=script)

    def at(name: str, heading: str | re.Pattern[str]) -> None:
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        keep(page, f"{name}-{size[0]}-{scheme}")
        if script:
            axe(page)
            no_sideways_scroll(page)

    page.get_by_role("link", name="Alle Stände").click()
    at("archiv", "Alle Stände")
    page.get_by_role("link", name=changes.changed_here(2, 1)).click()
    at("vergleich", re.compile("Nr. 1"))
    expect(page.get_by_role("row", name=re.compile("aktive Organisationen 2 3"))).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Zelt der Begegnung")).to_be_visible()
    page.get_by_role("link", name="Alle Stände").click()
    page.get_by_role("link", name=re.compile(f"^{re.escape(changes.state(1, ''))}")).click()
    expect(page.get_by_text("Das ist ein früherer Stand.")).to_be_visible()
    expect(page.get_by_text("Text zurückgezogen")).to_be_visible()
    expect(page.get_by_text("Ein Zelt zieht umher.")).to_have_count(0)
    if script:
        axe(page)
    page.get_by_role("link", name="Zum neuesten Stand").click()
    expect(page.get_by_text("Nr. 2").first).to_be_visible()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_paper_carries_everything_on_a4_and_cuts_nothing(council: Council, look, tmp_path: Path) -> None:
    page = look(council.link())
    printed = tmp_path / "rat.pdf"
    printed.write_bytes(page.pdf(prefer_css_page_size=True, print_background=True))
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    shutil.copy(printed, ARTEFACTS / "rat-druck.pdf")
    info = subprocess.run(["pdfinfo", printed], capture_output=True, check=True, text=True).stdout
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)
    assert size
    assert [round(float(side)) for side in size.groups()] == [A4_WIDTH, A4_HEIGHT]
    words = subprocess.run(["pdftotext", "-raw", printed, "-"], capture_output=True, check=True, text=True).stdout
    flat = re.sub(r"\s+", "", words)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PRINTED_WIDTH, "height": A4_HEIGHT})
    shown = "(parts) => parts.filter((one) => one.checkVisibility()).map((one) => one.innerText)"
    for cell in page.locator("h1, h2, h3, caption, th, td, .about").evaluate_all(shown):
        assert re.sub(r"\s+", "", cell) in flat, cell
    assert re.search(r"1\s*/\s*\d", words)
    too_wide = page.evaluate(
        """(width) => [...document.querySelectorAll('main *')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
          .map((one) => one.outerHTML.slice(0, 90))""",
        PRINTED_WIDTH,
    )
    assert too_wide == []
