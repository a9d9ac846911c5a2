"""Members of the steering group: seats, who represents whom, continuity and change, hand-over and erasure."""

import streamlit as st

from bkcore.access import keeps_members
from dashboard import session, steering_state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.members import dialogs, listing, single
from dashboard.texts import members as texts
from dashboard.texts import navigation


def main() -> None:
    """Show the seats and who sits there; the administration changes them."""
    visit = session.required()
    by, today = visit.actor, visit.today
    with sheet.page():
        report = steering_state.members_report(by=by, today=today)
        if report.seats:
            panel.page_head(*texts.head(report, today=today), eyebrow=navigation.MEMBERS)
            listing.draw(report, today=today)
        else:
            panel.page_head(navigation.MEMBERS, texts.ABOUT)
            text = texts.EMPTY_KEEPER if keeps_members(by) else texts.EMPTY
            panel.notice(panel.NoticeKind.EMPTY, text, title=texts.EMPTY_TITLE)
        if keeps_members(by) and st.button(texts.NEW_SEAT, key="members-new", type="primary"):
            dialogs.give_seat(report, by=by, today=today)
        if report.seats:
            single.draw(report, by=by, today=today)


main()
