"""Writes blocks for Word: real headings, numbered captions that count on, pictures with alternative texts."""

from typing import Final

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from bkcore.publication.blocks import Block, Grid, Heading, Listed, Picture, Words
from bkcore.publication.docx import add_link, add_picture, add_rows, set_language, set_typeface
from bkcore.publication.parts import Reference, Table
from bkcore.publication.pdf import png
from bkcore.publication.svg import PAPER
from bkcore.wording import year_report as words

_PICTURE_CM: Final = 15.5


def add_block(paper: Paper, block: Block, *, paged: bool = True) -> None:
    """Add a block.

    Args:
        paper: Where it is added.
        block: What to add.
        paged: Whether a heading of level 1 begins a page.
    """
    match block:
        case Heading(level, text):
            paper.add_heading(text, level=level).paragraph_format.page_break_before = paged and level == 1
        case Words(text, quiet):
            run = paper.add_paragraph().add_run(text)
            run.italic = quiet
        case Listed(entries):
            for entry in entries:
                paragraph = paper.add_paragraph(style="List Bullet")
                add_link(paragraph, Reference(text=entry.title, url=entry.url))
                if entry.note:
                    paragraph.add_run(f"\n{entry.note}")
        case Picture(caption, figure):
            add_caption(paper, caption)
            picture = png(block.svg(ink=PAPER), width_cm=_PICTURE_CM)
            add_picture(paper, picture, width_cm=_PICTURE_CM, alt=figure.alt, title=figure.finding)
        case Grid(caption, table):
            add_table(paper, table, caption)


def set_page(paper: Paper, *, footer: str) -> None:
    """Take the house's typeface, German and A4; put a line with the number of the page below every page."""
    set_typeface(paper)
    set_language(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.2)
    line = section.footer.paragraphs[0]
    line.add_run(f"{footer} · {words.PAGE} ")
    add_field(line, "PAGE", "1")
    line.add_run(f" {words.PAGE_OF} ")
    add_field(line, "NUMPAGES", "1")


def add_table(paper: Paper, table: Table, caption: str) -> None:
    """Add a table below its caption."""
    add_caption(paper, caption)
    add_rows(paper, table)


def add_caption(paper: Paper, caption: str) -> None:
    """Add a caption whose number is a field, so that it counts on when the office adds a picture or a table."""
    paragraph = paper.add_paragraph(style="Caption")
    paragraph.paragraph_format.keep_with_next = True
    name, _, rest = caption.partition(" ")
    number, colon, text = rest.partition(":")
    if name not in {words.FIGURE, words.TABLE} or not number.isdigit():
        paragraph.add_run(caption)
        return
    paragraph.add_run(f"{name} ")
    add_field(paragraph, f"SEQ {name} \\* ARABIC", number)
    paragraph.add_run(f"{colon}{text}")


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field of Word with what it shows until it is updated."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run(shown)
    field.append(run._r)  # noqa: SLF001 - moves the run into the field
    paragraph._p.append(field)  # noqa: SLF001
