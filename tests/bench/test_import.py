"""How many rows an import takes in a second: a workbook of 20,000 rows, read, checked and written.

The workbook is measured twice: as Excel saves what was filled in, every text once in a list of its own, and as the
library writes our export, every text in its cell, which it is slower to read back. Beside it stands what the library
alone takes for reading.
"""

import io
import re
import time
import zipfile
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
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
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_NAMED = {
    "[Content_Types].xml": ("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}"/>'),
    "xl/_rels/workbook.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="rId999" Type="{_TYPE}" Target="/xl/sharedStrings.xml"/>',
    ),
}
"""Where a workbook names its list of texts: before which end, with which words."""
_INLINE = re.compile(r'<c(?P<rest>[^>]*?) t="inlineStr"><is><t[^>]*>(?P<text>[^<]*)</t></is></c>')


@pytest.mark.parametrize("kind", ["excel", "export"])
def test_a_workbook_of_twenty_thousand_rows(kind: str, tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'import.db'}")
    migrate(engine)
    content = _as_excel_saves_it(_workbook()) if kind == "excel" else _workbook()
    told: list[float] = []
    began = time.perf_counter()
    tables = read_files({"mappe.xlsx": content})
    read = time.perf_counter()
    rows = apply(engine, tables, by=SYSTEM, tell=told.append).total.new
    done = time.perf_counter()
    engine.dispose()
    end = "" if kind == "excel" else "_of_export"
    figure(f"import_rows{end}", rows, "rows")
    figure(f"import_read{end}_s", read - began, "s")
    figure(f"import_apply{end}_s", done - read, "s")
    figure(f"import_rows_per_s{end}", rows / (done - began), "rows/s")
    figure(f"import_progress_told{end}", len(told), "times")
    began = time.perf_counter()
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    cells = sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)
    alone = time.perf_counter() - began
    figure(f"openpyxl_read{end}_s", alone, f"s for {cells} cells")


def _as_excel_saves_it(content: bytes) -> bytes:
    """Return the same workbook with every text in the shared list, as Excel and LibreOffice write it."""
    texts: dict[str, int] = {}

    def shared(cell: re.Match[str]) -> str:
        place = texts.setdefault(unescape(cell["text"]), len(texts))
        return f'<c{cell["rest"]} t="s"><v>{place}</v></c>'

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = _INLINE.sub(shared, part.decode()).encode()
            end, addition = _NAMED.get(name, ("", ""))
            after.writestr(name, part.replace(end.encode(), (addition + end).encode()) if end else part)
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        after.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}">{items}</sst>')
    return packed.getvalue()


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
