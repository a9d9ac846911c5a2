"""Meetings of the steering group: prepared, held on the wall, looked back at with their minutes."""

import streamlit as st

from bkcore.vocabulary import MeetingState
from dashboard import meeting_state, session
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.meeting import ahead, choosing, holding, listing, looking_back
from dashboard.texts import meeting as texts


def main() -> None:
    """Show one meeting when the address names it, else all of them."""
    visit = session.required()
    by, today = visit.actor, visit.today
    with sheet.page():
        report = meeting_state.meetings_report(by=by)
        asked = choosing.asked()
        found = meeting_state.meeting(by=by, meeting_id=asked) if asked else None
        if found is None:
            head = st.container()
            if choosing.is_unknown(found):
                panel.notice(panel.NoticeKind.WARNING, texts.UNKNOWN, title=texts.UNKNOWN_TITLE)
            with head:
                panel.page_head(*texts.head(report))
            listing.draw(report, by=by, today=today)
        elif found.row.state is MeetingState.RUNNING:
            holding.draw(found, by=by, today=today)
        elif found.row.state is MeetingState.ENDED:
            looking_back.draw(found, by=by)
        else:
            ahead.draw(found, report, by=by, today=today)


main()
