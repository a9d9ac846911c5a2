"""Step 1: the year, the kind of paper, and what stands on the cover."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.vocabulary import PaperKind
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from dashboard.components import panel
from dashboard.forms.report import steps
from dashboard.texts import report as texts
from dashboard.yearly_state import Desk

_KINDS: Final = (PaperKind.NOTICE, PaperKind.RESOLUTION)
_YEAR: Final = "report-year"


def draw(found: Desk, *, years: Sequence[int], by: Actor, today: date) -> None:
    """Show the fields of the cover.

    Args:
        found: The report.
        years: Years to choose from.
        by: Who writes.
        today: The day it is.
    """
    written, year = found.written, found.written.year
    with panel.card("report-cover"):
        st.selectbox(texts.FIELD_YEAR, list(years), index=list(years).index(year), key=_YEAR, on_change=_year)
        if found.last is not None:
            panel.notice(panel.NoticeKind.INFO, texts.there_is_one(found.last))
        if year == today.year:
            panel.notice(panel.NoticeKind.WARNING, found.content.headline.finding)
        st.radio(
            texts.FIELD_KIND,
            _KINDS,
            index=_KINDS.index(written.kind),
            format_func=words.KINDS.__getitem__,
            captions=texts.KIND_HINTS,
            key=f"report-kind-{year}",
            on_change=_save,
            args=(year, "kind"),
            kwargs={"by": by},
        )
        _line(year, "subject", texts.FIELD_SUBJECT, written.subject, 300, by=by, hint=sentences.subject(year))
        _line(year, "reference", texts.FIELD_REFERENCE, written.reference, 40, by=by, hint="12/0000")
        _line(year, "file_number", texts.FIELD_FILE_NUMBER, written.file_number, 60, by=by)
        if written.kind is PaperKind.RESOLUTION:
            st.text_area(
                texts.FIELD_RESOLUTION,
                written.resolution or words.resolution_draft(year),
                key=f"report-resolution-{year}",
                max_chars=2000,
                on_change=_save,
                args=(year, "resolution"),
                kwargs={"by": by},
            )


def _line(year: int, field: str, label: str, value: str, longest: int, *, by: Actor, hint: str = "") -> None:
    st.text_input(
        label,
        value,
        key=f"report-{field}-{year}",
        max_chars=longest,
        placeholder=hint,
        on_change=_save,
        args=(year, field),
        kwargs={"by": by},
    )


def _year() -> None:
    steps.choose_year(int(st.session_state[_YEAR]))


def _save(year: int, field: str, *, by: Actor) -> None:
    steps.save(year, field, st.session_state[f"report-{field}-{year}"], by=by)
