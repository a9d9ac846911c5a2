"""Streamlit entry: who is here, and which pages that opens. Bugs are caught once, in ``server``."""

from pathlib import Path

import streamlit as st

from bkcore.vocabulary import Role
from dashboard import session, state
from dashboard.components import frame
from dashboard.texts import navigation as texts
from dashboard.texts import shell

_HERE = Path(__file__).parent
_PAGES = {
    "overview": (texts.OVERVIEW, texts.OVERVIEW_PATH),
    "network": (texts.NETWORK, texts.NETWORK_PATH),
    "factors": (texts.FACTORS, texts.FACTORS_PATH),
    "assessment": (texts.ASSESSMENT, texts.ASSESSMENT_PATH),
    "rounds": (texts.ROUNDS, texts.ROUNDS_PATH),
    "council": (texts.COUNCIL, texts.COUNCIL_PATH),
    "sign_out": (texts.SIGN_OUT, texts.SIGN_OUT_PATH),
    "welcome": (texts.WELCOME, texts.WELCOME_PATH),
}
PAGES_OF = {
    Role.ADMINISTRATION: ("overview", "network", "factors", "rounds", "council", "sign_out"),
    Role.STEERING_GROUP: ("overview", "network", "factors", "council", "sign_out"),
    Role.PROJECT_LEAD: ("assessment", "council", "sign_out"),
    Role.RATER: ("assessment", "sign_out"),
}
"""Which pages each role may open, the first one first; whoever is not in here sees the welcome page alone."""


def main() -> None:
    """Draw the frame, then the chosen page."""
    st.set_page_config(page_title=shell.TITLE, page_icon=str(_HERE / "static" / "hexagon-64.png"), layout="wide")
    visit = session.current()
    names = PAGES_OF.get(visit.actor.role, ("welcome",)) if visit else ("welcome",)
    chosen = st.navigation([_page(name, first=name == names[0]) for name in names], position="top")
    with frame.body():
        frame.draw(demo=state.settings().demo)
        chosen.run()


def _page(name: str, *, first: bool) -> "st.Page":
    title, path = _PAGES[name]
    return st.Page(_HERE / "pages" / f"{name}.py", title=title, url_path=path, default=first)


main()
