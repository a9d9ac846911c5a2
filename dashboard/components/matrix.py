"""Figures in rows and columns, each with its band in colour and in words; on a phone each row becomes a block.

It is a real table, so nothing in it is told by colour alone; no row stands higher than another for its figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st

from bkcore.vocabulary import Band

_STYLE: Final = Path(__file__).parent / "assets" / "matrix.css"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One figure as it is written, its band and what the band is called, or a gap; an empty one where nothing is."""

    text: str = ""
    band: Band | None = None
    words: str = ""
    gap: bool = False


def table(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[MatrixCell]]], *, label: str) -> str:
    """Return figures with their bands as HTML, for ``show``.

    Args:
        columns: Headings; the first names the rows.
        rows: Name of the row and one cell for each further column.
        label: What the table holds, for screen readers.
    """
    heads = "".join(f'<th scope="col" role="columnheader">{escape(column)}</th>' for column in columns)
    body = "".join(f'<tr role="row">{_row(columns, name, cells)}</tr>' for name, cells in rows)
    return (
        f'<table class="bk-matrix" role="table" aria-label="{escape(label)}"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def show(drawn: str) -> None:
    """Show what ``table`` returned."""
    st.html(_STYLE)
    st.html(drawn)


def _row(columns: Sequence[str], name: str, cells: Sequence[MatrixCell]) -> str:
    first = f'<th scope="row" role="rowheader">{escape(name)}</th>'
    return first + "".join(_cell(column, cell) for column, cell in zip(columns[1:], cells, strict=True))


def _cell(column: str, cell: MatrixCell) -> str:
    shade = f" bk-band-{cell.band.value}" if cell.band else " bk-gap" if cell.gap else ""
    words = f'<span class="bk-band">{escape(cell.words)}</span>' if cell.words else ""
    return (
        f'<td role="cell" class="bk-cell{shade}" data-name="{escape(column)}">'
        f'<span class="bk-level">{escape(cell.text)}</span>{words}</td>'
    )
