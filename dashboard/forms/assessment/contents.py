"""The list of all factors with how far each is, to jump to any of them: beside the form, on a phone in a menu."""

from html import escape

import streamlit as st

from bkcore.reports.assessment import AssessmentReport
from dashboard.components import panel
from dashboard.forms.assessment import position
from dashboard.texts import assessment as texts


def draw(report: AssessmentReport, *, current: str) -> None:
    """Show the list beside the form; a phone has the menu instead.

    Args:
        report: The own assessment.
        current: The screen one is on.
    """
    with st.container(key="contents", gap=None):
        panel.heading(texts.ALL_FACTORS)
        _entries(report, current=current, key="list")


def menu(report: AssessmentReport, *, current: str) -> None:
    """Show the line above the form: where one is, and on a phone the menu of all factors.

    Args:
        report: The own assessment.
        current: The screen one is on.
    """
    with st.container(key="contents-line", horizontal=True, horizontal_alignment="distribute", gap=None):
        where = escape(texts.eyebrow(report.project_title, report.round_title))
        st.html(f'<p class="bk-note bk-where">{where}</p>', width="content")
        with (
            st.container(key="contents-menu", width="content"),
            st.popover(texts.ALL_FACTORS, key="menu", type="tertiary"),
        ):
            _entries(report, current=current, key="menu")


def _entries(report: AssessmentReport, *, current: str, key: str) -> None:
    for factor in report.catalogue.factors:
        total = len(report.items(factor))
        answered = total - len(report.open_in(factor))
        label = texts.factor_button(factor.number, factor.short_title, answered, total)
        _entry(label, to=factor.id, current=current, key=key)
    _entry(texts.SUMMARY, to=position.SUMMARY, current=current, key=key)


def _entry(label: str, *, to: str, current: str, key: str) -> None:
    place = "here" if to == current else "there"
    with st.container(key=f"entry-{place}-{key}-{to}"):
        st.button(label, key=f"{key}-{to}", type="tertiary", width="stretch", on_click=position.go, args=(to,))
