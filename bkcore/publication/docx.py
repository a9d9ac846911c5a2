"""Writes the report for Word: real headings, table headers, alternative texts, German as its language."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from bkcore.palette import FONT, LIGHT
from bkcore.publication.document import Anchoring, Briefing
from bkcore.publication.parts import BarFigure, ProfileFigure, Reference, Table
from bkcore.publication.pdf import png
from bkcore.publication.report import facts, key_table, stand
from bkcore.publication.svg import PAPER
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.wording import anchoring as anchoring_words
from bkcore.wording import briefing as words

_PICTURE_CM: Final = 15.5
_LANGUAGE: Final = "de-DE"


def render_docx(briefing: Briefing) -> bytes:
    """Return the report of a document for Word and LibreOffice.

    Args:
        briefing: The frozen document.

    Returns:
        A DOCX whose every text is data; nothing of it is read as markup.
    """
    paper = Document()
    _set_up(paper, briefing)
    paper.add_heading(briefing.header.title, level=0)
    if briefing.header.demo:
        paper.add_paragraph().add_run(words.DEMO).bold = True
    for name, reference in facts(briefing):
        add_labelled(paper, name, reference)
    _opening(paper, briefing)
    _network(paper, briefing)
    _factors(paper, briefing)
    _anchoring(paper, briefing.anchoring)
    _projects(paper, briefing)
    _topics(paper, briefing)
    _papers(paper, briefing)
    _notes(paper, words.LEGEND, [briefing.legend])
    _notes(paper, words.BOUNDARY, [briefing.boundary])
    _notes(paper, words.METHOD, briefing.method)
    _notes(paper, words.DATA_PROTECTION, briefing.data_protection)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _set_up(paper: Paper, briefing: Briefing) -> None:
    """Name title, author, language and date, and take the house's typeface."""
    properties = paper.core_properties
    properties.title, properties.author = briefing.header.title, briefing.header.town
    properties.comments = stand(briefing)
    properties.created = properties.modified = datetime.combine(briefing.header.stand, time(12), tzinfo=UTC)
    set_typeface(paper)
    set_language(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    footer = f"{words.NETWORK} · {stand(briefing)}" + (f" · {words.DEMO_SHORT}" if briefing.header.demo else "")
    section.footer.paragraphs[0].text = footer


def set_typeface(paper: Paper) -> None:
    """Take the house's typeface and colour for every style in use."""
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet", "List Number"):
        style = paper.styles[name]
        style.font.name, style.font.color.rgb = FONT, RGBColor.from_string(LIGHT.text.removeprefix("#"))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), FONT)
    paper.styles["Normal"].font.size = Pt(11)
    paper.styles["Title"].font.size = Pt(22)


def set_language(paper: Paper) -> None:
    """Say that the whole paper is German."""
    paper.core_properties.language = _LANGUAGE
    defaults = paper.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = run.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        run.append(language)
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), _LANGUAGE)


def _opening(paper: Paper, briefing: Briefing) -> None:
    paper.add_heading(briefing.headline.finding, level=1)
    paper.add_paragraph(briefing.headline.lead)
    if briefing.headline.caveat:
        paper.add_paragraph(briefing.headline.caveat)
    if briefing.key_figures:
        paper.add_heading(words.KEY_FIGURES, level=1)
        _table(paper, key_table(briefing.key_figures))


def _network(paper: Paper, briefing: Briefing) -> None:
    if briefing.network is not None:
        paper.add_heading(words.NETWORK_SECTION, level=1)
        _figure(paper, briefing.network, draw_bars(briefing.network, ink=PAPER, uid="n", wide=True))
    if briefing.attendance is not None:
        paper.add_heading(words.ATTENDANCE, level=1)
        paper.add_paragraph(briefing.attendance.note)
        _table(paper, briefing.attendance.table)


def _factors(paper: Paper, briefing: Briefing) -> None:
    paper.add_heading(words.FACTORS, level=1)
    figure = briefing.factors.figure
    if figure is None:
        paper.add_paragraph(f"{words.FACTORS_NONE} {briefing.factors.note}")
    else:
        _figure(paper, figure, draw_profile(figure, ink=PAPER, uid="p", wide=True))
    paper.add_heading(words.ROUND, level=2)
    paper.add_paragraph(briefing.round.text)


def _anchoring(paper: Paper, found: Anchoring | None) -> None:
    if found is None:
        return
    paper.add_heading(anchoring_words.SECTION, level=1)
    paper.add_heading(found.finding, level=2)
    for part in (found.note, *found.meaning.split("\n\n")):
        if part:
            paper.add_paragraph(part)
    _table(paper, found.table)
    _table(paper, found.trend)


def _projects(paper: Paper, briefing: Briefing) -> None:
    paper.add_heading(words.PROJECTS, level=1)
    paper.add_paragraph(briefing.projects.note)
    for project in briefing.projects.items:
        paper.add_heading(project.title, level=2)
        paper.add_paragraph(f"{project.period} · {project.lead}")
        paper.add_paragraph(project.description)


def _topics(paper: Paper, briefing: Briefing) -> None:
    for _, topic in briefing.topics:
        _notes(paper, topic.title, topic.paragraphs)
        for table in topic.tables:
            _table(paper, table)


def _papers(paper: Paper, briefing: Briefing) -> None:
    if not briefing.papers:
        return
    paper.add_heading(words.PAPERS, level=1)
    for entry in briefing.papers:
        paragraph = paper.add_paragraph(style="List Bullet")
        add_link(paragraph, Reference(text=entry.subject, url=entry.url))
        paragraph.add_run(f"\n{entry.kind} {entry.reference} · {entry.body} · {entry.date}")


def _notes(paper: Paper, name: str, parts: Sequence[str]) -> None:
    paper.add_heading(name, level=1)
    for part in parts:
        paper.add_paragraph(part)


def _figure(paper: Paper, figure: BarFigure | ProfileFigure, svg: str) -> None:
    """Add finding, subtitle, picture with its words, meaning and table."""
    paper.add_heading(figure.finding, level=2)
    paper.add_paragraph(figure.subtitle)
    picture = png(svg, width_cm=_PICTURE_CM)
    add_picture(paper, picture, width_cm=_PICTURE_CM, alt=figure.alt, title=figure.finding)
    paper.add_paragraph(figure.meaning)
    _table(paper, figure.table)


def add_picture(paper: Paper, picture: bytes, *, width_cm: float, alt: str, title: str) -> None:
    """Add a picture with words for those who do not see it."""
    described = paper.add_picture(BytesIO(picture), width=Cm(width_cm))._inline.docPr  # noqa: SLF001 - python-docx has no public way to an alternative text
    described.set("descr", alt)
    described.set("title", title)


def _table(paper: Paper, table: Table) -> None:
    """Add a table with its caption above."""
    paper.add_paragraph(table.caption, style="Caption").paragraph_format.keep_with_next = True
    add_rows(paper, table)


def add_rows(paper: Paper, table: Table) -> None:
    """Add a table with a header that every page repeats; a row stays whole."""
    grid = paper.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    for place, texts in enumerate((table.columns, *table.rows)):
        row = grid.add_row()
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - no public way to these two
        if place == 0:
            _mark(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
        for cell, text in zip(row.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            if place == 0:
                run.bold = True
    paper.add_paragraph()


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def add_labelled(paper: Paper, name: str, reference: Reference) -> None:
    """Add a name and what belongs to it."""
    paragraph = paper.add_paragraph()
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.paragraph_format.space_after = Pt(2)
    add_link(paragraph, reference)


def add_link(paragraph: Paragraph, reference: Reference) -> None:
    """Add words, as a link when there is an address."""
    if reference.url is None:
        paragraph.add_run(reference.text)
        return
    relation = paragraph.part.relate_to(reference.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(reference.text)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(LIGHT.accent.removeprefix("#"))
    link.append(run._r)  # noqa: SLF001 - moves the run into the link
    paragraph._p.append(link)  # noqa: SLF001
