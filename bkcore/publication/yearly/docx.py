"""Writes a yearly report for Word: real headings, numbered captions, table headers, alternative texts, in German."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from bkcore.publication.document import Reference, Table
from bkcore.publication.docx import add_labelled, add_link, add_picture, add_rows, set_language, set_typeface
from bkcore.publication.pdf import png
from bkcore.publication.svg import PAPER
from bkcore.publication.yearly.blocks import (
    Block,
    Grid,
    Heading,
    Listed,
    Picture,
    Words,
    blocks,
    edition,
    facts,
    station_table,
)
from bkcore.publication.yearly.chapter import split
from bkcore.publication.yearly.document import YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words

_PICTURE_CM: Final = 15.5
_LONGEST_PROPERTY: Final = 255


def render_docx(report: YearReport) -> bytes:
    """Return a report for Word and LibreOffice.

    Args:
        report: The frozen report.

    Returns:
        A DOCX whose every text is data; nothing of it is read as markup.
    """
    paper = Document()
    _set_up(paper, report)
    _cover(paper, report)
    for block in blocks(report):
        _add(paper, block)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _set_up(paper: Paper, report: YearReport) -> None:
    """Name title, author, language and date; put number and pages below every page."""
    cover, properties = report.cover, paper.core_properties
    properties.title = f"{cover.title}: {cover.subject}"[:_LONGEST_PROPERTY]
    properties.subject, properties.author = cover.subject[:_LONGEST_PROPERTY], f"{cover.town}, {cover.issuer}"
    properties.comments = edition(report)
    properties.created = properties.modified = datetime.combine(cover.stand, time(12), tzinfo=UTC)
    set_typeface(paper)
    set_language(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.2)
    footer = section.footer.paragraphs[0]
    marked = f" · {briefing_words.DEMO_SHORT}" if cover.demo else ""
    footer.add_run(f"{cover.title} · {edition(report)}{marked} · {words.PAGE} ")
    _field(footer, "PAGE", "1")
    footer.add_run(f" {words.PAGE_OF} ")
    _field(footer, "NUMPAGES", "1")


def _cover(paper: Paper, report: YearReport) -> None:
    cover = report.cover
    for text in (briefing_words.DEMO if cover.demo else "", "" if cover.number else words.DRAFT):
        if text:
            paper.add_paragraph().add_run(text).bold = True
    paper.add_paragraph().add_run(f"{cover.town} · {briefing_words.NETWORK}").bold = True
    paper.add_paragraph(f"{cover.kind} – {words.PUBLIC} –")
    for name, value in facts(report):
        add_labelled(paper, name, Reference(text=value))
    paper.add_paragraph(words.SUBJECT_LABEL)
    paper.add_heading(cover.subject, level=0)
    paper.add_heading(words.STATIONS, level=1)
    stations = station_table(report)
    if stations.rows:
        _table(paper, stations, stations.caption)
    else:
        paper.add_paragraph(words.NO_STATIONS)
    paper.add_heading(words.COMPONENTS, level=1)
    for part in report.components:
        paper.add_paragraph(part, style="List Number")
    if report.resolution:
        paper.add_heading(words.RESOLUTION, level=1)
        for part in split(report.resolution):
            paper.add_paragraph(part)


def _add(paper: Paper, block: Block) -> None:
    match block:
        case Heading(level, text):
            paper.add_heading(text, level=level).paragraph_format.page_break_before = level == 1
        case Words(text, quiet):
            run = paper.add_paragraph().add_run(text)
            run.italic = quiet
        case Listed(entries):
            for entry in entries:
                paragraph = paper.add_paragraph(style="List Bullet")
                add_link(paragraph, Reference(text=entry.title, url=entry.url))
                paragraph.add_run(f"\n{entry.note}")
        case Picture(caption, figure):
            _caption(paper, caption)
            picture = png(block.svg(ink=PAPER), width_cm=_PICTURE_CM)
            add_picture(paper, picture, width_cm=_PICTURE_CM, alt=figure.alt, title=figure.finding)
        case Grid(caption, table):
            _table(paper, table, caption)


def _table(paper: Paper, table: Table, caption: str) -> None:
    _caption(paper, caption)
    add_rows(paper, table)


def _caption(paper: Paper, caption: str) -> None:
    """Add a caption whose number is a field, so that it counts on when the office adds a picture or a table."""
    paragraph = paper.add_paragraph(style="Caption")
    paragraph.paragraph_format.keep_with_next = True
    name, _, rest = caption.partition(" ")
    number, colon, text = rest.partition(":")
    if name not in {words.FIGURE, words.TABLE} or not number.isdigit():
        paragraph.add_run(caption)
        return
    paragraph.add_run(f"{name} ")
    _field(paragraph, f"SEQ {name} \\* ARABIC", number)
    paragraph.add_run(f"{colon}{text}")


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field of Word with what it shows until it is updated."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run(shown)
    field.append(run._r)  # noqa: SLF001 - moves the run into the field
    paragraph._p.append(field)  # noqa: SLF001
