"""Hands an assessment over to a successor: says what happens, then shows the new link once, in the same dialog.

The link of whoever hands over is dead from that moment on, so the page behind the dialog belongs to a guest already;
the dialog runs by itself and still shows what was made.
"""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import HandOver
from bkcore.reports.assessment import AssessmentReport
from bkcore.services.handover import hand_over_assessment
from dashboard import state
from dashboard.components import complaints, handout, panel, run
from dashboard.texts import assessment as texts
from dashboard.texts import handout as words

_FORM = texts.FORM
_PLACE: Final = "successor"
_DONE: Final = "successor-given"


def draw(report: AssessmentReport, *, by: Actor) -> None:
    """Offer to hand over.

    Args:
        report: The own assessment.
        by: Who hands over.
    """
    with st.container(key="successor", gap="xsmall"):
        panel.heading(_FORM["successor_title"], _FORM["successor_text"])
        asked = st.button(_FORM["successor_button"], key="hand-over")
        if asked or handout.there(_PLACE):
            st.dialog(_FORM["successor_question"], width="medium")(_asked)(report, by=by)


def hand_over(report: AssessmentReport, *, by: Actor) -> None:
    """Hand over and keep the fresh address to be shown."""
    raw = {"assessment_id": report.assessment_id}
    issued = run.command(HandOver, raw, hand_over_assessment, by=by, form=_PLACE)
    if issued is None:
        return
    address = f"{state.settings().public_url}/anmelden/{issued.token}"
    project = report.project_title
    fresh = handout.Handout(
        title=texts.eyebrow(project, report.round_title),
        address=address,
        subject=texts.successor_subject(project),
        body=texts.successor_body(project, address=address, closes_on=report.closes_on),
    )
    handout.put(_PLACE, [fresh])
    st.session_state[_DONE] = True


def _asked(report: AssessmentReport, *, by: Actor) -> None:
    complaints.above(_PLACE)
    if handout.there(_PLACE):
        handout.draw(_PLACE, file_name="", arrive=False, lost=_FORM["successor_lost"])
        return
    if st.session_state.pop(_DONE, False):
        st.rerun()  # the link has been taken; whoever handed over is a guest from here on
    secret = sum(written.confidential for written in report.remarks.values())
    panel.text(*texts.successor_consequences(secret))
    with st.container(horizontal=True, key="row-successor"):
        st.button(
            _FORM["successor_yes"],
            key="hand-over-yes",
            type="primary",
            on_click=hand_over,
            args=(report,),
            kwargs={"by": by},
        )
        if st.button(words.CANCEL, key="hand-over-no"):
            st.rerun()
