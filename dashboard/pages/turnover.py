"""Change over the years: who came, came back, paused or was not seen again, and who keeps coming."""

import streamlit as st

from dashboard import session
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.turnover import behind, choosing
from dashboard.texts import navigation
from dashboard.texts import turnover as texts


def main() -> None:
    """Choose a year and whether the town's own offices count, then show the change."""
    visit = session.required()
    with sheet.page():
        head = st.container()
        chosen = choosing.chosen(by=visit.actor)
        if chosen is None:
            with head:
                panel.page_head(navigation.TURNOVER)
            panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
            return
        running = chosen.year.year == visit.today.year
        with head:
            title = texts.title(chosen.year, running=running)
            panel.page_head(title, texts.lead(chosen.year, running=running), eyebrow=navigation.TURNOVER)
        behind.draw(chosen, now=visit.today.year)


main()
