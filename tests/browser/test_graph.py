"""The picture of the network as people use it: pointer, finger, keyboard, slider, playing, and the tables beside it."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.texts import navigation
from tests.browser.axe import axe
from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, Server, no_sideways_scroll, ready
from tests.browser.english import english
from tests.browser.people import seen_by

pytestmark = [pytest.mark.browser]
CARD = re.compile(r"/organisation\?organisation=[a-z0-9-]+$")
_BOXES = """
(svg) => [...svg.querySelectorAll("text.name")].map((name) => {
  const { left, right, top, bottom } = name.getBoundingClientRect();
  return { left, right, top, bottom, text: name.textContent };
})
"""


@pytest.fixture
def network(server: Server, open_page: Callable[..., Page]) -> Page:
    """Give the network of 2024 on a laptop."""
    return opened(server, open_page)


def opened(server: Server, open_page: Callable[..., Page], *, size: tuple[int, int] = LAPTOP, query: str = "") -> Page:
    path = f"{navigation.NETWORK_PATH}?jahr=2024{query}"
    page = seen_by("steuerungsgruppe", open_page, server, path, size=size)
    expect(page.locator("a.point").first).to_be_attached()
    return page


def point(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=re.compile(f"^{name}"))


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Jahr")


def places(page: Page) -> dict[str, str]:
    """Return where each organisation stands, those of the year only."""
    marks = page.locator("a.point:not(.absent)").all()
    return {mark.get_attribute("href"): mark.get_attribute("transform") for mark in marks}


def test_a_click_opens_the_card(network: Page) -> None:
    stadt = point(network, "Stadt Bergkamen")
    stadt.hover()
    expect(network.locator(".sentence")).to_contain_text("Stadt Bergkamen (Stadtverwaltung): Öffentliche Hand, ")
    assert CARD.search(stadt.get_attribute("href"))
    with network.expect_request(lambda request: CARD.search(request.url) is not None):
        stadt.click()
    ready(network)


def test_the_keyboard_goes_from_point_to_point_and_opens_the_card(network: Page) -> None:
    page = network
    slider(page).focus()
    page.keyboard.press("Tab")
    first = page.locator("a.point:focus")
    expect(first).to_have_count(1)  # one stop for the whole picture
    page.keyboard.press("ArrowRight")
    moved = page.locator("a.point:focus")
    assert moved.get_attribute("aria-label") == page.locator(".sentence").inner_text()
    expect(page.locator("text.name.own")).to_have_count(1)
    page.keyboard.press("End")
    expect(page.locator(".sentence")).to_contain_text("im Vorjahr dabei, in diesem Jahr nicht")
    page.keyboard.press("Home")
    with page.expect_request(lambda request: CARD.search(request.url) is not None):
        page.keyboard.press("Enter")
    ready(page)


def test_the_year_moves_and_every_organisation_stays_where_it_is(network: Page) -> None:
    page = network
    before = places(page)
    slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(slider(page)).to_have_attribute("aria-valuetext", "2023")
    expect(page.locator(".finding")).to_contain_text("2023")
    both = places(page).keys() & before.keys()
    assert len(both) >= 5
    assert {key: places(page)[key] for key in both} == {key: before[key] for key in both}
    expect(page).to_have_url(re.compile("jahr=2023"), timeout=10_000)  # the page follows, so does the address
    ready(page)
    expect(page.get_by_text("Für 2023 ").or_(page.get_by_text("2023 ")).first).to_be_visible()
    expect(slider(page)).to_have_attribute("aria-valuetext", "2023")
    expect(slider(page)).to_be_focused()


def test_playing_begins_at_the_first_year_and_can_be_stopped(server: Server, open_page: Callable[..., Page]) -> None:
    page = opened(server, open_page)
    slider(page).focus()
    page.keyboard.press("End")
    page.get_by_role("button", name="Abspielen").click()
    expect(slider(page)).to_have_attribute("aria-valuetext", "2014")
    expect(slider(page)).to_have_attribute("aria-valuetext", "2019", timeout=6_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Abspielen")).to_be_visible()
    stopped = slider(page).get_attribute("aria-valuetext")
    page.wait_for_timeout(2_000)
    assert slider(page).get_attribute("aria-valuetext") == stopped
    expect(page).to_have_url(re.compile(f"jahr={stopped}"), timeout=10_000)


def test_nothing_glides_for_those_who_ask_for_less_motion(server: Server, open_page: Callable[..., Page]) -> None:
    page = opened(server, open_page)
    gliding = "(mark) => getComputedStyle(mark).transitionDuration"
    assert page.locator("a.point .mark").first.evaluate(gliding) != "0s"
    page.emulate_media(reduced_motion="reduce")
    assert page.locator("a.point .mark").first.evaluate(gliding) == "0s"


def test_new_returned_and_missing_organisations_differ_by_more_than_colour(network: Page) -> None:
    page = network
    expect(page.locator("a.point.new .badge text").first).to_have_text("+")
    expect(page.locator("a.point.returned .badge text").first).to_have_text("↺")
    dashes = page.locator("a.point.left .mark").first.evaluate("(mark) => getComputedStyle(mark).strokeDasharray")
    assert dashes != "none"
    legend = " ".join(page.locator("g.legend text.key").all_text_contents())
    assert "neu dabei (8)" in legend
    assert "wieder dabei (5)" in legend
    assert "im Vorjahr dabei, in diesem Jahr nicht (4)" in legend


@pytest.mark.parametrize("size", [PHONE, LAPTOP, PROJECTOR], ids=["phone", "laptop", "projector"])
@pytest.mark.parametrize("mode", ["", "&ansicht=aktivitaeten"], ids=["organisations", "both"])
def test_no_name_stands_on_another(
    mode: str, size: tuple[int, int], server: Server, open_page: Callable[..., Page]
) -> None:
    page = opened(server, open_page, size=size, query=mode)
    no_sideways_scroll(page)
    for _ in range(3):
        boxes = page.locator("svg[data-drawing]").evaluate(_BOXES)
        assert boxes
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                apart = (
                    one["left"] >= other["right"] - 4
                    or other["left"] >= one["right"] - 4
                    or one["top"] >= other["bottom"] - 3
                    or other["top"] >= one["bottom"] - 3
                )
                assert apart, f"{one['text']} / {other['text']}"
        slider(page).focus()
        page.keyboard.press("ArrowLeft")


def test_a_finger_first_learns_who_it_is_and_then_opens_the_card(
    server: Server, open_page: Callable[..., Page]
) -> None:
    page = opened(server, open_page, size=PHONE)
    stadt = point(page, "Stadt Bergkamen")
    stadt.tap()
    expect(page.locator(".sentence")).to_contain_text("Noch einmal tippen öffnet die Karte.")
    assert navigation.NETWORK_PATH in page.url
    with page.expect_request(lambda request: CARD.search(request.url) is not None):
        stadt.tap()
    ready(page)


@pytest.mark.parametrize("query", ["&farbe=kern", "&farbe=gruppen&groesse=vermittlung&ansicht=aktivitaeten"])
def test_every_way_to_draw_it_is_accessible_and_german(
    query: str, server: Server, open_page: Callable[..., Page]
) -> None:
    page = opened(server, open_page, query=query)
    axe(page)
    english(page)
    page.emulate_media(color_scheme="dark")
    ready(page)
    axe(page)


def test_the_tables_hold_what_the_picture_shows(network: Page) -> None:
    page = network
    page.locator(".st-key-wer-mit-wem-table summary").click()
    pairs = page.locator(".st-key-wer-mit-wem-table table tbody tr")
    expect(pairs).to_have_count(page.locator("line.line").count())
    page.locator(".st-key-organisationen-table summary").click()
    rows = page.locator(".st-key-organisationen-table table tbody tr")
    expect(rows).to_have_count(page.locator("a.point:not(.absent):not(.left)").count())


def test_the_picture_can_be_saved_as_it_is_seen(network: Page, tmp_path: Path) -> None:
    page = network
    slider(page).focus()
    page.keyboard.press("ArrowLeft")
    finding = page.locator(".finding").inner_text()
    assert "2023" in finding
    with page.expect_download() as download:
        page.locator(".st-key-wer-mit-wem-picture").get_by_role("button", name="Bild speichern (SVG)").click()
    path = tmp_path / "netz.svg"
    download.value.save_as(path)
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    words = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert finding in words
    assert "Zivilgesellschaft" in words
    assert "var(--" not in json.dumps(ET.tostring(root, encoding="unicode"))
