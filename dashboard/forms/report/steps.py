"""Where one is in the assistant; it is kept in the draft, so that another device goes on there."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.year_reports import STEPS, FrameReport
from bkcore.services.year_reports import frame_report
from dashboard.components import choice, complaints, panel, run, saving
from dashboard.texts import report as texts

PLACE: Final = "report"
_YEAR: Final = "jahr"
_SECTION: Final = "report-section"
_FORM: Final = "report"


def shown_year(years: Sequence[int], *, last: int | None) -> int:
    """Return the year the address names, else the one worked on last, else the last that is over.

    Args:
        years: The years a report can be about, the newest first.
        last: The year somebody worked on last, ``None`` when nobody has begun.
    """
    default = last if last is not None and last in years else years[min(1, len(years) - 1)]
    asked = st.query_params.get(_YEAR)
    return next((year for year in years if str(year) == asked), default)


def heed_year(years: Sequence[int], *, shown: int) -> None:
    """Say so when the address names a year without a report."""
    choice.heed(texts.FIELD_YEAR, [str(year) for year in years], key=_YEAR, instead=str(shown))


def draw(*, year: int, step: int, by: Actor) -> None:
    """Show the five steps, the current one marked; each can be gone to at once."""
    key = f"report-step-{year}-{step}"
    st.segmented_control(
        texts.STEPS_LABEL,
        range(1, STEPS + 1),
        default=step,
        required=True,
        format_func=lambda place: texts.STEPS[place - 1],
        key=key,
        label_visibility="collapsed",
        on_change=lambda: go(year, int(st.session_state[key]), by=by),
    )
    complaints.above(_FORM)
    if at := saving.at(PLACE):
        panel.saved(texts.saved(at))
    elif refused := saving.refusal(PLACE):
        panel.notice(panel.NoticeKind.ERROR, refused)


def go(year: int, step: int, section: str = "", *, by: Actor) -> None:
    """Go to a step; meant as a callback.

    Args:
        year: The report.
        step: 1 to 5.
        section: The chapter to show there.
        by: Who writes.
    """
    if section:
        st.session_state[_SECTION] = section
    raw = {"year": year, "step": step}
    run.command(FrameReport, raw, frame_report, by=by, form=_FORM)


def save(year: int, field: str, value: object, *, by: Actor) -> None:
    """Save one field of the cover; meant as a callback."""
    saving.save(FrameReport, {"year": year, field: value}, frame_report, by=by, place=PLACE)


def choose_year(year: int) -> None:
    """Turn to the report of another year."""
    st.query_params[_YEAR] = str(year)
    st.session_state.pop(_SECTION, None)


def section() -> str:
    """Return the chapter that was asked for, empty for none."""
    return str(st.session_state.get(_SECTION, ""))


def show_section(key: str) -> None:
    """Show another chapter from the next run on."""
    st.session_state[_SECTION] = key


def around(*, year: int, step: int, by: Actor) -> None:
    """Offer the way back and on."""
    with st.container(horizontal=True, key="row-report-steps"):
        if step > 1:
            st.button(texts.BACK, key="report-back", on_click=go, args=(year, step - 1), kwargs={"by": by})
        if step < STEPS:
            label = texts.NEXT[step - 1]
            st.button(label, key="report-next", type="primary", on_click=partial(go, year, step + 1, by=by))
    st.html(f'<p class="bk-note">{texts.KEPT}</p>')
