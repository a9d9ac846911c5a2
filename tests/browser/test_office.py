"""The integration management alone in the browser: open a round, invite, publish, give and take away a link, close."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.texts import council, handout, rounds
from tests.browser.axe import axe
from tests.browser.conftest import Server, ready, start_server
from tests.browser.english import english
from tests.browser.people import BK, by_personal_link, signed_in, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a fresh dashboard of this test alone."""
    running = start_server(tmp_path_factory.mktemp("office"), lambda port: [str(BK), "serve", "--port", port])
    yield running
    running.stop()


def _address_on(page: Page, part: str) -> str:
    """Return the fresh address the page shows, by what its path begins with."""
    shown = page.locator("code").filter(has_text=f"/{part}/").first
    expect(shown).to_be_visible()
    return re.search(r"http://\S+", shown.inner_text())[0]


def _confirmed(page: Page, button: str) -> None:
    """Answer the dialog that asks first."""
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    axe(page)
    english(page)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_have_count(0)
    ready(page)


def test_the_year_of_the_integration_management(office: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, office, "verwaltung")

    # A round without a title is not opened, and the page says what is missing.
    visit(page, office, "runden")
    page.get_by_role("button", name=rounds.OPEN_NEXT).click()
    expect(page.get_by_text("Hier fehlt eine Angabe.")).to_be_visible()
    page.get_by_role("textbox", name=rounds.FIELD_TITLE).fill("Herbst")
    page.keyboard.press("Tab")
    ready(page)
    page.get_by_role("button", name=rounds.OPEN_NEXT).click()
    _confirmed(page, rounds.OPEN_YES)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Herbst")

    # Invite one project; the link is shown once, with a code and a message.
    page.get_by_role("combobox", name=rounds.FIELD_PROJECTS).click()
    page.keyboard.type("Interkulturelle Woche")
    page.get_by_role("option", name="Interkulturelle Woche in Bergkamen").click()
    page.keyboard.press("Escape")
    ready(page)
    page.get_by_role("button", name=rounds.INVITE_BUTTON).click()
    expect(page.get_by_text(handout.ONCE_ONE)).to_be_visible()
    ready(page)
    personal = _address_on(page, "anmelden")
    axe(page)
    expect(page.locator("body")).to_contain_text("noch nicht geöffnet")
    lead = by_personal_link(open_page, personal)
    expect(lead.get_by_role("button", name="Einschätzung beginnen")).to_be_visible()
    page.get_by_role("button", name=handout.DONE).click()
    ready(page)
    assert personal not in page.locator("body").inner_text()

    # Publish, give the council a link, read it, take it away.
    visit(page, office, "ratsansicht")
    page.get_by_role("button", name=council.RELEASE).click()
    _confirmed(page, council.RELEASE_YES)
    page.get_by_role("tab", name=council.TAB_LINKS).click()
    page.get_by_role("textbox", name=council.FIELD_LABEL).fill("Ratssitzung")
    page.keyboard.press("Tab")
    ready(page)
    page.get_by_role("button", name=council.CREATE).click()
    ready(page)
    live = _address_on(page, "rat")
    reader = open_page(live, wait=False, java_script_enabled=False)
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    assert urlsplit(reader.url).path == urlsplit(live).path

    # Close the round: the lead is told, nothing is lost.
    visit(page, office, "runden")
    page.get_by_role("button", name=rounds.CLOSE).click()
    _confirmed(page, rounds.CLOSE_YES)
    lead.reload()
    ready(lead)
    expect(lead.locator("body")).to_contain_text("beendet")
