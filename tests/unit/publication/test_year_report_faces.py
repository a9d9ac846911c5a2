"""One yearly report, six faces: the same figures in each, no text that becomes code in any, accessible, in order."""

import csv
import json
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from io import BytesIO, StringIO

import page as page_validation
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bkcore import settings as core_settings
from bkcore.publication.blocks import Grid, Heading, Listed, Picture, Words
from bkcore.publication.typesetting import printable
from bkcore.publication.yearly.blocks import blocks
from bkcore.publication.yearly.document import YearReport
from bkcore.publication.yearly.docx import render_docx
from bkcore.publication.yearly.faces import FACES, file_name, made
from bkcore.publication.yearly.html import render_html
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.oparl import ADDITION, SCHEMA
from bkcore.publication.yearly.opendata import render_csv
from bkcore.publication.yearly.pdf import render_pdf
from bkcore.publication.yearly.portal import Portal
from bkcore.vocabulary import PaperKind
from tests.unit.publication import samples
from tests.unit.publication.office import as_pdf
from tests.unit.publication.samples import TODAY
from tests.unit.publication.year_reports import evil, report, written

PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)
REPORTS = {
    "full": report(),
    "draft": report(number=0, draft=written(PaperKind.NOTICE, stations=(), reference="")),
    "empty": report(ReportInputs(year=2016, today=TODAY)),
    "corrected": report(correction="Eine Zahl war falsch.", version=2, before=report(draft=written(reference="12/1"))),
}
_NOT_OURS = {"PDFA2A-STREAM-LENGTH-001"}
"""The checker takes a packed stream that happens to end with a carriage return for one byte too long."""
every_report = pytest.mark.parametrize("name", REPORTS)


class _Page(HTMLParser):
    """Collects words and elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._skip = 0

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._skip += tag in {"style", "svg", "title"}

    def handle_endtag(self, tag):
        self._skip -= tag in {"style", "svg", "title"}

    def handle_data(self, data):
        if not self._skip:
            self.words.append(data)


def page_of(found: YearReport) -> _Page:
    reader = _Page()
    reader.feed(render_html(found))
    return reader


def squeezed(text: str) -> str:
    """Return letters and figures alone, so that line ends and hyphenation do not matter."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def pdf_text(found: YearReport) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not here")
    done = subprocess.run([program, "-raw", "-", "-"], input=render_pdf(found), capture_output=True, check=True)
    return done.stdout.decode()


def docx_text(found: YearReport) -> str:
    body = Document(BytesIO(render_docx(found))).element.body
    return "\n".join(node.text or "" for node in body.iter(qn("w:t")))


def figures(found: YearReport) -> set[str]:
    """Return every figure of the report as it is written."""
    texts = {cell.text for figure in found.key_figures for cell in (figure, *figure.details)}
    texts |= {text for row in found.factors.rows for text in (row.mean_text, row.spread_text, row.opt_out_text)}
    texts |= {row.mean_text for row in found.previous.rows} if found.previous else set()
    texts |= {row.text for row in found.attendance.rows} if found.attendance else set()
    texts |= {cell for section in found.sections for table in section.tables for row in table.rows for cell in row[1:]}
    return {squeezed(text) for text in texts} - {"–", "·", ""}


@every_report
def test_a_figure_is_the_same_in_every_face(name: str) -> None:
    found = REPORTS[name]
    readings = {
        "html": " ".join(page_of(found).words),
        "docx": docx_text(found),
        "csv": render_csv(found).decode("utf-8-sig"),
        "json": FACES["json"].make(found).decode(),
        "pdf": pdf_text(found),
    }
    for face, words in readings.items():
        assert {figure for figure in figures(found) if figure not in squeezed(words)} == set(), face


@every_report
def test_the_pdf_is_accessible_lasting_german_and_always_the_same(name: str) -> None:
    pdf = render_pdf(REPORTS[name])
    assert page_validation.validate_pdf_bytes(pdf, profile=PROFILES[0]).is_compliant
    lasting = page_validation.validate_pdf_bytes(pdf, profile=PROFILES[1])
    assert {failure.rule_id for failure in lasting.failures} <= _NOT_OURS
    assert b"/Lang(de-DE)" in pdf
    assert b"/Outlines" in pdf
    assert render_pdf(REPORTS[name]) == pdf


def in_order(found: YearReport) -> list[str]:
    """Return all words behind the cover in reading order; figures of drawings are no words of the text."""
    texts: list[str] = []
    for block in blocks(found):
        match block:
            case Heading(_, text) | Words(text, _):
                texts.append(text)
            case Listed(entries):
                texts += [text for entry in entries for text in (entry.title, entry.note)]
            case Picture(caption, _):
                texts.append(caption)
            case Grid(caption, table):
                texts.append(caption)
                texts += [cell for row in (table.columns, *table.rows) for cell in row if len(table.columns) <= 2]
    return [squeezed(text) for text in texts if squeezed(text)]


@every_report
def test_the_text_of_the_pdf_is_in_reading_order(name: str) -> None:
    found, place = squeezed(pdf_text(REPORTS[name])), 0
    which = r"(?:BerichtNr\.\d+(?:,\d+\.Fassung)?|Entwurf,nichtveröffentlicht)"
    footer = re.compile(rf"Sachstandsbericht\d{{4}}·Stand[^·]+·{which}Seite\d+von\d+")
    found = footer.sub("", found)
    for text in in_order(REPORTS[name]):
        at = found.find(text, place)
        assert at >= 0, text
        place = at + len(text)


@every_report
def test_every_face_has_the_same_words_in_the_same_order(name: str) -> None:
    expected = in_order(REPORTS[name])
    for words in (squeezed(" ".join(page_of(REPORTS[name]).words)), squeezed(docx_text(REPORTS[name]))):
        place = 0
        for text in expected:
            at = words.find(text, place)
            assert at >= 0, text
            place = at + len(text)


def test_the_cover_has_the_form_of_the_councils_papers() -> None:
    words = pdf_text(report()).split("Sachdarstellung:")[0]
    first = words.split("\f")[0]
    for part in ("Stadt Bergkamen", "Beschlussvorlage", "öffentlich", "Drucksache: 12/1234", "Aktenzeichen: 50.1",
                 "Betreff", "Beratungsfolge", "1. Dezember 2026", "noch offen", "Entscheidung (beschließt)",
                 "Bestandteile dieser Vorlage", "Beschlussvorschlag", "Seite 1 von"):  # fmt: skip
        assert part in first
    assert "Beschlussvorschlag" not in pdf_text(report(draft=written(PaperKind.NOTICE))).split("\f")[0]


def test_the_word_file_is_one_the_office_can_work_on() -> None:
    file = render_docx(report())
    paper = Document(BytesIO(file))
    styles = [paragraph.style.name for paragraph in paper.paragraphs]
    assert styles.count("Heading 1") == 4
    assert styles.count("Heading 2") == len(report().sections) + 1
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in paper.tables)
    pictures = [shape._inline.docPr.get("descr") for shape in paper.inline_shapes]
    assert pictures == [section.figure.alt for section in report().sections if section.figure]
    fields = [field.get(qn("w:instr")) for field in paper.element.body.iter(qn("w:fldSimple"))]
    assert fields.count("SEQ Abbildung \\* ARABIC") == 2
    assert fields.count("SEQ Tabelle \\* ARABIC") == sum(isinstance(block, Grid) for block in blocks(report()))
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert 'w:val="de-DE"' in archive.read("word/styles.xml").decode()
        assert "NUMPAGES" in "".join(archive.read(name).decode() for name in archive.namelist() if "footer" in name)


def test_the_word_file_opens_in_libreoffice(tmp_path) -> None:
    assert as_pdf(render_docx(report()), tmp_path).startswith(b"%PDF")


def test_the_council_system_gets_the_paper_in_its_own_words() -> None:
    found = json.loads(FACES["json"].make(report()))
    paper = found["paper"]
    assert (paper["type"], paper["reference"], paper["paperType"]) == (f"{SCHEMA}/Paper", "12/1234", "Beschlussvorlage")
    first, second = paper["consultation"]
    assert (first["role"], first["authoritative"]) == ("Vorberatung", False)
    assert (second["role"], second["authoritative"]) == ("Entscheidung", True)
    assert "meeting" not in second
    names = {one["id"] for key in ("organization", "meeting", "agendaItem") for one in found[key]}
    assert {first["meeting"], first["agendaItem"], *first["organization"], *second["organization"]} <= names
    assert YearReport.model_validate(paper[ADDITION]) == report()


def test_the_description_of_the_data_names_what_a_portal_needs() -> None:
    found = json.loads(FACES["dcat"].make(report()))
    assert found["@type"] == "dcat:Dataset"
    assert found["dct:temporal"]["dcat:startDate"]["@value"] == "2024-01-01"
    assert found["dcatde:politicalGeocodingURI"]["@id"].endswith("/05978004")
    assert found["dcat:distribution"]["dcat:accessURL"]["@id"] == FACES["csv"].file


def test_licence_and_contributor_are_named_as_the_town_decided_and_not_before() -> None:
    silent = FACES["dcat"].make(report()).decode()
    assert "license" not in silent
    assert "contributorID" not in silent
    licence, contributor = "http://dcat-ap.de/def/licenses/dl-by-de/2.0", "http://dcat-ap.de/def/contributors/bergkamen"
    decided = Portal.of(core_settings.load(open_data_licence=licence, open_data_contributor=contributor))
    found = json.loads(made(report(), "dcat", portal=decided))
    assert found["dcat:distribution"]["dct:license"] == {"@id": licence}
    assert found["dcatde:contributorID"] == {"@id": contributor}
    assert made(report(), "csv", portal=decided) == FACES["csv"].make(report())


def test_the_csv_holds_the_values_of_the_paper() -> None:
    rows = list(csv.DictReader(StringIO(render_csv(report()).decode("utf-8-sig")), delimiter=";"))
    values = {(row["section"], row["key"], row["period"]): row["value"] for row in rows}
    for figure in report().key_figures:
        assert values["key_figures", figure.key, ""] == str(figure.value).replace(".", ",")
    for found in (report().factors, report().previous):
        for row in found.rows:
            expected = "·" if row.withheld else str(row.mean).replace(".", ",")
            assert values["factors", f"{row.key}.mean", found.round_title] == expected


@pytest.mark.parametrize("text", samples.EVIL, ids=range(len(samples.EVIL)))
def test_no_text_a_person_types_becomes_code(text: str) -> None:
    found = evil(text)
    reader = page_of(found)
    assert not {tag for tag, _ in reader.elements} & {"script", "iframe", "img", "object", "form", "input"}
    assert not any(name.startswith("on") or name == "style" for _, attributes in reader.elements for name in attributes)
    links = [attributes["href"] for tag, attributes in reader.elements if tag == "a"]
    assert all(str(link).startswith(("#", "https://", "http://")) for link in links)
    assert page_validation.validate_pdf_bytes(render_pdf(found), profile=PROFILES[0]).is_compliant
    assert Document(BytesIO(render_docx(found))).paragraphs
    json.loads(FACES["json"].make(found))
    json.loads(FACES["dcat"].make(found))
    rows = list(csv.reader(StringIO(render_csv(found).decode("utf-8-sig")), delimiter=";"))
    assert {len(row) for row in rows} == {7}
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows[1:] for cell in row)


@given(st.text(max_size=60))
@settings(max_examples=25)
def test_any_text_is_words_in_page_and_word(text: str) -> None:
    found = evil(f"<em>#panic({text})</em>")
    assert "<em>" not in render_html(found)
    assert "&lt;em&gt;" in render_html(found)
    assert "<em>#panic(" in docx_text(found)


def test_words_the_typeface_lacks_become_question_marks_and_nothing_stops() -> None:
    assert "???" in pdf_text(evil("中文字 bleibt stehen"))
    assert printable("中") == "?"


def test_a_file_says_what_it_is() -> None:
    assert file_name(report(), "pdf") == "sachstandsbericht-2024-nr-3.pdf"
    assert file_name(REPORTS["draft"], "csv") == "sachstandsbericht-2024-entwurf-daten.csv"


def test_a_draft_is_marked_on_every_page_and_in_every_face() -> None:
    found = REPORTS["draft"]
    pages = pdf_text(found).split("\f")[:-1]
    assert all("Entwurf, nicht veröffentlicht" in page for page in pages)
    assert "Entwurf, nicht veröffentlicht" in " ".join(page_of(found).words)
    assert "Entwurf, nicht veröffentlicht" in docx_text(found)
    assert "Entwurf, nicht veröffentlicht" in render_csv(found).decode("utf-8-sig")
