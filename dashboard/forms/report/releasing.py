"""Step 5: look at it as the council will, release it, and take it along."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.year_reports import ReleaseReport
from bkcore.publication.yearly.faces import FACES, file_name, named
from bkcore.publication.yearly.release import release_report
from dashboard import yearly_state
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import report as texts
from dashboard.yearly_state import Desk

_FORM: Final = "report-releasing"
_CORRECTION: Final = "report-correction"


def draw(found: Desk, *, by: Actor) -> None:
    """Show preview, release and what was released before."""
    year, again = found.written.year, found.last is not None
    with panel.card("report-preview"):
        panel.heading(texts.PREVIEW_TITLE, texts.PREVIEW_NOTE)
        with st.container(horizontal=True, key="row-report-preview"):
            for form in ("pdf", "docx"):
                st.download_button(
                    texts.PREVIEWS[form],
                    partial(yearly_state.draft_file, found, form),
                    file_name(found.report, form),
                    FACES[form].media_type,
                    key=f"report-preview-{form}",
                    on_click="ignore",
                )
    with panel.card("report-releasing"):
        complaints.above(_FORM)
        correction = ""
        if again:
            correction = st.text_area(
                texts.FIELD_CORRECTION, key=_CORRECTION, max_chars=1000, placeholder=texts.FIELD_CORRECTION_HINT
            ).strip()
        ask.button(
            texts.RELEASE,
            key="report-release",
            question=texts.release_question(year, found.report.cover.version),
            consequences=texts.RELEASE_CONSEQUENCES,
            yes=texts.RELEASE_YES,
            on_yes=partial(release, year, correction, by=by),
            done=texts.RELEASED,
            kind="primary",
            disabled=again and not correction,
        )
        if again and not correction:
            st.html(f'<p class="bk-note">{texts.CORRECTION_MISSING}</p>')
    _released(by=by)


def release(year: int, correction: str, *, by: Actor) -> bool:
    """Release and tell whether that worked."""
    raw = {"year": year, "correction": correction}
    done = run.command(ReleaseReport, raw, release_report, by=by, form=_FORM) is not None
    if done:
        st.session_state[_CORRECTION] = ""
    return done


def _released(*, by: Actor) -> None:
    entries = {entry.number: entry for entry in yearly_state.entries(by=by)}
    with panel.card("report-list"):
        panel.heading(texts.LIST_TITLE)
        if not entries:
            panel.notice(panel.NoticeKind.EMPTY, texts.LIST_NONE)
            return
        chosen = st.selectbox(
            texts.FIELD_REPORT,
            list(entries),
            format_func=lambda number: texts.entry(entries[number]),
            key=f"report-chosen-{len(entries)}",
        )
        with st.container(horizontal=True, key="row-report-files"):
            for form, face in FACES.items():
                name = named(entries[chosen].year, chosen, form)
                st.download_button(
                    texts.FORMS[form],
                    partial(yearly_state.released_file, by=by, number=chosen, form=form),
                    name,
                    face.media_type,
                    key=f"report-file-{form}",
                    on_click="ignore",
                )
