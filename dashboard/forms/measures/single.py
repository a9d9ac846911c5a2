"""One measure: what was taken on, where it stands, what happened, and the factor before and after."""

from datetime import date

import streamlit as st

from bkcore.access import Actor, plans_measures, reminds_owners, updates_measure
from bkcore.reports.measure_board import BoardMeasure, MeasuresReport
from bkcore.reports.measure_detail import MeasureDetail
from bkcore.reports.measure_effect import Effect
from dashboard.components import listing, panel
from dashboard.forms.measures import choosing, editing, owners, reporting
from dashboard.texts import measure as texts
from dashboard.texts import measures as list_texts
from dashboard.texts import meeting as meeting_texts


def draw(found: MeasureDetail, report: MeasuresReport, *, by: Actor, today: date) -> None:
    """Show one measure and everything one may do about it.

    Args:
        found: The measure.
        report: All measures, and what one can choose from.
        by: Who acts.
        today: The day it is.
    """
    one = found.measure
    back = list_texts.address(None, kept=choosing.kept())
    panel.link(list_texts.BACK, back)
    panel.page_head(one.title, texts.lead(one, today=today), eyebrow=texts.EYEBROW)
    left, right = st.columns([1, 1], gap="large")
    with left:
        panel.heading(texts.RECORD)
        panel.terms([panel.Term(*row) for row in texts.record(one)])
        if found.source is not None:
            panel.text(texts.decided(found.source))
            panel.link(texts.TO_MEETING, meeting_texts.address(found.source.meeting_id))
        if plans_measures(by, one.project or None) and st.button(texts.EDIT, key="measure-edit"):
            editing.opened(report, measure=one, by=by, today=today)
    with right:
        if updates_measure(by, one.project or None, measure_id=one.id):
            reporting.draw(one, by=by)
    _log(found, report)
    _effect(one, found.effect)
    if reminds_owners(by):
        owners.draw_links(one, found.links, by=by)
        owners.draw_letters(by=by)


def _log(found: MeasureDetail, report: MeasuresReport) -> None:
    panel.heading(texts.LOG)
    if found.log:
        panel.event_list([panel.Event(*texts.log_entry(line)) for line in found.log], label=texts.LOG)
    else:
        panel.text(texts.NO_LOG)
    with st.expander(texts.HISTORY, key="measure-history"):
        rows = [texts.history_row(line, report) for line in found.history]
        listing.table(texts.HISTORY_COLUMNS, rows, label=texts.HISTORY)


def _effect(one: BoardMeasure, effect: Effect) -> None:
    panel.heading(texts.EFFECT, texts.EFFECT_NOTE)
    panel.text(texts.effect_sentence(one, effect))
    panel.key_figures(
        [
            panel.KeyFigure(texts.side_value(side, is_step=effect.is_step), name, texts.side_note(side))
            for name, side in ((texts.BEFORE, effect.before), (texts.AFTER, effect.after))
        ]
    )
