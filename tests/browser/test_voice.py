"""The participants' short form on a phone, without JavaScript, in every language and theme."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from bkcore.access import SYSTEM
from bkcore.commands.voices import OpenVoiceForm
from bkcore.services.voices import open_voice_form
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import unit_of_work
from bkcore.voice_wording import languages
from dashboard.texts import rounds
from dashboard.texts import voices as texts
from tests.browser.axe import axe, faults
from tests.browser.conftest import (
    ARTEFACTS,
    LAPTOP,
    PHONE,
    PICTURES,
    Server,
    dashboard,
    no_sideways_scroll,
    ready,
    screenshot,
    start_server,
)
from tests.browser.english import english
from tests.browser.people import NEXT_MONTH, bk, signed_in, visit

pytestmark = pytest.mark.browser

BIG = 56
"""Pixels a finger needs here."""
PROJECT = "p-iwgr"
OTHER_PROJECT = "Interkulturelle Woche in Bergkamen"
NARROW = (320, 700)

_TARGETS = """() => [...document.querySelectorAll('label, button, summary, nav a, a.button')].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.textContent.trim(), box.width, box.height];
})"""


@pytest.fixture(scope="module")
def voice_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server with an open round."""
    folder = tmp_path_factory.mktemp("voices")
    running = start_server(folder, dashboard)
    bk(running, "round", "open", "Herbst 2026", "--closes", NEXT_MONTH)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def address(voice_server: Server) -> str:
    """Open the form of one project, as the page for the administration does."""
    with unit_of_work(engine_for(voice_server.environment()["BK_DATABASE_URL"])) as session:
        command = OpenVoiceForm(round="herbst-2026", project=PROJECT)
        token = open_voice_form(session, command, by=SYSTEM).token
    return f"{voice_server.url}/stimme/{token}"


def keep(page: Page, name: str) -> None:
    if not PICTURES:
        return
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(ARTEFACTS) / f"stimme-{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", languages())
def test_every_state_is_clean_for_axe_and_big_enough_for_fingers(
    code: str, scheme: str, address: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{address}?sprache={code}", size=PHONE, scheme=scheme, wait=False, bypass_csp=True)
    states = {"fragen": lambda: None, "leer": lambda: page.locator("button").click()}
    states["danke"] = lambda: (page.locator('[name="mehrwerte"][value="4"]').check(), page.locator("button").click())
    states["schon"] = lambda: page.goto(f"{address}?sprache={code}")
    for name, act in states.items():
        act()
        for summary in page.locator("summary").all():
            summary.click()
        assert faults(page) == []
        for width, height in (PHONE, NARROW, LAPTOP):
            page.set_viewport_size({"width": width, "height": height})
            no_sideways_scroll(page)
            assert [each for each in page.evaluate(_TARGETS) if each[2] < BIG or each[1] < BIG] == []
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        keep(page, f"{name}-{code}-{scheme}")
    assert page.evaluate("document.fonts.size") > 0


@pytest.mark.parametrize(
    ("code", "family"),
    [("ar", "Noto Sans Arabic"), ("uk", "Noto Sans"), ("tr", "Atkinson Hyperlegible Next")],
)
def test_every_language_comes_with_its_letters(
    code: str, family: str, address: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{address}?sprache={code}", size=PHONE, wait=False)
    page.evaluate("document.fonts.ready.then(() => 1)")
    loaded = page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)")
    assert family in {name.strip('"') for name in loaded}


def test_arabic_reads_from_right_to_left(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{address}?sprache=ar", size=PHONE, wait=False)
    label = page.locator("label").first
    radio, words = label.locator("input").bounding_box(), label.locator("span").bounding_box()
    assert radio["x"] > words["x"]
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


def test_from_the_poster_to_the_thanks_without_javascript(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(address, size=PHONE, wait=False, java_script_enabled=False)
    page.get_by_role("link", name="Türkçe").click()
    words = languages()["tr"]
    assert page.get_by_role("heading", level=1, name=words.title).is_visible()
    page.get_by_role("button", name=words.submit).click()
    assert page.get_by_role("alert").get_by_text(words.empty).is_visible()
    for number, question in enumerate(words.questions.values()):
        group = page.get_by_role("group", name=question)
        group.get_by_role("radio").nth(number % 7).check()
    page.get_by_role("button", name=words.submit).click()
    assert page.get_by_text(words.thanks, exact=True).is_visible()
    page.reload()
    assert page.get_by_text(words.thanks, exact=True).is_visible()
    page.go_back()
    assert page.get_by_text(words.again).is_visible()
    page.get_by_role("link", name=words.again_link).click()
    assert page.get_by_role("button", name=words.submit).is_visible()
    assert page.locator("input:checked").count() == 0


def test_the_keyboard_reaches_every_answer(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{address}?sprache=de", size=LAPTOP, wait=False)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    checked = page.locator("input:checked")
    assert (checked.get_attribute("name"), checked.get_attribute("value")) == ("identitaeten", "2")


def test_the_office_opens_a_form_and_takes_its_posters(voice_server: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, voice_server, "verwaltung")
    visit(page, voice_server, "runden")
    page.get_by_role("tab", name=rounds.TABS[2], exact=True).click()
    ready(page)
    section = page.locator(".st-key-card-voices")
    section.get_by_role("combobox", name=texts.FIELD_PROJECTS).click()
    page.keyboard.type("Interkulturelle Woche")
    page.get_by_role("option", name=OTHER_PROJECT).click()
    page.keyboard.press("Escape")
    ready(page)
    section.get_by_role("button", name=texts.OPEN, exact=True).click()
    section.get_by_role("table", name=texts.TABLE).wait_for()
    ready(page)
    if not section.get_by_role("button", name=texts.A4).is_visible():  # another test has opened one, too
        section.get_by_role("combobox", name=texts.FIELD_FORM).click()
        page.get_by_role("option", name=OTHER_PROJECT).click()
    for name, size in ((texts.A4, "a4"), (texts.A6, "a6")):
        with page.expect_download() as download:
            section.get_by_role("button", name=name).click()
        assert download.value.suggested_filename.endswith(f"-{size}.pdf")
        assert Path(download.value.path()).read_bytes().startswith(b"%PDF-1.7")
    assert "/stimme/" in section.locator("code").inner_text()
    for size in (PHONE, LAPTOP):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        ready(page)
        no_sideways_scroll(page)
        axe(page)
    screenshot(page, "stimme-runden")
    english(page)
