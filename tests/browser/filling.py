"""How a person fills in the form in the browser: by taps on a phone, or by keyboard alone."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready

FACTORS = 8
RADIOS = 7
"""Five steps and two ways not to answer."""


@dataclass
class Taps:
    """A finger on a phone; counts every tap."""

    page: Page
    count: int = 0

    def button(self, name: str) -> None:
        """Tap a button and wait for the next screen."""
        self.page.get_by_role("button", name=name, exact=True).first.tap()
        self.count += 1
        ready(self.page)

    def level(self, question: int, level: int) -> None:
        """Tap a step of a question, and wait until it is saved."""
        group = self.page.get_by_role("group").nth(question)
        group.locator("label.rung").nth(level - 1).tap()
        self.count += 1
        expect(group.get_by_role("radio").nth(level - 1)).to_be_checked()
        expect(self.page.locator(".state.safe:visible")).to_have_count(question + 1)


def full_form(page: Page) -> int:
    """Fill in the whole full form from the start screen to the own result; return the number of taps.

    Args:
        page: The start screen of an assessment without answers, on a phone.
    """
    taps = Taps(page)
    taps.button("Ausführlich einschätzen")
    for number in range(1, FACTORS + 1):
        expect(page.get_by_text(f"Faktor {number} von {FACTORS}").first).to_be_visible()
        for question in range(4):
            taps.level(question, level=3)
        taps.button("Weiter" if number < FACTORS else "Weiter zur Übersicht")
    taps.button("Antworten abgeben")
    expect(page.get_by_role("heading", name="Vielen Dank!")).to_be_visible()
    return taps.count
