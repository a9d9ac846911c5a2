"""A real table for reading: on a phone each row becomes a small block with its column names."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, label: str, links: Sequence[str] = ()) -> None:
    """Show rows of text.

    Args:
        columns: Headings; the first names the row.
        rows: As many texts each as there are columns; an empty text is left out on a phone.
        label: What the table holds, for screen readers.
        links: Where the name of each row leads inside the dashboard; nowhere without any.
    """
    st.html(table_html(columns, rows, label=label, links=links))


def table_html(columns: Sequence[str], rows: Sequence[Sequence[str]], *, label: str, links: Sequence[str] = ()) -> str:
    """Return what ``table`` shows."""
    heads = "".join(f'<th scope="col" role="columnheader">{escape(column)}</th>' for column in columns)
    leads = links or [""] * len(rows)
    body = "".join(
        f'<tr role="row">{_cells(columns, row, link=link)}</tr>' for row, link in zip(rows, leads, strict=True)
    )
    return (
        f'<table class="bk-table" role="table" aria-label="{escape(label)}"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _cells(columns: Sequence[str], row: Sequence[str], *, link: str) -> str:
    name = f'<a href="{escape(link)}" target="_self">{escape(row[0])}</a>' if link else escape(row[0])
    first = f'<th scope="row" role="rowheader">{name}</th>'
    return first + "".join(
        f'<td role="cell" data-name="{escape(column)}">{escape(text)}</td>'
        for column, text in zip(columns[1:], row[1:], strict=True)
    )
