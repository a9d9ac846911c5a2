"""Recording an activity on the phone: few taps, every state for everybody, and a line that breaks loses nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.texts import capture as texts
from dashboard.texts import confirm, navigation
from tests.browser.axe import axe
from tests.browser.capturing import whole_activity
from tests.browser.conftest import LAPTOP, PHONE, Server, no_sideways_scroll, screenshot
from tests.browser.english import english
from tests.browser.people import bk, seen_by

pytestmark = pytest.mark.browser

MOST_TAPS = 12
TOO_OFTEN = 429
AGAIN = 4000
"""Milliseconds until the page tries again by itself."""
Open = Callable[..., Page]


@pytest.fixture
def address(server: Server) -> str:
    """Give the address of a project with many announced activities."""
    return bk(server, "activity", "link", "p-iwgr")


def well(page: Page, name: str) -> None:
    for size, scheme in ((PHONE, "light"), (LAPTOP, "dark")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        no_sideways_scroll(page)
        axe(page)
    english(page)
    page.emulate_media(color_scheme="light")
    screenshot(page, f"erfassen-{name}")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})


def test_a_whole_activity_takes_few_taps(address: str, open_page: Open) -> None:
    page = open_page(address, size=PHONE, wait=False)
    title = page.locator(".list strong").first.inner_text()
    assert whole_activity(page).taps <= MOST_TAPS
    expect(page.get_by_text(f"{title} hat am ")).to_contain_text("Da waren etwa 120 Menschen.")


def test_every_state_is_for_everybody(address: str, open_page: Open) -> None:
    page = open_page(address, size=PHONE, wait=False)
    well(page, "liste")
    page.locator(".list a").first.click()
    well(page, "bogen")
    page.get_by_label(texts.ATTENDEES).fill("viele")
    page.get_by_role("button", name=texts.SAVE).click()
    expect(page.get_by_role("alert")).to_contain_text("Hier wird eine ganze Zahl erwartet.")
    well(page, "fehler")
    page.goto(f"{address}/neu")
    well(page, "neu")


def test_a_line_that_breaks_loses_no_word_and_sends_when_it_is_back(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/neu", size=PHONE, wait=False)
    page.get_by_label(texts.FIELD_TITLE).fill("Teenachmittag")
    page.get_by_label(texts.FIELD_DAY).fill("2026-03-02")
    page.get_by_label(texts.ATTENDEES).fill("12")
    page.context.set_offline(True)
    page.get_by_role("button", name=texts.SAVE).click()
    expect(page.get_by_role("status")).to_have_text(texts.WAITING)
    axe(page)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.THANKS)
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_text("Teenachmittag hat am 2. März 2026")).to_be_visible()


def test_what_was_to_be_sent_goes_off_when_the_page_is_opened_again(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/neu", size=PHONE, wait=False)
    page.get_by_label(texts.FIELD_TITLE).fill("Spieleabend")
    page.get_by_label(texts.FIELD_DAY).fill("2026-03-05")
    page.context.set_offline(True)
    page.get_by_role("button", name=texts.SAVE).click()
    expect(page.get_by_role("status")).to_have_text(texts.WAITING)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(f"{address}/neu")
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.THANKS)
    expect(page.get_by_text("Spieleabend hat am 5. März 2026")).to_be_visible()


def test_an_answer_that_gets_lost_on_its_way_back_doubles_nothing(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/neu", size=PHONE, wait=False, fresh=True)
    page.clock.install()
    page.get_by_label(texts.FIELD_TITLE).fill("Lesenacht")
    page.get_by_label(texts.FIELD_DAY).fill("2026-03-04")
    sent = []

    def cut(route: Route) -> None:
        sent.append(route.fetch(max_redirects=0).status)
        route.abort()

    page.route("**/neu", cut, times=1)
    page.get_by_role("button", name=texts.SAVE).click()
    expect(page.get_by_role("status")).to_have_text(texts.WAITING)
    page.clock.fast_forward(AGAIN)
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.THANKS)
    assert sent == [303]
    page.goto(address)
    expect(page.get_by_text("Lesenacht", exact=True)).to_have_count(1)


def test_whoever_is_slowed_down_reads_why_and_keeps_every_word(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/neu", size=PHONE, wait=False)
    again = {"result": "stattgefunden", "title": "Immer wieder", "day": "2026-03-06"}

    def busy(route: Route) -> None:
        while (answer := page.request.post(f"{address}/neu", form=again)).status != TOO_OFTEN:
            pass
        route.fulfill(response=answer)

    page.get_by_label(texts.FIELD_TITLE).fill("Kochabend")
    page.get_by_label(texts.FIELD_DAY).fill("2026-03-07")
    page.get_by_label(texts.SENTENCE).fill("Es hat geschmeckt.")
    page.route("**/neu", busy, times=1)
    page.get_by_role("button", name=texts.SAVE).click()
    expect(page.get_by_role("alert")).to_contain_text(texts.BUSY)
    expect(page.get_by_label(texts.SENTENCE)).to_have_value("Es hat geschmeckt.")
    axe(page)


def test_what_was_typed_is_there_again_after_the_page_was_closed(address: str, open_page: Open) -> None:
    page = open_page(address, size=PHONE, wait=False)
    page.locator(".list a").nth(1).click()
    page.get_by_label(texts.SENTENCE).fill("Noch nicht fertig")
    page.reload()
    expect(page.get_by_label(texts.SENTENCE)).to_have_value("Noch nicht fertig")
    expect(page.get_by_role("status")).to_have_text(texts.RESTORED)


def test_it_works_without_a_script(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/neu", size=PHONE, wait=False, java_script_enabled=False)
    page.get_by_label(texts.FIELD_TITLE).fill("Lesekreis")
    page.get_by_label(texts.FIELD_DAY).fill("2026-03-03")
    page.get_by_role("button", name=texts.SAVE).click()
    assert page.get_by_role("heading", level=1).inner_text() == texts.THANKS


def test_the_desk_confirms_in_a_dialog(server: Server, open_page: Open) -> None:
    page = seen_by("verwaltung", open_page, server, navigation.CONFIRM_PATH)
    page.get_by_role("combobox", name=confirm.FIELD_ACTIVITY).click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name=confirm.OPEN).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(confirm.FIELD_ORGANISATIONS)).to_be_visible()
    axe(page)
    english(page)
    dialog.get_by_role("button", name=confirm.SAVE).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text(confirm.SAVED)).to_be_visible()
