"""What people do in the browser, and what the operator types beside it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page

from dashboard import session
from tests.browser.conftest import LAPTOP, PHONE, Server, ready

NEXT_MONTH = (date.today() + timedelta(days=28)).isoformat()  # noqa: DTZ011 - any later day will do
_SIGNED_IN: dict[tuple[str, str], list[dict[str, object]]] = {}
"""Cookies of those who have signed in already, by server and role."""
BK = Path(sys.executable).parent / "bk"


def bk(server: Server, *words: str) -> str:
    """Run a command on the server's database and return what it printed."""
    done = subprocess.run([BK, *words], env=server.environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def signed_in(
    open_page: Callable[..., Page], server: Server, role: str, *, size: tuple[int, int] = LAPTOP, scheme: str = "light"
) -> Page:
    """Sign in by a one-time link and its button."""
    page = open_page(bk(server, "sign-in", role), size=size, scheme=scheme, wait=False)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url(lambda url: "anmelden" not in url)
    return ready(page)


def seen_by(
    role: str,
    open_page: Callable[..., Page],
    server: Server,
    path: str,
    *,
    size: tuple[int, int] = LAPTOP,
    scheme: str = "light",
) -> Page:
    """Open a page to look at it as somebody who signed in once for all such tests; nobody when ``role`` is empty."""
    page = open_page("about:blank", size=size, scheme=scheme, wait=False)
    if role and (server.url, role) not in _SIGNED_IN:
        page.goto(bk(server, "sign-in", role))
        page.get_by_role("button", name="Anmelden").click()
        page.wait_for_url(lambda url: "anmelden" not in url)
        cookies = page.context.cookies(server.url)
        _SIGNED_IN[server.url, role] = [cookie for cookie in cookies if cookie["name"] == session.COOKIE]
    elif role:
        page.context.add_cookies(_SIGNED_IN[server.url, role])
    return visit(page, server, path)


def by_personal_link(open_page: Callable[..., Page], link: str) -> Page:
    """Open a personal link on a phone."""
    page = open_page(link, size=PHONE)
    page.wait_for_url("**/selbsteinschaetzung**")
    return ready(page)


def visit(page: Page, server: Server, path: str) -> Page:
    """Go to a page by its address."""
    page.goto(f"{server.url}/{path}")
    return ready(page)


def tick(group: Locator, place: int) -> None:
    """Tap one answer of a question by its words, as a person does; the button itself is drawn by its label."""
    group.locator("label:has(input)").nth(place).click()


def answer_factor(page: Page, *, level: int, questions: int = 4) -> None:
    """Choose a level for the first questions of the factor on the screen, and wait until each is saved."""
    ready(page)
    groups = page.get_by_role("group")
    for number in range(questions):
        group = groups.nth(number)
        tick(group, level - 1)
        group.locator("xpath=following-sibling::div[1]").locator(".state.safe").wait_for()
    ready(page)
