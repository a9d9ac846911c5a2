"""Blocks as the templates read them: plain values, and how a table is set."""

import re
from collections.abc import Sequence
from typing import Final

from bkcore.publication.blocks import Block, Grid, Heading, Listed, Picture, Words
from bkcore.publication.parts import Table
from bkcore.publication.svg import PAPER

BLOCKS: Final = ("bloecke.typ",)
"""The part of a template that sets blocks."""
_NARROWEST: Final = 0.75
_WIDEST: Final = 3.0
_LETTERS: Final = 9
"""So many letters make a column of width one."""
_SHARE: Final = 0.18
_NUMBER: Final = re.compile(r"[+−±]?[\d.,]+(?:[ \u00a0]%| von [\d.]+)?|[–·]|Basisjahr|geschützt")


def look(table: Table) -> dict[str, object]:
    """Return how a table is set: widths of its columns by their words, which hold numbers, its share of the line."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    widths = [min(_WIDEST, max(_NARROWEST, _need(cells))) for cells in columns]
    numbers = [place > 0 and all(_NUMBER.fullmatch(cell) for cell in cells[1:]) for place, cells in enumerate(columns)]
    return {"widths": widths, "numbers": numbers, "share": min(1.0, sum(widths) * _SHARE)}


def _need(cells: Sequence[str]) -> float:
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=0)
    return max(longest_word, max(len(cell) for cell in cells) / 2.5) / _LETTERS


def set_block(block: Block) -> dict[str, object]:
    """Return a block as plain values."""
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
