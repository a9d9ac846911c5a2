"""Sets a yearly report as PDF/UA-1 and PDF/A-2a in the form of the council's papers."""

import re
from collections.abc import Sequence
from typing import Final

from bkcore.palette import LIGHT
from bkcore.publication.document import Table
from bkcore.publication.svg import PAPER
from bkcore.publication.typesetting import typeset
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
from bkcore.publication.yearly.document import YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words

_NARROWEST: Final = 0.75
_WIDEST: Final = 3.0
_LETTERS: Final = 9
"""So many letters make a column of width one."""
_SHARE: Final = 0.18
_NUMBER: Final = re.compile(r"[+−±]?[\d.,]+(?:[ \u00a0]%| von [\d.]+)?|[–·]|Basisjahr|geschützt")


def render_pdf(report: YearReport) -> bytes:
    """Return a report as PDF; the same report gives the same bytes.

    Args:
        report: The frozen report.

    Returns:
        A tagged PDF in German with bookmarks and embedded fonts. Characters no shipped font has become a question mark.
    """
    return typeset("sachstand.typ", _data(report))


def look(table: Table) -> dict[str, object]:
    """Return how a table is set: widths of its columns by their words, which hold numbers, its share of the line."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    widths = [min(_WIDEST, max(_NARROWEST, _need(cells))) for cells in columns]
    numbers = [place > 0 and all(_NUMBER.fullmatch(cell) for cell in cells[1:]) for place, cells in enumerate(columns)]
    return {"widths": widths, "numbers": numbers, "share": min(1.0, sum(widths) * _SHARE)}


def _need(cells: Sequence[str]) -> float:
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=0)
    return max(longest_word, max(len(cell) for cell in cells) / 2.5) / _LETTERS


def _data(report: YearReport) -> dict[str, object]:
    cover = report.cover
    return {
        "title": cover.title,
        "subject": cover.subject,
        "town": cover.town,
        "issuer": cover.issuer,
        "brand": briefing_words.NETWORK,
        "kind": cover.kind,
        "day": [cover.stand.year, cover.stand.month, cover.stand.day],
        "facts": [list(fact) for fact in facts(report)],
        "footer": " · ".join(
            part for part in (cover.title, edition(report), briefing_words.DEMO_SHORT if cover.demo else "") if part
        ),
        "demo": briefing_words.DEMO if cover.demo else "",
        "draft": "" if cover.number else words.DRAFT,
        "stations": station_table(report).model_dump(),
        "components": list(report.components),
        "resolution": report.resolution,
        "blocks": [_block(block) for block in blocks(report)],
        "colours": {name: getattr(LIGHT, name) for name in ("text", "soft", "accent", "line", "tint")},
        "words": {
            "page": words.PAGE,
            "of": words.PAGE_OF,
            "public": words.PUBLIC,
            "subject": words.SUBJECT_LABEL,
            "stations": words.STATIONS,
            "no_stations": words.NO_STATIONS,
            "components": words.COMPONENTS,
            "resolution": words.RESOLUTION,
        },
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"type": "heading", "level": level, "text": text}
        case Words(text, quiet):
            return {"type": "words", "text": text, "quiet": quiet}
        case Listed(entries):
            return {"type": "list", "entries": [entry.model_dump() for entry in entries]}
        case Picture(caption, figure):
            return {"type": "picture", "caption": caption, "alt": figure.alt, "svg": block.svg(ink=PAPER)}
        case Grid(caption, table):
            return {"type": "table", "caption": caption, "table": table.model_dump(), "look": look(table)}
