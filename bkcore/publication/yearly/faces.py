"""The faces of one report: PDF, Word, page, table with its description, OParl; each made from the frozen paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bkcore.publication.yearly.document import YearReport, parse
from bkcore.publication.yearly.docx import render_docx
from bkcore.publication.yearly.html import render_html
from bkcore.publication.yearly.oparl import render_json
from bkcore.publication.yearly.opendata import render_csv, render_metadata
from bkcore.publication.yearly.pdf import render_pdf
from bkcore.publication.yearly.portal import UNDECIDED, Portal

_DESCRIPTION: Final = "dcat"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Face:
    """How one face is made.

    Attributes:
        file: Name of its file in a folder.
        media_type: What it is.
        make: Makes it.
    """

    file: str
    media_type: str
    make: Callable[[YearReport], bytes]


FACES: Final[Mapping[str, Face]] = {
    "pdf": Face("bericht.pdf", "application/pdf", render_pdf),
    "docx": Face("bericht.docx", _WORD, render_docx),
    "html": Face("bericht.html", "text/html", lambda report: render_html(report).encode("utf-8")),
    "csv": Face("daten.csv", "text/csv", render_csv),
    _DESCRIPTION: Face("daten.dcat.jsonld", "application/ld+json", render_metadata),
    "json": Face("bericht.json", "application/json", render_json),
}
"""By the name of the format; ``json`` is the paper in OParl's vocabulary with the frozen report inside."""


@lru_cache(maxsize=32)
def face(content: str, form: str, *, portal: Portal = UNDECIDED) -> bytes:
    """Return one face of a released report.

    Args:
        content: The frozen report as canonical JSON.
        form: One of ``FACES``.
        portal: What the description of the data names beside the report.
    """
    return made(parse(content), form, portal=portal)


def made(report: YearReport, form: str, *, portal: Portal) -> bytes:
    """Return one face of a report that need not be released.

    Args:
        report: The report.
        form: One of ``FACES``.
        portal: What the description of the data names beside the report.
    """
    return render_metadata(report, portal=portal) if form == _DESCRIPTION else FACES[form].make(report)


def file_name(report: YearReport, form: str) -> str:
    """Return the name of a downloaded file: what it is, of which year and number."""
    return named(report.cover.year, report.cover.number, form)


def named(year: int, number: int, form: str) -> str:
    """Return the name of a file by year and number; number 0 is a draft."""
    stem, _, ending = FACES[form].file.partition(".")
    which = f"nr-{number}" if number else "entwurf"
    kind = "" if stem == "bericht" else f"-{stem}"
    return f"sachstandsbericht-{year}-{which}{kind}.{ending}"
