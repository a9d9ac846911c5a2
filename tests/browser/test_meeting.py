"""A whole meeting in the browser, on the projector: from the agenda to the minutes."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from bkcore.wording import minutes as minutes_words
from dashboard.texts import measure
from dashboard.texts import meeting as texts
from tests.browser.conftest import PHONE, PROJECTOR, Server, dashboard, ready, start_server
from tests.browser.looks import well_as_it_is
from tests.browser.people import signed_in, visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a demonstration of this file alone, because its meetings change."""
    running = start_server(
        tmp_path_factory.mktemp("meeting"),
        dashboard,
        environment={"BK_DEMO": "1"},
    )
    yield running
    running.stop()


def _sure(page: Page, name: str) -> None:
    page.get_by_role("dialog").get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    ready(page)


def _prepare(page: Page) -> None:
    page.get_by_role("button", name=texts.NEW).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name=texts.FIELD_TITLE).fill("Herbstsitzung")
    dialog.get_by_role("textbox", name=texts.FIELD_PLACE).fill("Rathaus")
    dialog.get_by_role("textbox", name=texts.FIELD_TOPICS).fill("Fest 2027")
    well_as_it_is(page)
    dialog.get_by_role("button", name=texts.SAVE).click()
    expect(dialog).to_have_count(0)
    page.wait_for_url("**/sitzung?sitzung=*")
    ready(page)
    expect(page.get_by_role("table", name=texts.AGENDA)).to_contain_text("Fest 2027")


def _walk(page: Page) -> None:
    eyebrow = page.locator(".bk-eyebrow")
    expect(eyebrow).to_contain_text("TOP 1 von 6")
    well_as_it_is(page)
    for place in range(2, 7):
        page.keyboard.press("ArrowRight")
        expect(eyebrow).to_contain_text(f"TOP {place} von 6")
        ready(page)
        well_as_it_is(page)


def _note(page: Page) -> None:
    field = page.get_by_role("textbox", name=texts.NOTES_FIELD)
    field.fill("Am ersten Wochenende im Juni.")
    field.press("ArrowLeft")
    field.press("ArrowRight")
    expect(page.locator(".bk-eyebrow")).to_contain_text("TOP 6 von 6")  # arrows in a text move in the text
    page.get_by_role("button", name=texts.NOTES_SAVE).click()
    expect(page.get_by_text(texts.NOTES_SAVED)).to_be_visible()
    ready(page)


def _decide(page: Page) -> None:
    page.get_by_role("button", name=texts.DECIDE).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name=texts.FIELD_TEXT).fill("Das Fest findet statt.")
    dialog.get_by_text(texts.FIELD_COUNTED).click()
    dialog.get_by_label(texts.FIELD_FOR).fill("9")
    dialog.get_by_text(texts.FIELD_CREATES).click()
    dialog.get_by_role("textbox", name=measure.FIELDS["title"]).fill("Platz reservieren")
    dialog.get_by_role("textbox", name=measure.FIELDS["owner"]).fill("Kulturreferat")
    well_as_it_is(page)
    dialog.get_by_role("button", name=texts.SAVE).click()
    expect(dialog).to_have_count(0)
    title = "Beschluss 1: angenommen (9 dafür, 0 dagegen, 0 enthalten)"
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    ready(page)
    well_as_it_is(page)


def _attend(page: Page) -> None:
    page.get_by_role("button", name=texts.ATTENDING).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name=texts.FIELD_GUESTS).fill("Presse")
    dialog.get_by_role("button", name=texts.SAVE).click()
    expect(dialog).to_have_count(0)
    ready(page)


def _guest(page: Page, open_page: Callable[..., Page]) -> Page:
    """Let a guest follow on a phone, and see the guest's page move by itself."""
    page.get_by_role("button", name=texts.FOLLOW, exact=True).click()
    dialog = page.get_by_role("dialog")
    address = re.search(r"http://\S+", dialog.locator("code").inner_text())[0]
    well_as_it_is(page)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    phone = open_page(address, size=PHONE, wait=False)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Fest 2027")
    well_as_it_is(phone)
    page.goto(page.url.replace("punkt=6", "punkt=3"))
    ready(page)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".bk-eyebrow")).to_contain_text("TOP 2 von 6")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Das Netzwerk")
    well_as_it_is(phone)
    return phone


def test_a_whole_meeting_from_the_agenda_to_the_minutes(
    group: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = signed_in(open_page, group, "steuerungsgruppe", size=PROJECTOR)
    visit(page, group, "sitzung")
    well_as_it_is(page)
    _prepare(page)
    well_as_it_is(page)
    page.get_by_role("button", name=texts.START).click()
    _sure(page, texts.START_YES)
    _walk(page)
    _note(page)
    _decide(page)
    _attend(page)
    phone = _guest(page, open_page)
    page.get_by_role("button", name=texts.END).click()
    _sure(page, texts.END_YES)
    expect(page.get_by_role("heading", level=1)).to_have_text("Herbstsitzung")
    well_as_it_is(page)
    expect(phone.get_by_text("Die Sitzung ist beendet.")).to_be_visible()
    assert phone.reload().status == 404
    with page.expect_download() as caught:
        page.get_by_role("button", name=texts.WORD).click()
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    told = "\n".join(paragraph.text for paragraph in Document(BytesIO(file.read_bytes())).paragraphs)
    for part in ("Am ersten Wochenende im Juni.", "Das Fest findet statt.", "Weitere Teilnehmende: Presse"):
        assert part in told
    assert re.fullmatch(r"protokoll-\d{4}-\d\d-\d\d\.docx", file.name)
    assert minutes_words.DRAFT not in told
