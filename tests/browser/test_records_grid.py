"""Records edited in a grid, with the keyboard; what is saved is found again."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.texts import records as texts
from tests.browser.conftest import Server, dashboard, ready, start_server
from tests.browser.looks import well_as_it_is
from tests.browser.people import signed_in, visit

pytestmark = pytest.mark.browser
_ROW = 35
"""Height of a line of the grid in pixels."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a dashboard of this file alone, because its records are changed."""
    running = start_server(tmp_path_factory.mktemp("grid"), dashboard)
    yield running
    running.stop()


def test_a_name_is_changed_in_the_grid(town: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, town, "verwaltung")
    visit(page, town, "bestand?ansicht=tabelle&suche=awo")
    grid = page.locator("canvas").first
    expect(grid).to_be_visible()
    well_as_it_is(page)
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + _ROW + _ROW // 2)  # a canvas: its cells are no elements
    _chosen(grid, 0, column=0)
    page.keyboard.press("ArrowRight")  # past the lasting short name, which nobody changes
    _chosen(grid, 0, column=1)
    page.keyboard.press("Enter")
    cell = page.locator("#portal textarea")  # where the grid lets one type
    expect(cell).to_be_editable()
    cell.fill("AWO im Quartier")
    cell.press("Enter")
    expect(page.get_by_text(texts.grid_pending(1))).to_be_visible()
    ready(page)
    page.get_by_role("button", name=texts.GRID_SAVE).click()
    expect(page.get_by_text(texts.grid_saved(1))).to_be_visible()
    visit(page, town, "bestand?suche=im%20Quartier")
    expect(page.get_by_role("combobox", name=texts.RECORD)).to_have_value("AWO im Quartier")


def _chosen(grid: Locator, line: int, *, column: int) -> None:
    """Wait until the grid has moved to a cell, as its table for screen readers tells; a key is drawn a moment later."""
    cell = grid.get_by_test_id(f"glide-cell-{column}-{line}")
    expect(cell).to_have_attribute("aria-selected", "true")
