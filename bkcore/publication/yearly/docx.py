"""Writes a yearly report for Word: real headings, numbered captions, table headers, alternative texts, in German."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper

from bkcore.publication.docx import add_labelled
from bkcore.publication.docx_blocks import add_block, add_table, set_page
from bkcore.publication.parts import Reference
from bkcore.publication.yearly.blocks import blocks, edition, facts, station_table
from bkcore.publication.yearly.chapter import split
from bkcore.publication.yearly.document import YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words

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
        add_block(paper, block)
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
    marked = f" · {briefing_words.DEMO_SHORT}" if cover.demo else ""
    set_page(paper, footer=f"{cover.title} · {edition(report)}{marked}")


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
        add_table(paper, stations, stations.caption)
    else:
        paper.add_paragraph(words.NO_STATIONS)
    paper.add_heading(words.COMPONENTS, level=1)
    for part in report.components:
        paper.add_paragraph(part, style="List Number")
    if report.resolution:
        paper.add_heading(words.RESOLUTION, level=1)
        for part in split(report.resolution):
            paper.add_paragraph(part)
