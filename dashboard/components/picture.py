"""Saves what is drawn as a picture that can travel: with its finding, its source and the mark of the demonstration.

The browser makes it from the drawing itself, so a picture never differs from what was seen; no browser runs on the
server.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from bkcore.palette import FONT, LIGHT
from bkcore.store.unit_of_work import town_day
from dashboard import state
from dashboard.charts import base
from dashboard.texts import navigation
from dashboard.texts import shell as texts

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_STYLE: Final = Path(__file__).parent / "assets" / "picture.css"
_COLOURS: Final = {"ground": LIGHT.surface, "text": LIGHT.text, "soft": LIGHT.soft, "mark": LIGHT.accent}


@dataclass(frozen=True)
class Caption:
    """The words a picture carries with it."""

    title: str
    note: str
    description: str
    """For those who do not see the picture."""


def offer(caption: Caption, *, target: str, name: str, key: str) -> None:
    """Offer a drawing as PNG and SVG, light on white whatever the theme.

    Args:
        caption: What stands above and what it says to those who do not see it.
        target: Key of the element that holds the drawing.
        name: Name of the file, without ending.
        key: Unique on the page.
    """
    asked = {
        "target": target,
        "name": name,
        "title": caption.title,
        "note": caption.note,
        "description": caption.description,
        "source": texts.source(town_day(datetime.now(UTC))),
        "mark": navigation.DEMO if state.settings().demo else "",
        "label": texts.picture_of(caption.title),
        "buttons": dict(texts.PICTURE_BUTTONS),
        "done": texts.PICTURE_DONE,
        "failed": texts.PICTURE_FAILED,
        "font": f"'{FONT}', sans-serif",
        "colours": _COLOURS,
        "swaps": dict(base.LIGHT_OF_DARK) if st.context.theme.type == "dark" else {},
    }
    _renderer()(key=key, data=asked)


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component("dashboard.picture", css=_STYLE.read_text(encoding="utf-8"), js="picture.js")
