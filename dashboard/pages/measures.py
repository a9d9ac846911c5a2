"""Measures: what is overdue, all of them as list or board, and each with its log and what came of it."""

import streamlit as st

from bkcore.access import decides, reminds_owners
from bkcore.reports.measure_board import MeasuresReport
from dashboard import session, steering_state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.measures import choosing, editing, listing, owners, single
from dashboard.texts import measures as texts
from dashboard.texts import navigation


def main() -> None:
    """Show one measure when the address names it, else all of them."""
    visit = session.required()
    by, today = visit.actor, visit.today
    with sheet.page():
        report = steering_state.measures_report(by=by)
        asked = choosing.asked()
        one = report.find(asked)
        if one is not None:
            found = steering_state.measure_detail_report(by=by, measure_id=one.id, today=today)
            single.draw(found, report, by=by, today=today)
            return
        _all(report, visit, unknown=bool(asked))


def _all(report: MeasuresReport, visit: session.Visit, *, unknown: bool) -> None:
    by, today = visit.actor, visit.today
    head = st.container()
    if unknown:
        panel.notice(panel.NoticeKind.WARNING, texts.UNKNOWN, title=texts.UNKNOWN_TITLE)
    shown = choosing.shown(report) if report.measures else None
    with head:
        title, lead = texts.head(shown.measures, today=today) if shown and shown.measures else ("", texts.ABOUT)
        panel.page_head(title or navigation.MEASURES, lead, eyebrow=navigation.MEASURES if title else "")
    if shown is None:
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
    elif not shown.measures:
        panel.notice(panel.NoticeKind.EMPTY, texts.NO_MATCH, title=texts.NO_MATCH_TITLE)
    else:
        (listing.draw_board if shown.as_board else listing.draw_list)(shown.measures, today=today)
    with st.container(horizontal=True, key="row-massnahmen"):
        if decides(by) and st.button(texts.NEW, key="measure-new", type="primary"):
            editing.opened(report, measure=None, by=by, today=today)
        if shown is not None:
            listing.draw_calendar(shown.measures)
    if reminds_owners(by):
        owners.draw_reminding(steering_state.owners_to_remind(by=by, today=today), by=by, today=today)
        owners.draw_letters(by=by)


main()
