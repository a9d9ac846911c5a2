"""A chart as a picture that can travel: by pointer and by keyboard, light in the dark theme, with words and font."""

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bkcore.palette import DARK, LIGHT
from dashboard.texts import navigation
from tests.browser.conftest import LAPTOP, PHONE, Server
from tests.browser.people import seen_by

pytestmark = [pytest.mark.browser]
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, kind: str, to: Path, *, keyboard: bool = False) -> Path:
    """Save the chart of the years and return the file."""
    button = page.locator(".st-key-jahre-picture").get_by_role("button", name=f"Bild speichern ({kind})")
    with page.expect_download() as download:
        if keyboard:
            button.focus()
            page.keyboard.press("Enter")
        else:
            button.click()
    expect(page.locator(".st-key-jahre-picture").get_by_text("Das Bild ist gespeichert.")).to_be_visible()
    assert download.value.suggested_filename == f"jahre.{kind.lower()}"
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_svg_carries_finding_source_mark_and_font(
    scheme: str, demo: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = seen_by("verwaltung", open_page, demo, navigation.NETWORK_PATH, scheme=scheme)
    text = saved(page, "SVG", tmp_path, keyboard=True).read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    finding = page.locator(".bk-section h2").nth(1).inner_text()
    assert root.find(f"{SVG}title").text == finding
    words = " ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    assert finding in words
    assert "Quelle: Beteiligungs-Dashboard Bergkamen for all, Stand " in words
    assert navigation.DEMO in words
    assert "auch im Vorjahr dabei" in words
    assert "data:font/woff2;base64," in text
    assert root.find(f"{SVG}rect").get("fill") == LIGHT.surface
    assert LIGHT.categories[0] in text
    assert not [colour for colour in (DARK.text, *DARK.categories) if colour in text]


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_png_is_twice_as_sharp_as_the_screen(
    size: tuple[int, int], demo: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = seen_by("verwaltung", open_page, demo, navigation.NETWORK_PATH, size=size)
    content = saved(page, "PNG", tmp_path).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    figure = page.locator(".st-key-jahre-figure svg.main-svg").first.bounding_box()
    assert width >= 2 * figure["width"]
    assert height > 2 * figure["height"]
