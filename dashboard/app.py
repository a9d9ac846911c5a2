"""Streamlit entry: who is here, and which pages that opens. Bugs are caught once, in ``server``."""

from pathlib import Path

import streamlit as st

from bkcore.vocabulary import Role
from dashboard import session, state
from dashboard.components import frame
from dashboard.texts import navigation as texts
from dashboard.texts import shell

_HERE = Path(__file__).parent
PAGES = {
    "overview": (texts.OVERVIEW, texts.OVERVIEW_PATH),
    "network": (texts.NETWORK, texts.NETWORK_PATH),
    "activity": (texts.ACTIVITY, texts.ACTIVITY_PATH),
    "turnover": (texts.TURNOVER, texts.TURNOVER_PATH),
    "organisation": (texts.ORGANISATION, texts.ORGANISATION_PATH),
    "missing": (texts.MISSING, texts.MISSING_PATH),
    "what_if": (texts.WHAT_IF, texts.WHAT_IF_PATH),
    "factors": (texts.FACTORS, texts.FACTORS_PATH),
    "project": (texts.PROJECT, texts.PROJECT_PATH),
    "assessment": (texts.ASSESSMENT, texts.ASSESSMENT_PATH),
    "rounds": (texts.ROUNDS, texts.ROUNDS_PATH),
    "measures": (texts.MEASURES, texts.MEASURES_PATH),
    "catalogue": (texts.CATALOGUE, texts.CATALOGUE_PATH),
    "council": (texts.COUNCIL, texts.COUNCIL_PATH),
    "report": (texts.REPORT, texts.REPORT_PATH),
    "sign_out": (texts.SIGN_OUT, texts.SIGN_OUT_PATH),
    "welcome": (texts.WELCOME, texts.WELCOME_PATH),
}
PAGE_PATHS = frozenset(path for _, path in PAGES.values())
"""What an address inside the dashboard can be; the server answers 404 to any other."""
PAGES_OF = {
    Role.ADMINISTRATION: (
        "overview",
        "network",
        "activity",
        "turnover",
        "what_if",
        "organisation",
        "missing",
        "factors",
        "project",
        "rounds",
        "catalogue",
        "measures",
        "council",
        "report",
        "sign_out",
    ),
    Role.STEERING_GROUP: (
        "overview",
        "network",
        "activity",
        "turnover",
        "what_if",
        "organisation",
        "missing",
        "factors",
        "project",
        "catalogue",
        "measures",
        "council",
        "sign_out",
    ),
    Role.PROJECT_LEAD: ("assessment", "project", "council", "sign_out"),
    Role.RATER: ("assessment", "sign_out"),
}
"""Which pages each role may open, the first one first; whoever is not in here is a guest."""
_GUEST = ("welcome",)
SECTIONS = {
    texts.SECTION_NETWORK: ("network", "activity", "turnover", "organisation", "missing", "what_if"),
    texts.SECTION_FACTORS: ("factors", "project", "rounds", "catalogue"),
    texts.SECTION_GROUP: ("measures",),
    texts.SECTION_COUNCIL: ("council", "report"),
    texts.SECTION_ACCESS: ("sign_out",),
}
"""What the menu of those who open many pages is sorted by; pages in none of them stand before the sections."""
_SIDE_BY_SIDE = 6
"""So many pages fit beside the sign on a laptop without a menu behind each word."""


def main() -> None:
    """Draw the frame, then the chosen page; the bare address leads to the visitor's first page."""
    visit = session.current()
    allowed = PAGES_OF.get(visit.actor.role, _GUEST) if visit else _GUEST
    pages = {name: _page(name, allowed=allowed) for name in PAGES}
    start = st.Page(_HERE / "pages" / "start.py", title=shell.TITLE, visibility="hidden", default=True)
    chosen = st.navigation(_menu(start, pages, sections=len(allowed) > _SIDE_BY_SIDE), position="top")
    st.set_page_config(
        page_title=f"{chosen.title} · {shell.NAME}",
        page_icon=str(_HERE / "static" / "hexagon-64.png"),
        layout="wide",
    )
    if chosen is start:
        st.switch_page(pages[allowed[0]])
    with frame.body():
        frame.draw(demo=state.settings().demo)
        chosen.run()


def _menu(start: "st.Page", pages: dict[str, "st.Page"], *, sections: bool) -> dict[str, list["st.Page"]]:
    """Return the pages below the headings of the menu; those below the empty one stand for themselves."""
    sorted_in = {name: section for section, names in SECTIONS.items() for name in names} if sections else {}
    menu = {"": [start]} | ({section: [] for section in SECTIONS} if sections else {})
    for name, page in pages.items():
        menu[sorted_in.get(name, "")].append(page)
    return menu


def _page(name: str, *, allowed: tuple[str, ...]) -> "st.Page":
    """Return a page at its own address; to whom it is closed, that address says so instead of not being there."""
    title, path = PAGES[name]
    shown = name if name in allowed else "welcome" if allowed == _GUEST else "locked"
    visible = name in allowed and name != "welcome"
    return st.Page(
        _HERE / "pages" / f"{shown}.py", title=title, url_path=path, visibility="visible" if visible else "hidden"
    )


if __name__ == "__main__":  # as Streamlit runs it; tests read the lists above
    main()
