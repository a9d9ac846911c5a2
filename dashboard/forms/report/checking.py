"""Step 4: what is worth a look, each with where it is mended."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.publication.yearly.check import Finding, Mend
from bkcore.wording.year_report_check import ACCESSIBLE, NOTHING
from dashboard import yearly_state
from dashboard.components import panel
from dashboard.forms.report import steps
from dashboard.texts import navigation
from dashboard.texts import report as texts
from dashboard.yearly_state import Desk

_STEP_OF: Final = {Mend.COVER: 1, Mend.STATIONS: 2, Mend.TEXTS: 3}


def draw(found: Desk, *, by: Actor) -> None:
    """Show what was found."""
    checked = yearly_state.checked(found)
    panel.notice(panel.NoticeKind.DONE, ACCESSIBLE)
    with panel.card("report-check"):
        panel.heading(texts.CHECK_LIST, texts.CHECK_NOTE)
        if not checked.findings:
            panel.notice(panel.NoticeKind.DONE, NOTHING)
        for place, finding in enumerate(checked.findings):
            _finding(found.written.year, place, finding, by=by)


def _finding(year: int, place: int, finding: Finding, *, by: Actor) -> None:
    with st.container(key=f"report-finding-{place}", gap="small"):
        panel.text(finding.text)
        if step := _STEP_OF.get(finding.mend):
            target = {"section": finding.section, "by": by}
            st.button(
                f"{texts.MEND}: {texts.MENDS[finding.mend]}",
                key=f"report-mend-{place}",
                on_click=steps.go,
                args=(year, step),
                kwargs=target,
            )
        else:
            st.html(f'<p class="bk-note">{texts.MENDS[finding.mend]}</p>')
        if finding.mend is Mend.PROJECT_TEXTS:
            address = f'href="/{navigation.COUNCIL_PATH}" target="_self"'
            st.html(f'<p class="bk-link"><a {address}>{texts.TO_COUNCIL}</a></p>')
