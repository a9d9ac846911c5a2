"""The list of all factors with how far each is, to jump to any of them: beside the form, on a phone in a menu."""

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from bkcore.instrument import Factor
from bkcore.reports.assessment import AssessmentReport
from dashboard.components import panel
from dashboard.forms.assessment import position
from dashboard.texts import assessment as texts

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def draw(report: AssessmentReport, *, current: str) -> "DeltaGenerator":
    """Show the list beside the form; a phone has the menu instead.

    Args:
        report: The own assessment.
        current: The factor one is at.

    Returns:
        The place of that factor, for ``here``.
    """
    with st.container(key="contents", gap=None):
        panel.heading(texts.ALL_FACTORS)
        return _entries(report, current=current, key="list")


def menu(report: AssessmentReport, *, current: str) -> "DeltaGenerator":
    """Show the line above the form: where one is, and on a phone the menu of all factors.

    Args:
        report: The own assessment.
        current: The factor one is at.

    Returns:
        The place of that factor, for ``here``.
    """
    with st.container(key="contents-line", horizontal=True, horizontal_alignment="distribute", gap=None):
        where = escape(texts.eyebrow(report.project_title, report.round_title))
        st.html(f'<p class="bk-note bk-where">{where}</p>', width="content")
        with (
            st.container(key="contents-menu", width="content"),
            st.popover(texts.ALL_FACTORS, key="menu", type="tertiary"),
        ):
            return _entries(report, current=current, key="menu")


def here(report: AssessmentReport, factor: Factor) -> None:
    """Show the factor one is at in a list of all, with how far it is: no button, as it leads nowhere else."""
    st.html(f'<p class="bk-here" aria-current="step">{escape(_label(report, factor))}</p>')


def _entries(report: AssessmentReport, *, current: str, key: str) -> "DeltaGenerator":
    place = None
    for factor in report.catalogue.factors:
        if factor.id == current:
            place = st.empty()
        else:
            _entry(_label(report, factor), to=factor.id, key=key)
    _entry(texts.SUMMARY, to=position.SUMMARY, key=key)
    return place or st.empty()


def _label(report: AssessmentReport, factor: Factor) -> str:
    total = len(report.items(factor))
    answered = total - len(report.open_in(factor))
    return texts.factor_button(factor.number, factor.short_title, answered, total)


def _entry(label: str, *, to: str, key: str) -> None:
    st.button(label, key=f"{key}-{to}", type="tertiary", width="stretch", on_click=position.go, args=(to,))
