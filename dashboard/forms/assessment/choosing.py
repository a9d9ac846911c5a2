"""Chooses between the short and the full form, at the start and at any time later."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.assessments import ChooseForm
from bkcore.instrument import Factor
from bkcore.reports.assessment import AssessmentReport
from bkcore.services.assessments import choose_form
from bkcore.vocabulary import AssessmentForm
from dashboard.components import panel, saving
from dashboard.forms.assessment import position
from dashboard.texts import assessment as texts
from dashboard.texts import assessment_forms

PLACE: Final = "form"
_FORM = texts.FORM


def cards(report: AssessmentReport, *, by: Actor) -> None:
    """Show both forms with how long each takes, each with its button.

    Args:
        report: The own assessment.
        by: Who chooses.
    """
    with st.container(gap="small"):
        panel.heading(_FORM["forms_title"], _FORM["forms_switch"])
        refused = saving.refusal(PLACE)
        if refused:
            panel.notice(panel.NoticeKind.ERROR, refused)
        for form, name in ((AssessmentForm.SHORT, "short"), (AssessmentForm.FULL, "full")):
            duration = report.durations[form]
            with panel.card(f"form-{name}"):
                panel.heading(_FORM[f"{name}_title"], level=3)
                panel.text(
                    assessment_forms.form_text(name, report.catalogue),
                    texts.duration(duration.minutes, raters=duration.raters),
                )
                first = report.catalogue.factors[0].id
                st.button(
                    _FORM[f"{name}_button"],
                    key=f"start-{name}",
                    type="primary",
                    on_click=choose,
                    kwargs={"form": form, "to": first, "assessment_id": report.assessment_id, "by": by},
                )


def switch(report: AssessmentReport, factor: Factor, *, by: Actor) -> None:
    """Offer the other form at the factor one is at.

    Args:
        report: The own assessment.
        factor: The factor on the screen.
        by: Who chooses.
    """
    other = AssessmentForm.FULL if report.short else AssessmentForm.SHORT
    st.button(
        assessment_forms.to_full(factor) if report.short else _FORM["to_short"],
        key="switch",
        type="tertiary",
        on_click=choose,
        kwargs={"form": other, "to": factor.id, "assessment_id": report.assessment_id, "by": by},
    )


def choose(*, form: AssessmentForm, to: str, assessment_id: int, by: Actor) -> None:
    """Choose a form; when that worked, move on to a screen of it."""
    raw = {"assessment_id": assessment_id, "form": form}
    if saving.save(ChooseForm, raw, choose_form, by=by, place=PLACE):
        position.go(to)
