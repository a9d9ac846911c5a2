"""A lead sends a picture from the phone and the office decides: made small on the device, over a line that breaks."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.texts import capture as texts
from dashboard.texts import confirm, navigation
from tests.browser.capturing import whole_activity
from tests.browser.conftest import PHONE, Server
from tests.browser.looks import well as looked_at
from tests.browser.people import bk, seen_by
from tests.browser.test_capture import well
from tests.pictures import from_a_phone, photo

pytestmark = pytest.mark.browser
ALT = "Menschen an einem Tisch im Freien (Probe)"
Open = Callable[..., Page]
_WATCH = """() => {
  const real = window.fetch;
  window.fetch = async (address, options) => {
    const file = options.body.get("content");
    window.sent = [...new Uint8Array(await file.arrayBuffer())];
    return real(address, options);
  };
}"""
"""Keeps what goes out: the browser tells nobody outside of it which bytes of a file it sent."""


def filled(page: Page, file: Path) -> None:
    page.get_by_label(texts.PICTURE_FILE).set_input_files(file)
    page.get_by_label(texts.PICTURE_ALT).fill(ALT)
    page.get_by_label(texts.PICTURE_CONSENT).fill("Liegt vor (Probe)")


def test_a_picture_is_sent_after_a_broken_line_and_the_office_takes_it(
    demo: Server, open_page: Open, tmp_path: Path
) -> None:
    large = tmp_path / "foto.jpg"
    large.write_bytes(from_a_phone(orientation=6, size=(3200, 2400)))
    page = open_page(bk(demo, "activity", "link", "p-iwgr"), size=PHONE, wait=False)
    whole_activity(page)
    well(page, "danke-mit-bild")
    filled(page, large)
    page.evaluate(_WATCH)
    page.route("**/bild", lambda route: route.abort("internetdisconnected"))
    page.get_by_role("button", name=texts.PICTURE_SEND).click()
    expect(page.get_by_role("status")).to_have_text(texts.PICTURE_WAITING)
    under_way = bytes(page.evaluate("() => window.sent"))
    with Image.open(BytesIO(under_way)) as small:
        assert (small.format, small.size) == ("JPEG", (1200, 1600))  # upright
    assert b"GEHEIM" not in under_way
    page.unroute("**/bild")
    expect(page.get_by_text(texts.picture_offered(ALT))).to_be_visible()
    well(page, "danke-bild-da")

    office = seen_by("verwaltung", open_page, demo, navigation.CONFIRM_PATH)
    shown = office.get_by_role("img", name=ALT)
    expect(shown).to_be_visible()
    looked_at(office, "bestaetigen-bild")
    office.get_by_role("button", name=confirm.OFFER_TAKE, exact=True).click()
    expect(shown).to_have_count(0)


def test_without_a_script_it_works_and_a_wrong_file_says_why(server: Server, open_page: Open, tmp_path: Path) -> None:
    wrong, right = tmp_path / "text.jpg", tmp_path / "foto.png"
    wrong.write_text("kein Bild")
    right.write_bytes(photo(kind="PNG"))
    address = bk(server, "activity", "link", "p-iwgr")
    page = open_page(address, size=PHONE, wait=False, java_script_enabled=False)
    whole_activity(page)
    filled(page, wrong)
    page.get_by_role("button", name=texts.PICTURE_SEND).click()
    expect(page.get_by_role("alert")).to_contain_text("Diese Datei lässt sich nicht als Bild lesen.")
    expect(page.get_by_label(texts.PICTURE_ALT)).to_have_value(ALT)
    filled(page, right)
    page.get_by_role("button", name=texts.PICTURE_SEND).click()
    expect(page.get_by_text(texts.picture_offered(ALT))).to_be_visible()
