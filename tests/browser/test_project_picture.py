"""The office gives a project a picture, and the council sees it: in the browser, with every state looked at."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.texts import council as texts
from dashboard.texts import navigation
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, Server, no_sideways_scroll, ready, screenshot
from tests.browser.looks import well
from tests.browser.people import NEXT_MONTH, bk, seen_by
from tests.pictures import from_a_phone

pytestmark = [pytest.mark.browser]
ALT = "Menschen an einem Tisch im Freien (Probe)"


def test_a_picture_goes_from_the_office_to_the_council(
    demo: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    file = tmp_path / "foto.jpg"
    file.write_bytes(from_a_phone())
    page = seen_by("verwaltung", open_page, demo, navigation.COUNCIL_PATH)
    page.get_by_role("tab", name=texts.TABS[2]).click()
    page.get_by_role("combobox", name=texts.FIELD_PROJECT).fill("Tippi")
    page.get_by_role("option", name="Tippi-Projekt").click()
    ready(page)
    screenshot(page, "bild-leer")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("textbox", name=texts.PICTURE_ALT).fill(ALT)
    page.get_by_role("textbox", name=texts.PICTURE_CONSENT).fill("Liegt vor (Probe)")
    page.get_by_role("textbox", name=texts.PICTURE_CONSENT).press("Tab")
    ready(page)
    page.get_by_role("button", name=texts.PICTURE_SAVE).click()
    expect(page.get_by_role("img", name=ALT)).to_be_visible()
    well(page, "bild-gespeichert")
    page.get_by_role("button", name=texts.PICTURE_RELEASE).click()
    expect(page.get_by_role("button", name=texts.PICTURE_TAKE_BACK)).to_be_visible()

    live = bk(demo, "link", "create", "--audience", "council", "--label", "Bild", "--expires", NEXT_MONTH)
    council = open_page(f"{live}/projekte", wait=False, size=PHONE, java_script_enabled=False)
    shown = council.get_by_role("img", name=ALT)
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == 480
    no_sideways_scroll(council)
    screenshot(council, "bild-galerie")
    council.locator("li", has=shown).get_by_role("link").click()
    large = council.get_by_role("img", name=ALT)
    assert large.evaluate("image => image.naturalWidth") == 800
    no_sideways_scroll(council)
    council = open_page(council.url, wait=False, size=PHONE)
    axe(council)
    screenshot(council, "bild-projekt")

    page.get_by_role("button", name=texts.PICTURE_REMOVE).click()
    page.get_by_role("dialog").get_by_role("button", name=texts.PICTURE_REMOVE_YES, exact=True).click()
    expect(page.get_by_role("img", name=ALT)).to_have_count(0)
    council.reload()
    expect(council.get_by_role("heading", level=1)).to_be_visible()
    expect(council.get_by_role("img", name=re.compile("Probe"))).to_have_count(0)
