"""The pages of released projects in a real browser: readable at every size, clean for axe."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bkcore.publication.briefing import build
from bkcore.publication.html import render_gallery, render_project
from bkcore.publication.place import Place
from tests.unit.publication import samples

pytestmark = pytest.mark.browser

SIZES = ((320, 700), (390, 844), (1280, 800), (1920, 1080))
_AXE = Path(find_spec("axe_playwright_python").submodule_search_locations[0]) / "axe.min.js"


@pytest.mark.parametrize("sample", ["full", "crowded"])
def test_gallery_and_project_fit_every_size_and_are_clean_for_axe(browser: Browser, sample: str) -> None:
    briefing, place = build(getattr(samples, sample)(), number=14), Place("/rat/abc")
    pages = (
        render_gallery(briefing, place=place),
        render_project(briefing, briefing.projects.items[0], place=place),
    )
    for width, height in SIZES:
        page = browser.new_page(viewport={"width": width, "height": height})
        for html in pages:
            page.set_content(html)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate(_AXE.read_text(encoding="utf-8"))
            found = page.evaluate("axe.run()")["violations"]
            assert [violation["id"] for violation in found] == []
        page.close()
