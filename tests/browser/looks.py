"""What is asked of every state of every page: small and light, wide and dark, German, accessible."""

from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.conftest import LAPTOP, PHONE, no_sideways_scroll, ready, screenshot
from tests.browser.english import english

_LOOKS = ((PHONE, "light"), (LAPTOP, "dark"))
"""Both widths and both themes in two looks; a fault that only the other two show has not been met."""
_OPEN_ALL = """() => {
  for (const summary of document.querySelectorAll("main summary, section summary"))
    if (!summary.parentElement.open) summary.click();
}"""


def well(page: Page, name: str) -> None:
    """Check one state at phone width and on a laptop, in both themes, and keep its pictures when they are wanted."""
    before = page.viewport_size
    for (width, height), scheme in _LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        ready(page)
        no_sideways_scroll(page)
        axe(page)
    english(page)
    page.emulate_media(color_scheme="light")
    screenshot(page, name)
    if before:
        page.set_viewport_size(before)


def well_as_it_is(page: Page) -> None:
    """Check one state at the size it has, in both themes."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        axe(page)
    no_sideways_scroll(page)
    english(page)


def open_everything(page: Page) -> None:
    """Open every expander, so that what is inside is looked at too."""
    page.evaluate(_OPEN_ALL)
    ready(page)
