"""Draws an address as a QR code, here and without asking any service."""

import base64
from html import escape
from io import BytesIO

import segno
import streamlit as st


def data_uri(address: str) -> str:
    """Return the QR code of an address as an SVG picture inside a data address.

    Args:
        address: What the code holds.

    Returns:
        Dark on white with its quiet zone in every theme, because cameras expect that; error correction M.
    """
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=4, dark="#000", light="#fff", scale=4)
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.getvalue()).decode('ascii')}"


def draw(address: str, *, alt: str, size: int = 220) -> None:
    """Show the QR code of an address.

    Args:
        address: What the code holds.
        alt: What it leads to, for those who do not see it.
        size: Edge in pixels; a camera reads it from ten times its width.
    """
    st.html(f'<img class="bk-qr" src="{data_uri(address)}" alt="{escape(alt)}" width="{size}" height="{size}">')
