"""Where integration is anchored in the administration: departments, gaps, trend; and the list of departments."""

import streamlit as st

from bkcore.access import administers
from dashboard import session, state, steering_state
from dashboard.components import choice, panel
from dashboard.forms import sheet
from dashboard.forms.anchoring import showing
from dashboard.forms.rounds import departments
from dashboard.texts import anchoring as texts
from dashboard.texts import navigation


def main() -> None:
    """Show how the departments stand in a chosen year; the administration keeps their list."""
    visit = session.required()
    keeper = administers(visit.actor)
    with sheet.page():
        report = steering_state.anchoring_report(by=visit.actor, today=visit.today)
        if report.years:
            found = {str(one.year): one for one in reversed(report.years)}
            head, choices = st.container(), st.container()
            with choices:
                year = found[choice.choose(texts.YEAR, list(found), key="jahr", width=140) or str(visit.today.year)]
            running = year.year == visit.today.year
            with head:
                panel.page_head(*texts.head(report, year, running=running), eyebrow=navigation.ANCHORING)
            showing.draw(report, year=year.year, keeper=keeper)
        else:
            panel.page_head(navigation.ANCHORING, texts.ABOUT)
            title, text = (
                (texts.NO_YEAR_TITLE, texts.NO_YEAR) if report.departments else (texts.NOTHING_TITLE, texts.NOTHING)
            )
            panel.notice(panel.NoticeKind.EMPTY, text, title=title)
        if keeper:
            departments.draw(state.subjects(by=visit.actor, today=visit.today), by=visit.actor)


main()
