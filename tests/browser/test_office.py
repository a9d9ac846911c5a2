"""The integration management alone in the browser: open a round, invite, publish, give and take away a link, close."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.texts import council, departments, handout, round_invitations, round_letters, round_paper, rounds
from dashboard.texts import round_standing as standing
from tests.browser.axe import axe
from tests.browser.conftest import Server, dashboard, no_sideways_scroll, ready, screenshot, start_server
from tests.browser.english import english
from tests.browser.people import by_personal_link, signed_in, visit
from tests.mail_server import MailServer, mail_server

pytestmark = pytest.mark.browser


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a fresh dashboard of this test alone."""
    running = start_server(tmp_path_factory.mktemp("office"), dashboard)
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


def _tab(page: Page, name: str) -> None:
    """Turn to one tab of the page."""
    page.get_by_role("tab", name=name, exact=True).click()
    ready(page)


def _choose(page: Page, field: str, name: str, *, one_of: bool = False) -> None:
    """Search in a field of choice and take one; where several can be chosen the list is closed afterwards."""
    page.get_by_role("combobox", name=field).last.click()
    page.keyboard.type(name[:20])
    page.get_by_role("option", name=name).first.click()
    if not one_of:
        page.keyboard.press("Escape")
    ready(page)


def _looked_at(page: Page, name: str) -> None:
    """Check and keep what the page shows."""
    axe(page)
    english(page)
    no_sideways_scroll(page)
    screenshot(page, f"runde-{name}")


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
    _choose(page, round_invitations.FIELD_PROJECTS, "Interkulturelle Woche in Bergkamen")
    page.get_by_role("button", name=round_invitations.BUTTON, exact=True).click()
    expect(page.get_by_text(handout.ONCE_ONE)).to_be_visible()
    ready(page)
    personal = _address_on(page, "anmelden")
    axe(page)
    _tab(page, rounds.TABS[1])
    expect(page.locator("body")).to_contain_text("noch nicht geöffnet")
    lead = by_personal_link(open_page, personal)
    expect(lead.get_by_role("button", name="Kurz einschätzen")).to_be_visible()
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
    _tab(page, rounds.TABS[5])
    page.get_by_role("button", name=rounds.CLOSE).click()
    _confirmed(page, rounds.CLOSE_YES)
    lead.reload()
    ready(lead)
    expect(lead.locator("body")).to_contain_text("beendet")


@pytest.fixture
def post() -> Iterator[MailServer]:
    """Give a mail server of this test alone."""
    with mail_server() as running:
        yield running


@pytest.fixture
def mailing_office(tmp_path_factory: pytest.TempPathFactory, post: MailServer) -> Iterator[Server]:
    """Give a fresh dashboard that sends its letters."""
    folder = tmp_path_factory.mktemp("mailing")
    environment = {"BK_SMTP_URL": post.url, "BK_MAIL_FROM": "integration@beispiel.de"}
    running = start_server(folder, dashboard, environment=environment)
    yield running
    running.stop()


def test_a_round_by_mail_and_on_paper(mailing_office: Server, post: MailServer, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, mailing_office, "verwaltung")
    visit(page, mailing_office, "runden")

    # A department is added; then a round opens that suggests it beside the projects.
    _tab(page, rounds.TABS_IDLE[2])
    page.get_by_role("textbox", name=departments.FIELD_NAME).fill("Bürgerbüro")
    page.keyboard.press("Tab")
    ready(page)
    page.get_by_role("button", name=departments.ADD).click()
    expect(page.get_by_role("cell", name=departments.ACTIVE)).to_be_visible()
    _looked_at(page, "bereiche")
    visit(page, mailing_office, "runden")
    page.get_by_role("textbox", name=rounds.FIELD_TITLE).fill("Herbst")
    page.get_by_role("heading", level=1).click()
    ready(page)
    _looked_at(page, "neu")
    page.get_by_role("button", name=rounds.OPEN_NEXT).click()
    _confirmed(page, rounds.OPEN_YES)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Herbst")

    _by_mail(page, post)
    _reminded(page, mailing_office, post, open_page)
    _on_paper(page)

    # Closed: who answered, and what comes next.
    _tab(page, rounds.TABS[5])
    _looked_at(page, "beenden")
    page.get_by_role("button", name=rounds.CLOSE).click()
    _confirmed(page, rounds.CLOSE_YES)
    expect(page.get_by_role("heading", name=rounds.closed_title("Herbst"))).to_be_visible()
    expect(page.locator("body")).to_contain_text("1 von 1 Bereich")
    _looked_at(page, "beendet")


def _by_mail(page: Page, post: MailServer) -> None:
    # Two are invited by mail; one address is refused, so that link is shown to copy.
    post.refused.add("weg@beispiel.de")
    _choose(page, round_invitations.FIELD_PROJECTS, "Bürgerbüro (Bereich)")
    page.get_by_role("textbox", name="Bürgerbüro (Bereich)").fill("da@beispiel.de, weg@beispiel.de")
    page.keyboard.press("Tab")
    ready(page)
    _looked_at(page, "einladen")
    page.get_by_role("button", name=round_invitations.BUTTON, exact=True).click()
    expect(page.get_by_text(round_letters.sent_title(1, 1))).to_be_visible()
    ready(page)
    _looked_at(page, "verschickt")
    assert _address_on(page, "anmelden") not in post.text_to("da@beispiel.de")
    page.get_by_role("button", name=handout.DONE).click()
    ready(page)
    page.get_by_role("button", name=round_letters.HIDE).click()
    ready(page)


def _reminded(page: Page, office: Server, post: MailServer, open_page: Callable[..., Page]) -> None:
    # The link of the letter works; who has not answered is seen and reminded.
    link = re.search(r"http://\S+/anmelden/\S+", post.text_to("da@beispiel.de"))[0]
    lead = by_personal_link(open_page, link)
    expect(lead.get_by_role("button", name="Kurz einschätzen")).to_be_visible()
    post.taken.clear()
    visit(page, office, "runden")
    _tab(page, rounds.TABS[1])
    expect(page.get_by_role("table", name=standing.TITLE)).to_contain_text(standing.NOT_INVITED)
    page.get_by_role("button", name=standing.CHOOSE_ALL).click()
    ready(page)
    _looked_at(page, "stand")
    page.get_by_role("button", name=standing.REMIND, exact=True).click()
    expect(page.get_by_text(round_letters.sent_title(1, 1))).to_be_visible()
    ready(page)
    assert "/anmelden/" in post.text_to("da@beispiel.de")
    page.get_by_role("button", name=handout.DONE).click()
    ready(page)


def _on_paper(page: Page) -> None:
    # A sheet comes in on paper: typed by keyboard alone, a slip is named at once.
    _tab(page, rounds.TABS[3])
    _choose(page, round_paper.FIELD_PROJECT, "Bürgerbüro (Bereich)", one_of=True)
    page.get_by_role("textbox", name="1. Identitäten würdigen").first.click()
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Identitäten würdigen, Stelle 1: „7“ ist keine Antwort.")).to_be_visible()
    ready(page)
    _looked_at(page, "bogen")
    page.get_by_role("textbox", name="1. Identitäten würdigen").first.fill("4")
    page.keyboard.press("Tab")
    ready(page)
    with page.expect_download() as printed:
        page.get_by_role("button", name=round_paper.PRINT["kurz"]).click()
    assert printed.value.suggested_filename == "bogen-kurzform.pdf"
    page.get_by_role("button", name=round_paper.SAVE).click()
    expect(page.get_by_role("heading", name=round_paper.sheets_title(1))).to_be_visible()
    ready(page)
