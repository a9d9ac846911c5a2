"""The screens of somebody who has no assessment: no round, one that is planned, or one button to begin."""

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import StartAssessment
from bkcore.reports.assessment_desk import Desk, PlannedRound
from bkcore.services.assessments import start_assessment
from dashboard.components import panel, saving
from dashboard.texts import assessment as texts
from dashboard.texts import assessment_forms

_PLACE = "begin"


def draw(desk: Desk, *, by: Actor) -> None:
    """Say that no round runs, or from when one will, or offer to begin in the one that does.

    Args:
        desk: What the lead finds.
        by: Who acts.
    """
    refused = saving.refusal()
    if refused:
        panel.notice(panel.NoticeKind.ERROR, refused)
    if desk.round_slug is None or desk.catalogue is None:
        panel.page_head(texts.TITLE)
        if desk.planned is None:
            panel.notice(panel.NoticeKind.EMPTY, texts.NO_ROUND_TEXT, title=texts.NO_ROUND_TITLE)
        else:
            planned(desk.planned)
        return
    panel.page_head(texts.FORM["welcome_title"], texts.wording("welcome_text", desk.kind), eyebrow=desk.round_title)
    panel.text(texts.BEGIN_TEXT, assessment_forms.how_much(desk.catalogue))
    st.button(texts.BEGIN, key="begin", type="primary", on_click=begin, args=(desk.round_slug, by))


def planned(turn: PlannedRound) -> None:
    """Say which round comes next and what to do then."""
    title = texts.planned_next(turn.title, opens_on=turn.opens_on, closes_on=turn.closes_on)
    panel.notice(panel.NoticeKind.INFO, texts.FORM["planned_how"], title=title)


def begin(round_slug: str, by: Actor) -> None:
    """Start the lead's assessment; the page that follows opens it."""
    saving.save(StartAssessment, {"round": round_slug}, start_assessment, by=by, place=_PLACE)
