"""Streamlit entry: who is here, and which pages that opens. Bugs are caught once, in ``server``."""

from pathlib import Path

import streamlit as st

from dashboard import once, session, state
from dashboard.components import frame
from dashboard.menu import GUEST, PAGES, PAGES_OF, SECTIONS, SIDE_BY_SIDE
from dashboard.texts import shell

_HERE = Path(__file__).parent


def main() -> None:
    """Draw the frame, then the chosen page; the bare address leads to the visitor's first page."""
    with once.per_run():
        _draw()


def _draw() -> None:
    visit = session.current()
    allowed = PAGES_OF.get(visit.actor.role, GUEST) if visit else GUEST
    pages = {name: _page(name, allowed=allowed) for name in PAGES}
    start = st.Page(_HERE / "pages" / "start.py", title=shell.TITLE, visibility="hidden", default=True)
    chosen = st.navigation(_menu(start, pages, allowed=allowed), position="top")
    st.set_page_config(
        page_title=f"{chosen.title} · {shell.NAME}",
        page_icon=str(_HERE / "static" / "hexagon-64.png"),
        layout="wide",
    )
    if chosen is start:
        st.switch_page(pages[allowed[0]])
    with frame.body():
        frame.draw(demo=state.settings().demo)
        with frame.loading():
            chosen.run()


def _menu(start: "st.Page", pages: dict[str, "st.Page"], *, allowed: tuple[str, ...]) -> dict[str, list["st.Page"]]:
    """Return the pages below the headings of the menu; those below the empty one stand for themselves."""
    menu = {"": [start]}
    sections = SECTIONS if len(allowed) > SIDE_BY_SIDE else {}
    for heading, names in sections.items():
        if not set(names).isdisjoint(allowed):
            menu[heading] = [pages[name] for name in names]
    placed = {id(page) for below in menu.values() for page in below}
    menu[""] += [page for page in pages.values() if id(page) not in placed]
    return menu


def _page(name: str, *, allowed: tuple[str, ...]) -> "st.Page":
    """Return a page at its own address; to whom it is closed, that address says so instead of not being there."""
    title, path = PAGES[name]
    shown = name if name in allowed else "welcome" if allowed == GUEST else "locked"
    visible = name in allowed and name != "welcome"
    return st.Page(
        _HERE / "pages" / f"{shown}.py", title=title, url_path=path, visibility="visible" if visible else "hidden"
    )


if __name__ == "__main__":  # as Streamlit runs it
    main()
