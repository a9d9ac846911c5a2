"""Reads a workbook or CSV files in, after a preview; gives the template and everything recorded."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.errors import BkError
from bkcore.intake.apply import apply, preview
from bkcore.intake.export import export_rows
from bkcore.intake.read import read_files
from bkcore.intake.report import ImportReport
from bkcore.intake.steps import Tell
from bkcore.intake.table import Table
from bkcore.intake.template import template_bytes
from bkcore.intake.workbook_out import workbook_bytes
from bkcore.wording.messages import message
from dashboard import state
from dashboard.components import ask, listing, panel
from dashboard.texts import record_files as texts

_UPLOADS: Final = "records-uploads"
_EXAMINED: Final = "records-examined"
_EXPORT: Final = "records-export"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(*, by: Actor) -> None:
    """Show the ways in and out.

    Args:
        by: Who acts; must be the administration.
    """
    panel.heading(texts.EXCEL, texts.EXCEL_NOTE)
    _out(by=by)
    number = st.session_state.setdefault(_UPLOADS, 0)
    given = st.file_uploader(texts.UPLOAD, ["xlsx", "csv"], accept_multiple_files=True, key=f"records-file-{number}")
    if given:
        _in([(one.name, one.getvalue()) for one in given], by=by)
    else:
        st.session_state.pop(_EXAMINED, None)  # thousands of rows nobody asks for any more


def _out(*, by: Actor) -> None:
    with st.container(horizontal=True, key="row-excel"):
        st.download_button(
            texts.TEMPLATE, template_bytes, texts.TEMPLATE_FILE, _SHEET, key="records-template", on_click="ignore"
        )
        st.download_button(
            texts.EXPORT,
            lambda: workbook_bytes(export_rows(state.engine(), by=by)),
            texts.EXPORT_FILE,
            _SHEET,
            key=_EXPORT,
            on_click="ignore",
        )


def _in(files: Sequence[tuple[str, bytes]], *, by: Actor) -> None:
    try:
        tables, report = _examined(files, by=by)
    except BkError as error:
        panel.notice(panel.NoticeKind.ERROR, message(error))
        return
    if report.faults:
        panel.notice(panel.NoticeKind.ERROR, texts.FAULTS_WHAT, title=texts.faults_title(len(report.faults)))
        rows = [texts.fault(one) for one in report.faults[: texts.MOST_FAULTS]]
        listing.table(texts.FAULT_COLUMNS, rows, label=texts.faults_title(len(report.faults)))
    elif report.nothing_to_do:
        panel.notice(panel.NoticeKind.INFO, texts.UNCHANGED)
    else:
        _offer(report, tables, by=by)


def _examined(files: Sequence[tuple[str, bytes]], *, by: Actor) -> tuple[Sequence[Table], ImportReport]:
    """Return what the files hold and would come to, found out once for these files and this state of the data."""
    key = (state.data_version(), *((name, hashlib.sha256(content).digest()) for name, content in files))
    kept = st.session_state.get(_EXAMINED)
    if kept is None or kept[0] != key:
        with st.spinner(texts.OPENING):
            tables = read_files(dict(files))
        with _progress(texts.CHECKING) as tell:
            kept = st.session_state[_EXAMINED] = key, tables, preview(state.engine(), tables, by=by, tell=tell)
    return kept[1], kept[2]


def _offer(report: ImportReport, tables: Sequence[Table], *, by: Actor) -> None:
    panel.heading(texts.PREVIEW, level=3)
    listing.table(texts.PREVIEW_COLUMNS, texts.tally(report), label=texts.PREVIEW)
    if not st.button(texts.APPLY, key="records-apply", type="primary"):
        return
    try:
        with _progress(texts.READING) as tell:
            done = apply(state.engine(), tables, by=by, tell=tell)
    except BkError as error:
        panel.notice(panel.NoticeKind.ERROR, message(error))
        return
    st.session_state[_UPLOADS] += 1
    st.session_state.pop(_EXAMINED, None)
    ask.tell(texts.applied(done))
    st.rerun()


@contextmanager
def _progress(label: str) -> Iterator[Tell]:
    place = st.empty()
    bar = place.progress(0.0, text=label)
    try:
        yield lambda share: bar.progress(share, text=texts.share_done(label, share))
    finally:
        place.empty()
