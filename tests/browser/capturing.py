"""How a lead records an activity on the phone: every tap counted, every key at the pace of a thumb."""

import time
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from dashboard.texts import capture as texts

_PER_KEY, _PER_TAP = 0.2, 1.5
"""Seconds a thumb needs for a key, and to find and hit the next thing; the machine's own time comes on top."""


@dataclass
class Thumb:
    """Taps and types as a person does, and counts."""

    taps: int = 0
    moving: float = 0.0
    began: float = field(default_factory=time.perf_counter)

    def tap(self, target: Locator) -> None:
        """Tap once."""
        target.tap()
        self.taps += 1
        self.moving += _PER_TAP

    def type(self, target: Locator, text: str) -> None:
        """Tap into a field and type."""
        self.tap(target)
        target.press_sequentially(text)
        self.moving += _PER_KEY * len(text)

    def seconds(self) -> float:
        """Return the seconds of the thumb and those of the machine."""
        return self.moving + time.perf_counter() - self.began


def whole_activity(page: Page) -> Thumb:
    """Record everything the form asks for, from the list to the thanks, and return what it took.

    Args:
        page: The list of a project with an announced activity, on a phone.
    """
    thumb = Thumb()
    thumb.tap(page.locator(".list a").first)
    thumb.tap(page.get_by_role("checkbox").nth(2))
    thumb.type(page.get_by_label(texts.ATTENDEES), "120")
    thumb.tap(page.get_by_label(texts.ESTIMATED))
    thumb.type(page.get_by_label(texts.FIRST_TIMERS), "15")
    thumb.type(page.get_by_label(texts.VOLUNTEERS), "6")
    thumb.type(page.get_by_label(texts.SENTENCE), "Der Saal war bis auf den letzten Platz besetzt.")
    thumb.tap(page.get_by_role("button", name=texts.SAVE))
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.THANKS)
    return thumb
