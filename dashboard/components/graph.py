"""The network over the years, drawn and played in the browser: one place for each organisation, a link to its card."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from bkcore.vocabulary import Sector
from bkcore.wording.labels import label
from dashboard.charts.graph import GraphDrawing
from dashboard.texts import graph as texts

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_STYLE: Final = Path(__file__).parent / "assets" / "graph.css"


def show(
    drawing: GraphDrawing,
    *,
    year: int,
    mode: str,
    size: str,
    colour: str,
    key: str,
    on_year: Callable[[int], None],
) -> None:
    """Show the picture with its finding, the slider of the years and what is known of the point in hand.

    Args:
        drawing: All years; sent once, as long as the data stay the same.
        year: The year to begin with, and whenever it changes on the page.
        mode: One of ``texts.MODES``.
        size: One of ``texts.SIZES``.
        colour: One of ``texts.COLOURS``.
        key: Unique on the page.
        on_year: Called with the year somebody settled on, before the page runs again.
    """
    asked = {
        "content": drawing.content,
        "year": year,
        "mode": mode,
        "size": size,
        "colour": colour,
        "words": _words(size),
    }
    _renderer()(key=key, data=asked, on_year_change=lambda: _told(key, on_year))


def _told(key: str, on_year: Callable[[int], None]) -> None:
    state = st.session_state.get(key)
    year = state.get("year") if isinstance(state, Mapping) else None
    if isinstance(year, int | float):
        on_year(int(year))


def _words(size: str) -> dict[str, object]:
    return {
        "play": texts.PLAY,
        "stop": texts.STOP,
        "year": texts.YEAR,
        "hint": texts.HINT,
        "touch": texts.TOUCH,
        "sectors": [label(sector) for sector in Sector],
        "standings": dict(texts.STANDINGS),
        "signs": dict(texts.SIGNS),
        "core": texts.CORE_SIGN,
        "cores": list(texts.CORE),
        "groups": texts.GROUP_SIGNS,
        "names": texts.legend_groups(),
        "event": texts.EVENT,
        "size": texts.SIZES[size],
    }


@cache
def _renderer() -> "ComponentRenderer":
    style = _STYLE.read_text(encoding="utf-8")  # in the page at once: nothing jumps when it arrives
    return st.components.v2.component("dashboard.graph", css=style, js="graph.js")
