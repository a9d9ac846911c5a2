"""Minutes as PDF/UA-1 and for Word, out of the same blocks."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from docx import Document

from bkcore.palette import LIGHT
from bkcore.publication.docx import add_labelled
from bkcore.publication.docx_blocks import add_block, set_page
from bkcore.publication.meeting.minutes import Minutes, blocks, facts
from bkcore.publication.parts import Reference
from bkcore.publication.pdf_blocks import BLOCKS, set_block
from bkcore.publication.typesetting import Standard, typeset
from bkcore.wording import briefing as briefing_words
from bkcore.wording import minutes as words
from bkcore.wording import year_report as page_words
from bkcore.wording.numbers import date_de

_STANDARDS: Final[tuple[Standard, ...]] = ("ua-1",)
_LONGEST_PROPERTY: Final = 255


def render_pdf(minutes: Minutes) -> bytes:
    """Return the minutes as PDF; the same minutes give the same bytes.

    Args:
        minutes: Of a meeting that has begun.

    Returns:
        A tagged PDF in German with bookmarks and embedded fonts. Characters no shipped font has become a question mark.
    """
    row = minutes.detail.row
    data = {
        "title": words.TITLE,
        "subject": row.title,
        "author": words.AUTHOR,
        "town": briefing_words.TOWN,
        "day": [minutes.day.year, minutes.day.month, minutes.day.day],
        "facts": [list(fact) for fact in facts(minutes)],
        "footer": _footer(minutes),
        "demo": briefing_words.DEMO if minutes.basis.demo else "",
        "draft": minutes.draft,
        "blocks": [set_block(block) for block in blocks(minutes)],
        "colours": {name: getattr(LIGHT, name) for name in ("text", "soft", "accent", "line", "tint")},
        "words": {"page": page_words.PAGE, "of": page_words.PAGE_OF},
    }
    return typeset("protokoll.typ", data, parts=BLOCKS, standards=_STANDARDS)


def render_docx(minutes: Minutes) -> bytes:
    """Return the minutes for Word and LibreOffice.

    Args:
        minutes: Of a meeting that has begun.

    Returns:
        A DOCX whose every text is data; nothing of it is read as markup.
    """
    paper, row = Document(), minutes.detail.row
    properties = paper.core_properties
    properties.title = f"{words.TITLE}: {row.title}"[:_LONGEST_PROPERTY]
    properties.author = words.AUTHOR
    properties.created = properties.modified = datetime.combine(minutes.day, time(12), tzinfo=UTC)
    set_page(paper, footer=_footer(minutes))
    for text in (briefing_words.DEMO if minutes.basis.demo else "", minutes.draft):
        if text:
            paper.add_paragraph().add_run(text).bold = True
    paper.add_paragraph().add_run(f"{briefing_words.TOWN} · {words.AUTHOR} · {words.TITLE}").bold = True
    paper.add_heading(row.title, level=0)
    for name, value in facts(minutes):
        add_labelled(paper, name, Reference(text=value))
    for block in blocks(minutes):
        add_block(paper, block, paged=False)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _footer(minutes: Minutes) -> str:
    marked = f" · {briefing_words.DEMO_SHORT}" if minutes.basis.demo else ""
    return words.footer(minutes.detail.row.title, date_de(minutes.day)) + marked
