"""Files as people save them, and files as nobody should send them."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from bkcore.faults import FileUnreadable
from bkcore.intake.cells import cell_text
from bkcore.intake.folding import fold
from bkcore.intake.limits import MAX_UNPACKED_BYTES
from bkcore.intake.read import read, read_files
from bkcore.wording import intake as wording

HEADER = "kennung;titel;themen"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ROW = 'p-eins;"Fest; Musik und ""Tanz""";"Teilhabe;Vielfalt"'


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def only_table(name, content):
    (table,) = read_files({name: content})
    return table


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_semicolons_inside_quotes_separate_nothing(mark, line_end):
    table = only_table("projekte.csv", f"{mark}{HEADER}{line_end}{ROW}{line_end}".encode())
    assert table.header == ("kennung", "titel", "themen")
    assert table.rows[0].cells == ("p-eins", 'Fest; Musik und "Tanz"', "Teilhabe;Vielfalt")


def test_commas_are_recognised_even_when_cells_hold_more_semicolons():
    content = 'kennung,titel,"themen"\np-eins,Fest,"a;b;c;d;e;f"\n'
    table = only_table("projekte.csv", content.encode())
    assert table.header == ("kennung", "titel", "themen")
    assert table.rows[0].cells == ("p-eins", "Fest", "a;b;c;d;e;f")


def test_a_row_has_the_number_a_spreadsheet_shows():
    content = f'{HEADER}\n\np-eins;"zwei\nZeilen";\n;;\np-zwei;Titel;\n'
    table = only_table("projekte.csv", content.encode())
    assert [row.number for row in table.rows] == [3, 5]


def test_names_of_files_may_have_umlauts_and_capitals():
    assert only_table("Aktivitäten.CSV", b"kennung\n").name == "aktivitaeten"


def test_a_folder_is_read_without_the_files_that_are_no_csv(tmp_path):
    (tmp_path / "projekte.csv").write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# nichts", encoding="utf-8")
    (tmp_path / "fremd.csv").write_bytes(b"\xff\xfe\x00")
    assert [table.name for table in read(tmp_path)] == ["fremd", "projekte"]


def test_cells_of_a_workbook_become_exchange_text():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "aktivitaeten"
    sheet.append(["kennung", "datum", "datum_ende", "teilnehmende", "plenum", "titel"])
    sheet.append(["a-eins", date(2024, 3, 15), datetime.fromisoformat("2024-03-16T18:30"), 30.0, True, "=1+1"])
    sheet.append([])
    sheet.append(["a-zwei", datetime.fromisoformat("2024-03-01"), None, 7, False, "x"])
    sheet["B4"].number_format = "mmm yy"
    book.create_sheet("Anleitung").append(["So geht es"])
    table = only_table("mappe.xlsx", saved(book))
    assert table.file == "mappe.xlsx, Blatt aktivitaeten"
    assert [row.number for row in table.rows] == [2, 4]
    assert table.rows[0].cells == ("a-eins", "2024-03-15", "2024-03-16", "30", "ja")  # never calculated: no value
    assert table.rows[1].cells == ("a-zwei", "2024-03", "", "7", "nein", "x")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy-mm-dd", "2024-03-01"),
        ("dd.mm.yyyy", "2024-03-01"),
        ('[$-407]d. mmmm yyyy "im Jahr"', "2024-03-01"),
        ("mm/yyyy", "2024-03"),
        ('mmm" dort"yy', "2024-03"),
        ("yyyy", "2024"),
        (None, "2024-03-01"),
    ],
)
def test_the_format_of_a_date_tells_its_precision(code, text):
    assert cell_text(datetime.fromisoformat("2024-03-01"), number_format=code) == text


def test_numbers_stay_as_they_are_shown():
    assert [cell_text(value) for value in (3, 3.5, 1e20, "3,5")] == ["3", "3.5", "100000000000000000000", "3,5"]


def test_words_are_compared_without_case_umlauts_and_gaps():
    assert {fold(text) for text in ("Weiß nicht", "weiss_nicht", " WEISS-NICHT ")} == {"weiss_nicht"}


def test_a_path_that_leads_nowhere_is_named(tmp_path):
    with pytest.raises(FileUnreadable) as caught:
        read(tmp_path / "fehlt.xlsx")
    assert caught.value.facts == {"path": str(tmp_path / "fehlt.xlsx"), "reason": wording.MISSING}


def test_a_folder_without_csv_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="Erwartet wird"):
        read(tmp_path)


def zip_bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.xml", "w") as part:
        for _ in range(MAX_UNPACKED_BYTES // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    return content.getvalue()


def entity_bomb():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    sheet = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{SHEET}<sheetData><row r="1"><c t="str"><v>&a11;</v></c></row>'
    return with_part(workbook(projekte=[["kennung"]]), "xl/worksheets/sheet1.xml", f"{sheet}</sheetData></worksheet>")


def with_part(content, name, text):
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    return changed.getvalue()


def row_at_the_end_of_the_world():
    row = f'{SHEET}<sheetData><row r="900000000"><c t="str"><v>x</v></c></row></sheetData></worksheet>'
    return with_part(workbook(projekte=[["kennung"]]), "xl/worksheets/sheet1.xml", row)


def plain_zip():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("x.txt", "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("projekte.csv", "kennung;titel\np-1;Müller\n".encode("cp1252"), wording.NOT_UTF_8),
        ("projekte.csv", "kennung;titel\n".encode("utf-16"), wording.NOT_UTF_8),
        ("projekte.csv", b"kennung;titel\np-1;\0\n", wording.NOT_UTF_8),
        ("projekte.csv", b'kennung;titel\np-1;x\np-2;"offen\n', wording.quotes_broken(3)),
        ("mappe.xlsx", b"kein Archiv", wording.NO_WORKBOOK),
        ("mappe.xlsx", b"", wording.NO_WORKBOOK),
        ("mappe.xlsx", plain_zip(), wording.NO_WORKBOOK),
        ("mappe.xlsx", workbook(projekte=[["kennung"]])[:-300], wording.NO_WORKBOOK),
        ("mappe.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), wording.OLD_OR_ENCRYPTED),
        ("mappe.xlsx", zip_bomb, wording.TOO_BIG),
        ("mappe.xlsx", entity_bomb, wording.NO_WORKBOOK),
        ("mappe.xlsx", row_at_the_end_of_the_world, wording.TOO_MANY_ROWS),
        ("bild.png", b"x", wording.WRONG_KIND),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, content, reason):
    with pytest.raises(FileUnreadable) as caught:
        read_files({name: content() if callable(content) else content})
    assert caught.value.facts == {"path": name, "reason": reason}
