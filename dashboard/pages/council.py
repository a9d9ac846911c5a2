"""What the council sees; the administration also releases, gives links and releases texts here."""

import streamlit as st

from bkcore.access import releases
from dashboard import session, state
from dashboard.components import briefing, panel
from dashboard.forms import sheet
from dashboard.forms.council import links, project_texts, releasing
from dashboard.texts import council as texts


def main() -> None:
    """Show the current release; to those who release, with what they can do."""
    visit = session.required()
    with sheet.page():
        if releases(visit.actor):
            _desk(visit)
            return
        shown = state.briefing(by=visit.actor)
        if shown is None:
            panel.page_head(texts.TITLE)
            panel.notice(panel.NoticeKind.EMPTY, texts.NONE_TEXT, title=texts.NONE_TITLE)
        else:
            briefing.draw(shown, titled=True)


def _desk(visit: session.Visit) -> None:
    panel.page_head(texts.TITLE, texts.LEAD)
    view, addresses, descriptions = st.tabs(texts.TABS, key="council")
    shown = state.briefing(by=visit.actor)
    number = shown.header.number if shown else 0
    with view:
        if shown is None:
            panel.notice(panel.NoticeKind.EMPTY, texts.NONE_TEXT_RELEASER, title=texts.NONE_TITLE)
        releasing.draw(number=number, by=visit.actor)
        briefing.draw(shown or state.briefing_preview(by=visit.actor), titled=False)
    with addresses:
        listed = state.live_links(by=visit.actor, today=visit.today)
        links.draw(listed.links, number=number, expires_on=listed.expiry, by=visit.actor, today=visit.today)
    with descriptions:
        project_texts.draw(state.project_texts(by=visit.actor), by=visit.actor)


main()
