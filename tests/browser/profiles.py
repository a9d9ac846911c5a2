"""Browser profiles for tests: empty when a test begins, but with Streamlit's files read and compiled already.

A new profile reads and compiles some megabytes of script, which costs more than most of what a test then does. The
compiled script lives in the process that draws the pages of a site, and the process dies with its last page: each
profile that is lent again keeps one empty page on the servers' site, and Chromium is told to use one process per site.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

_WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) => {
  (window.__violations ??= []).push(`${event.violatedDirective}: ${event.blockedURI}`);
});
"""
_RESTING = "http://127.0.0.1:9/"
"""The address of the empty page: a site is a host, whatever its port. Nobody is asked, the profile answers itself."""
_FORGET = "() => { if (location.protocol.startsWith('http')) { localStorage.clear(); sessionStorage.clear(); } }"


@dataclass
class Profiles:
    """Profiles by their looks; a test that opens several gets as many, as different people would."""

    browser: Browser
    patience: float
    _waiting: dict[Hashable, list[BrowserContext]] = field(default_factory=lambda: defaultdict(list))
    _lent: list[tuple[Hashable, BrowserContext]] = field(default_factory=list)

    def lend(
        self, *, size: tuple[int, int], scheme: str, touch: bool, fresh: bool, **options: object
    ) -> BrowserContext:
        """Return a profile that nobody else has.

        Args:
            size: Width and height of the window.
            scheme: "light" or "dark".
            touch: Whether it is a phone.
            fresh: Whether it shall be thrown away afterwards, because the test changes it for good (its clock, say).
            options: What else Playwright's ``new_context`` takes; such a profile is thrown away, too.
        """
        look = None if fresh or options else (size, scheme, touch)
        waiting = self._waiting[look]
        context = waiting.pop() if look and waiting else self._new(size, scheme, touch=touch, **options)
        if look and not context.pages:
            _rest(context)
        self._lent.append((look, context))
        return context

    def take_back(self, *, spoilt: bool) -> None:
        """End the test's pages and empty its profiles; those of a test that failed are thrown away."""
        for look, context in self._lent:
            if context not in self.browser.contexts:
                continue  # the test closed it itself
            if spoilt or look is None:
                context.close()
                continue
            for page in context.pages:
                if page.url != _RESTING:
                    _forget(page)
            context.clear_cookies()
            context.clear_permissions()
            self._waiting[look].append(context)
        self._lent.clear()

    def _new(self, size: tuple[int, int], scheme: str, *, touch: bool, **options: object) -> BrowserContext:
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale="en-US",  # the hardest case for a German page
            timezone_id="Europe/Berlin",
            has_touch=touch,
            is_mobile=touch,
            **options,
        )
        context.add_init_script(_WATCH_POLICY)
        context.set_default_timeout(self.patience)
        return context


def _rest(context: BrowserContext) -> None:
    """Open the empty page that keeps the process, and what it has compiled, alive."""
    page = context.new_page()
    page.route(_RESTING, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(_RESTING)


def _forget(page: Page) -> None:
    if not page.url.startswith("chrome-error:"):
        page.evaluate(_FORGET)
    page.close()
