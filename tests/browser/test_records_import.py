"""A workbook with three kinds of faults is refused with sheet, row and column; put right it is read in, once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.workbook_out import workbook_bytes
from dashboard.texts import record_files as texts
from dashboard.texts import records
from tests.browser.conftest import Server, dashboard, start_server
from tests.browser.looks import well
from tests.browser.people import signed_in, visit

pytestmark = pytest.mark.browser
GOOD = {
    "organisationen": {"kennung": "chor", "name": "Chor der Vielfalt", "art": "verein", "sektor": "civil"},
    "beteiligungen": {"organisation": "chor", "aktivitaet": "a-2025-03-iwgr", "rolle": "mitwirkend"},
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a dashboard of this file alone, because its records are changed."""
    running = start_server(tmp_path_factory.mktemp("import"), dashboard)
    yield running
    running.stop()


def book(folder: Path, name: str, **rows: Mapping[str, str]) -> Path:
    """Write a workbook with one row in some sheets."""
    path = folder / name
    cells = {
        sheet: [{column.name: row.get(column.name, "") for column in LAYOUTS[sheet].columns}]
        for sheet, row in rows.items()
    }
    path.write_bytes(workbook_bytes(cells))
    return path


def upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)


def cells(table: Locator) -> list[str]:
    return table.locator("tbody th, tbody td").all_inner_texts()


def test_faults_are_named_and_the_repaired_file_is_read_in(
    town: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = signed_in(open_page, town, "verwaltung")
    visit(page, town, "bestand")
    wrong = {
        "organisationen": GOOD["organisationen"] | {"name": "", "art": "gesangsverein"},  # missing; no such word
        "beteiligungen": GOOD["beteiligungen"] | {"aktivitaet": "gibtesnicht"},  # leads nowhere
    }
    upload(page, book(tmp_path, "falsch.xlsx", **wrong))
    table = page.get_by_role("table", name=texts.faults_title(3))
    expect(table).to_be_visible()
    told = " ".join(cells(table))
    for place in ("organisationen, Zeile 2, Spalte name", "Spalte art", "beteiligungen, Zeile 2, Spalte aktivitaet"):
        assert place in told
    assert "gesangsverein" in told
    assert "gibtesnicht" in told
    expect(page.get_by_role("button", name=texts.APPLY)).to_have_count(0)
    well(page, "einlesen-fehler")

    visit(page, town, "bestand")
    right = book(tmp_path, "richtig.xlsx", **GOOD)
    upload(page, right)
    preview = page.get_by_role("table", name=texts.PREVIEW)
    expect(preview).to_be_visible()
    well(page, "einlesen-vorschau")
    page.get_by_role("button", name=texts.APPLY).click()
    expect(page.get_by_text("Eingelesen: 2 neu, 0 geändert.")).to_be_visible()
    expect(preview).to_have_count(0)
    upload(page, right)
    expect(page.get_by_text(texts.UNCHANGED)).to_be_visible()
    visit(page, town, "bestand?suche=Chor%20der")
    expect(page.get_by_role("combobox", name=records.RECORD)).to_have_value("Chor der Vielfalt")


def test_what_is_given_out_says_the_same_when_it_comes_back(
    town: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = signed_in(open_page, town, "verwaltung")
    visit(page, town, "bestand")
    with page.expect_download() as given:
        page.get_by_role("button", name=texts.EXPORT).click()
    file = tmp_path / texts.EXPORT_FILE
    given.value.save_as(file)
    upload(page, file)
    expect(page.get_by_text(texts.UNCHANGED)).to_be_visible()
