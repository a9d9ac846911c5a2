"""How many rows an import takes in a second: a workbook of 20,000 rows, read, checked and written."""

import time
from pathlib import Path

import pytest

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.intake.apply import apply
from bkcore.intake.read import read_files
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.workbook_out import workbook_bytes
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from tests.bench.conftest import figure

pytestmark = pytest.mark.bench
PROJECTS, PEOPLE = 25, 25


def test_a_workbook_of_twenty_thousand_rows(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'import.db'}")
    migrate(engine)
    book = {"mappe.xlsx": _workbook()}
    began = time.perf_counter()
    tables = read_files(book)
    read = time.perf_counter()
    rows = apply(engine, tables, by=SYSTEM).total.new
    done = time.perf_counter()
    engine.dispose()
    figure("import_rows", rows, "rows")
    figure("import_read_s", read - began, "s")
    figure("import_apply_s", done - read, "s")
    figure("import_rows_per_s", rows / (done - began), "rows/s")


def _workbook() -> bytes:
    items = [indicator.id for factor in catalogue.load().factors for indicator in factor.indicators]
    version = catalogue.load().version
    turn = {"kennung": "r", "titel": "R", "beginn": "2025-01-01", "ende": "2025-02-01", "katalogversion": version}
    answers = [
        {"runde": "r", "projekt": f"p-{n}", "sicht": "team", "person": f"r-{k}", "indikator": item, "stufe": "3"}
        for n in range(PROJECTS)
        for k in range(PEOPLE)
        for item in items
    ]
    sheets = {
        "projekte": [{"kennung": f"p-{n}", "titel": f"Projekt {n}"} for n in range(PROJECTS)],
        "runden": [turn],
        "bewertungen": answers,
    }
    return workbook_bytes(
        {
            name: [{column.name: row.get(column.name, "") for column in layout.columns} for row in sheets.get(name, [])]
            for name, layout in LAYOUTS.items()
        }
    )
