"""Activities over all recorded time: calendar, timeline, years, people, and the list behind them."""

import streamlit as st

from dashboard import over_time, session
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.activity import choosing, sides
from dashboard.texts import activity as texts
from dashboard.texts import navigation


def main() -> None:
    """Choose project and kind, then look at one side of them."""
    visit = session.required()
    everything = over_time.activity_report(by=visit.actor)
    if not everything.lines:
        panel.page_head(navigation.ACTIVITY)
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    with sheet.page():
        head = st.container()
        chosen = choosing.chosen(everything, by=visit.actor)
        with head:
            panel.page_head(texts.title(chosen.report.figures), texts.LEAD, eyebrow=navigation.ACTIVITY)
        if chosen.report.lines:
            sides.draw(chosen, now=visit.today.year)
        else:
            panel.notice(panel.NoticeKind.EMPTY, texts.NOTHING_CHOSEN)


main()
