"""The catalogue people rate themselves on: reading it, its versions and their approval, what differs between two."""

import streamlit as st

from bkcore import catalogue
from dashboard import session, state
from dashboard.components import items, panel
from dashboard.forms import sheet
from dashboard.forms.catalogue import approving, differing, reading
from dashboard.texts import catalogue as texts


def main() -> None:
    """Say in which state the newest version is, then read, decide or compare."""
    visit = session.required()
    report = state.editions_report(by=visit.actor, today=visit.today)
    newest = report.editions[0]
    with sheet.page():
        items.style()
        panel.page_head(texts.title(newest.state), texts.lead(catalogue.load()))
        for use in report.unknown:
            panel.notice(panel.NoticeKind.WARNING, texts.unknown(use), title=texts.UNKNOWN_TITLE)
        words, versions, differences = st.tabs(texts.TABS, key="catalogue")
        with words:
            reading.draw(report.editions)
        with versions:
            approving.draw(report.editions, by=visit.actor, today=visit.today)
        with differences:
            differing.draw(report.editions)


main()
