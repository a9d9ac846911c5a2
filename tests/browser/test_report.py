"""The assistant for the yearly report in a browser: every step well-formed, a body typed, released, downloaded."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.menu import PAGES
from tests.browser.conftest import Server, ready
from tests.browser.looks import well
from tests.browser.people import signed_in, visit

pytestmark = [pytest.mark.browser]
STEPS = ("1 Jahr", "2 Beratungsfolge", "3 Texte", "4 Prüfung", "5 Veröffentlichung")


def go(page: Page, step: str) -> None:
    page.get_by_role("radiogroup").first.get_by_text(step).click()
    ready(page)


def test_a_report_is_written_from_the_first_step_to_the_file(demo: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, demo, "verwaltung")
    visit(page, demo, f"{PAGES['report'][1]}?jahr=2024")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sachstandsbericht 2024")
    well(page, "bericht-1")
    page.get_by_text("Beschlussvorlage", exact=True).click()
    expect(page.get_by_label("Beschlussvorschlag")).to_be_visible()
    expect(page.get_by_text("✓ gespeichert")).to_be_visible()

    go(page, STEPS[1])
    body = page.get_by_role("combobox", name="Gremium", exact=True)
    body.fill("Ausschuss für Chancengerechtigkeit")
    body.press("Enter")
    page.get_by_role("button", name="Hinzufügen").click()
    expect(page.get_by_role("heading", name="1. Ausschuss für Chancengerechtigkeit")).to_be_visible()
    well(page, "bericht-2")

    go(page, STEPS[2])
    page.get_by_label("Text", exact=True).fill("Der Rat hat diesen Bericht verlangt.")
    page.get_by_label("Text", exact=True).blur()
    expect(page.get_by_text("1 von 12 Abschnitten bestätigt")).to_be_visible()
    well(page, "bericht-3")
    page.reload()
    ready(page)
    expect(page.get_by_text("1 von 12 Abschnitten bestätigt")).to_be_visible()

    go(page, STEPS[3])
    expect(page.get_by_text("PDF/UA-1")).to_be_visible()
    well(page, "bericht-4")

    go(page, STEPS[4])
    page.get_by_role("button", name="Bericht veröffentlichen …").click()
    page.get_by_role("dialog").get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_role("button", name="PDF (barrierefrei)")).to_be_visible(timeout=20_000)
    well(page, "bericht-5")
    with page.expect_download() as loading:
        page.get_by_role("button", name="PDF (barrierefrei)").click()
    assert loading.value.suggested_filename == "sachstandsbericht-2024-nr-1.pdf"
    assert loading.value.path().read_bytes().startswith(b"%PDF")
