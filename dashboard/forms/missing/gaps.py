"""The list the steering group keeps: what is missing, what is done about it, by whom and until when."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from bkcore.access import Actor, keeps_perspectives
from bkcore.commands.perspectives import PutGap
from bkcore.reports.perspective_facts import DeclaredPerspective, Gap, PerspectivesReport
from bkcore.services.perspectives import put_gap
from bkcore.vocabulary import CoverageState, GapState
from dashboard.components import ask, choice, complaints, listing, panel, run
from dashboard.forms.missing import noting
from dashboard.texts import missing_forms as texts

_FORM: Final = "gap-state"
_CHOICE: Final = "gap-choice"
_LACKING: Final = frozenset({CoverageState.MISSING, CoverageState.UNCERTAIN, CoverageState.UNKNOWN})


def draw(report: PerspectivesReport, *, year: int | None, by: Actor, today: date) -> None:
    """Show what is missing in a year with its next steps, and let those who keep the list change it.

    Args:
        report: What is declared.
        year: The year the page speaks about, ``None`` without a record.
        by: Who acts.
        today: The day it is.
    """
    every = [gap for one in (*report.perspectives, *report.retired) for gap in one.gaps]
    open_steps = [gap for gap in every if gap.state is GapState.OPEN]
    late = sum(gap.is_overdue(today) for gap in open_steps)
    panel.heading(texts.GAPS, texts.gaps_note(len(open_steps), late=late))
    complaints.above(_FORM)
    rows = _rows(report, year=year, today=today)
    if rows:
        listing.table(texts.COLUMNS_GAPS, rows, label=texts.GAPS)
    else:
        panel.text(texts.NO_GAPS)
    if not keeps_perspectives(by):
        return
    without = [one.slug for one in report.perspectives if _lacks(one, year) and not _open(one)]
    if st.button(texts.NOTE_STEP, key="gap-new", type="secondary"):
        noting.opened(report, gap=None, first=without[0] if without else None, by=by, today=today)
    if every:
        _managing(report, every, by=by, today=today)


def set_state(gap: Gap, state: GapState, *, by: Actor) -> None:
    """Say that a step is done, or open again; a refusal is shown above the list."""
    raw = {**gap.answers(), "state": state}
    if run.command(PutGap, raw, put_gap, by=by, form=_FORM) is not None:
        ask.tell(texts.CLOSED if state is GapState.DONE else texts.REOPENED)


def _rows(report: PerspectivesReport, *, year: int | None, today: date) -> list[tuple[str, ...]]:
    """Return a row for every step, and one for every gap without an open one; what is left to do comes first."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    for one in (*report.perspectives, *report.retired):
        cell = one.cell(year) if year is not None else None
        steps: Sequence[Gap | None] = one.gaps
        if _lacks(one, year) and not _open(one):
            steps = [None, *steps]
        for gap in steps:
            place = 1 if gap is None else 0 if gap.state is GapState.OPEN else 2
            rows.append((place, texts.gap_row(one, cell, gap, today=today)))
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _lacks(one: DeclaredPerspective, year: int | None) -> bool:
    cell = one.cell(year) if year is not None else None
    return cell is not None and cell.state in _LACKING


def _open(one: DeclaredPerspective) -> bool:
    return any(gap.state is GapState.OPEN for gap in one.gaps)


def _managing(report: PerspectivesReport, every: Sequence[Gap], *, by: Actor, today: date) -> None:
    titles = {one.slug: one.title for one in (*report.perspectives, *report.retired)}
    gaps = {gap.slug: gap for gap in sorted(every, key=lambda gap: (gap.state is GapState.DONE, gap.due_on))}
    with panel.card("schritt"):
        panel.heading(texts.MANAGE, level=3)
        slug = choice.pick(
            texts.FIELD_GAP,
            {one: texts.gap_name(titles[gaps[one].perspective], gaps[one]) for one in gaps},
            key=_CHOICE,
            placeholder=texts.FIELD_GAP_HINT,
        )
        if slug is None:
            return
        gap = gaps[slug]
        done = gap.state is GapState.DONE
        with st.container(horizontal=True, key="row-schritt"):
            st.button(
                texts.REOPEN if done else texts.CLOSE,
                key="gap-turn",
                type="primary",
                on_click=set_state,
                args=(gap, GapState.OPEN if done else GapState.DONE),
                kwargs={"by": by},
            )
            if st.button(texts.EDIT, key="gap-edit"):
                noting.opened(report, gap=gap, first=None, by=by, today=today)
