"""The poster by its file: for everybody, on one page, with the code that leads to the form."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import page as page_validation
import pytest
import segno

from bkcore.publication.poster import POSTER_FONTS, Paper, _qr, render_poster
from bkcore.publication.typesetting import FONTS
from bkcore.voice_wording import languages
from tests.unit.publication import samples

ADDRESS = "https://beteiligung.example/stimme/iHxz9VFzABh4QKyqsaA5uVG2QvVTm0nD"
LONG = "Kommunale Koordinierung der Bildungsangebote für Neuzugewanderte und alle, die lange hier sind (Bergkamen)"
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)
SIZES = {"a4": (210, 297), "a6": (105, 148)}
"""Millimetres."""
every_paper = pytest.mark.parametrize("paper", SIZES)


def poster(paper: Paper, project: str = "Jugendkonferenz", *, demo: bool = False) -> bytes:
    return render_poster(project=project, address=ADDRESS, closes_on=date(2026, 12, 20), paper=paper, demo=demo)


def words_of(pdf: bytes, folder: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "poster.pdf"
    path.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    return " ".join(read.stdout.split())


@every_paper
@pytest.mark.parametrize("project", ["Jugendkonferenz", LONG])
def test_the_poster_is_an_accessible_and_lasting_pdf_in_german(paper: Paper, project: str) -> None:
    pdf = poster(paper, project)
    for profile in PROFILES:
        assert page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant
    assert b"/Lang(de-DE)" in pdf
    assert poster(paper, project) == pdf


@every_paper
@pytest.mark.parametrize("project", ["Fest", LONG])
def test_it_is_one_page_of_its_size(paper: Paper, project: str) -> None:
    pdf = poster(paper, project)
    (box,) = re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert [float(side) * 25.4 / 72 for side in box] == pytest.approx(SIZES[paper], abs=0.1)


@every_paper
def test_it_says_what_for_until_when_where_and_in_every_language(paper: Paper, tmp_path: Path) -> None:
    words = words_of(poster(paper), tmp_path)
    for part in ("Wie ist es für Sie?", "Jugendkonferenz", "Letzter Tag: 20. Dezember 2026", "ohne Anmeldung"):
        assert part in words
    assert ADDRESS.removeprefix("https://") in words.replace(" ", "")
    for code in ("leicht", "en", "tr", "uk"):
        assert languages()[code].invitation in words


@every_paper
def test_the_code_is_drawn_as_lines_and_described_in_words(paper: Paper) -> None:
    pdf = poster(paper)
    assert b"/Subtype/Image" not in pdf.replace(b" ", b"")
    assert b"/Figure" in pdf


def test_the_code_holds_the_address_and_survives_a_torn_corner() -> None:
    drawn = _qr(ADDRESS)
    assert drawn.count("<path") >= 1
    assert segno.make(ADDRESS, error="q", micro=False).error in {"Q", "H"}


def test_the_invented_data_of_a_demonstration_is_marked(tmp_path: Path) -> None:
    assert "Beispiel" in words_of(poster("a4", demo=True), tmp_path)
    assert "Beispiel" not in words_of(poster("a4"), tmp_path)


@pytest.mark.parametrize(
    "text", [*samples.EVIL, "中 🎉 Fest", "День миру", "مهرجان"], ids=lambda text: ascii(text)[:12]
)
def test_any_title_gives_a_poster(text: str) -> None:
    pdf = poster("a6", text)
    assert page_validation.validate_pdf_bytes(pdf, profile=PROFILES[0]).is_compliant


def test_the_licence_lies_beside_the_typefaces() -> None:
    assert {path.suffix for path in POSTER_FONTS.iterdir()} == {".ttf", ".txt"}
    for folder in (FONTS, POSTER_FONTS):
        assert "SIL Open Font License".upper() in (folder / "OFL.txt").read_text(encoding="utf-8").upper()
