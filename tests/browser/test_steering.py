"""What the steering group follows, in the browser: measures and their owners, seats and who sits there."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from dashboard.texts import handout, measure, measures, members, owner
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, Server, dashboard, ready, start_server
from tests.browser.looks import well_as_it_is
from tests.browser.people import signed_in, visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a dashboard of this file alone, because its measures and seats are changed."""
    running = start_server(tmp_path_factory.mktemp("group"), dashboard)
    yield running
    running.stop()


def _plan(page: Page, title: str) -> None:
    page.get_by_role("button", name=measures.NEW).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name=measure.FIELDS["title"]).fill(title)
    dialog.get_by_role("textbox", name=measure.FIELDS["owner"]).fill("Pressestelle")
    dialog.get_by_role("button", name=measure.SAVE).click()
    expect(dialog).to_have_count(0)
    ready(page)


def _open(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).click()
    page.wait_for_url("**/massnahmen?*massnahme=*")
    ready(page)


def test_the_owner_reports_by_link_on_a_phone(group: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, group, "verwaltung")
    visit(page, group, "massnahmen")
    _plan(page, "Plakate drucken")
    _open(page, "Plakate drucken")
    page.get_by_role("textbox", name=measure.FIELD_LABEL).fill("Pressestelle")
    page.get_by_role("button", name=measure.GIVE).click()
    shown = page.locator("code").filter(has_text="/massnahme/").first
    expect(shown).to_be_visible()
    address = re.search(r"http://\S+", shown.inner_text())[0]
    ready(page)
    well_as_it_is(page)

    phone = open_page(address, size=PHONE, wait=False, java_script_enabled=False)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Plakate drucken")
    phone.get_by_text("in Arbeit", exact=True).click()
    phone.get_by_label(owner.SENTENCE).fill("Die Druckerei liefert am Montag.")
    phone.get_by_role("button", name=owner.SUBMIT).click()
    expect(phone.get_by_role("status")).to_have_text(owner.SAVED)
    looked = open_page(address, size=PHONE, wait=False)
    well_as_it_is(looked)

    page.get_by_role("button", name=handout.DONE).click()
    ready(page)
    expect(page.get_by_text("Die Druckerei liefert am Montag.")).to_be_visible()
    expect(page.get_by_role("radio", name="in Arbeit")).to_be_checked()
    page.get_by_role("button", name=measure.REVOKE).click()
    page.get_by_role("dialog").get_by_role("button", name=measure.REVOKE_YES).click()
    ready(page)
    assert phone.reload().status == 404


def test_two_people_edit_one_measure_and_nobody_loses_a_word(group: Server, open_page: Callable[..., Page]) -> None:
    first = signed_in(open_page, group, "steuerungsgruppe")
    visit(first, group, "massnahmen")
    title = f"Treffen vorbereiten {datetime.now(UTC):%H%M%S}"
    _plan(first, title)
    _open(first, title)
    second = open_page("about:blank", wait=False)
    second.context.add_cookies(first.context.cookies())
    second.goto(first.url)
    ready(second)
    dialogs = []
    for page in (first, second):
        page.get_by_role("button", name=measure.EDIT).click()
        dialogs.append(page.get_by_role("dialog"))
        expect(dialogs[-1].get_by_role("textbox", name=measure.FIELDS["title"])).to_have_value(title)
    dialogs[0].get_by_role("textbox", name=measure.FIELDS["title"]).fill("Titel der Ersten")
    dialogs[0].get_by_role("textbox", name=measure.FIELDS["owner"]).fill("Geschäftsstelle")
    dialogs[0].get_by_role("button", name=measure.SAVE).click()
    expect(dialogs[0]).to_have_count(0)

    mine = dialogs[1].get_by_role("textbox", name=measure.FIELDS["title"])
    mine.fill("Titel der Zweiten")
    dialogs[1].get_by_role("textbox", name=measure.FIELDS["text"]).fill("Mit Tagesordnung")
    dialogs[1].get_by_role("button", name=measure.SAVE).click()
    expect(dialogs[1].get_by_text("gespeichert ist jetzt „Titel der Ersten“")).to_be_visible()
    expect(mine).to_have_value("Titel der Zweiten")
    expect(dialogs[1].get_by_role("textbox", name=measure.FIELDS["owner"])).to_have_value("Geschäftsstelle")
    well_as_it_is(second)
    dialogs[1].get_by_role("button", name=measure.SAVE).click()
    expect(dialogs[1]).to_have_count(0)
    ready(second)
    expect(second.get_by_role("heading", level=1)).to_have_text("Titel der Zweiten")
    second.get_by_text(measure.HISTORY).click()
    expect(second.get_by_role("table", name=measure.HISTORY)).to_contain_text(
        "„Titel der Ersten“ → „Titel der Zweiten“"
    )


def test_the_board_is_walked_by_keyboard_and_fits_a_phone(group: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, group, "steuerungsgruppe", size=PHONE)
    visit(page, group, "massnahmen")
    _plan(page, "Tafel prüfen")
    visit(page, group, "massnahmen?ansicht=tafel")
    expect(page.get_by_role("heading", level=2, name="Blockiert")).to_be_visible()
    well_as_it_is(page)
    page.get_by_role("link", name="Tafel prüfen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/massnahmen?ansicht=tafel&massnahme=*")
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tafel prüfen")
    well_as_it_is(page)
    page.get_by_role("link", name=measures.BACK).click()
    page.wait_for_url("**/massnahmen?ansicht=tafel")


def _in_dialog(page: Page, opens: str, fields: dict[str, str], *, save: str) -> None:
    page.get_by_role("button", name=opens).click()
    dialog = page.get_by_role("dialog")
    for label, value in fields.items():
        dialog.get_by_role("textbox", name=label).fill(value)
    axe(page)
    dialog.get_by_role("button", name=save, exact=True).click()
    expect(dialog).to_have_count(0)
    ready(page)


def test_a_representation_changes_and_a_name_is_erased(group: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, group, "verwaltung")
    visit(page, group, "mitglieder")
    page.get_by_role("button", name=members.NEW_SEAT).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name=members.FIELD_ORGANISATION).click()
    page.keyboard.type("AWO (Ruhr")
    page.get_by_role("option", name="AWO (Ruhr").first.click()
    dialog.get_by_role("button", name=members.SAVE_SEAT, exact=True).click()
    expect(dialog).to_have_count(0)
    ready(page)
    visit(page, group, "mitglieder?sitz=awo-sitz")
    _in_dialog(page, members.BEGIN, {members.FIELD_NAME: "Erika Quastenflosser"}, save=members.SAVE_BEGIN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Der eine Sitz ist besetzt.")
    expect(page.get_by_role("table", name=members.SEATS)).to_contain_text("Erika Quastenflosser")
    well_as_it_is(page)
    _in_dialog(page, members.END, {}, save=members.SAVE_END)
    page.get_by_role("combobox", name=members.ERASE_FIELD).click()
    page.keyboard.type("Erika")
    page.get_by_role("option", name="Erika Quastenflosser").click()
    ready(page)
    page.get_by_role("button", name=members.ERASE_BUTTON).click()
    page.get_by_role("dialog").get_by_role("button", name=members.ERASE_YES).click()
    expect(page.get_by_role("table", name=members.HISTORY)).to_contain_text("Vertretung 1")
    ready(page)
    assert "Quastenflosser" not in page.locator("body").inner_text()
    database = group.folder / "test.db"
    assert b"Quastenflosser" not in database.read_bytes()
