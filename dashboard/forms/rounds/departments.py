"""Adds, renames and retires departments of the administration."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.departments import AddDepartment, RenameDepartment, RetireDepartment
from bkcore.reports.subjects import Subject
from bkcore.services import departments
from bkcore.vocabulary import SubjectKind
from dashboard.components import ask, choice, complaints, listing, panel, run
from dashboard.texts import departments as texts

_ADD: Final = "department-add"
_EDIT: Final = "department-edit"
_NEW: Final = "department-new"


def draw(subjects: Sequence[Subject], *, by: Actor) -> None:
    """Show the departments there are, and what can be done with them.

    Args:
        subjects: Projects and departments.
        by: Who acts.
    """
    there = [subject for subject in subjects if subject.kind is SubjectKind.DEPARTMENT]
    with st.container(gap="small"):
        panel.heading(texts.TITLE, texts.NOTE)
        if there:
            rows = [(one.title, texts.RETIRED if one.over else texts.ACTIVE) for one in there]
            listing.table(texts.COLUMNS, rows, label=texts.TITLE)
        else:
            panel.notice(panel.NoticeKind.EMPTY, texts.NONE)
    with panel.card("departments"):
        panel.heading(texts.ADD_TITLE, level=3)
        complaints.above(_ADD)
        st.text_input(texts.FIELD_NAME, key=_NEW, max_chars=200, placeholder=texts.FIELD_NAME_HINT)
        complaints.at(_ADD, "title")
        st.button(texts.ADD, key="department-add", on_click=add, kwargs={"by": by})
    if there:
        _editing(there, by=by)


def add(*, by: Actor) -> None:
    """Add a department by the name in the field."""
    raw = {"title": st.session_state.get(_NEW) or ""}
    if not complaints.fits(_ADD, AddDepartment, raw):
        return
    if run.command(AddDepartment, raw, departments.add_department, by=by, done=texts.ADDED, form=_ADD):
        st.session_state[_NEW] = ""


def rename(slug: str, *, by: Actor) -> None:
    """Give a department the name in its field."""
    raw = {"slug": slug, "title": st.session_state.get(f"department-title-{slug}") or ""}
    if complaints.fits(_EDIT, RenameDepartment, raw):
        run.command(RenameDepartment, raw, departments.rename_department, by=by, done=texts.RENAMED, form=_EDIT)


def retire(slug: str, *, retired: bool, by: Actor) -> bool:
    """Retire a department, or ask it again, and tell whether that worked."""
    raw = {"slug": slug, "retired": retired}
    return run.command(RetireDepartment, raw, departments.retire_department, by=by, form=_EDIT) is not None


def _editing(there: Sequence[Subject], *, by: Actor) -> None:
    with panel.card("department"):
        panel.heading(texts.EDIT_TITLE, level=3)
        complaints.above(_EDIT)
        slugs = {one.slug: one for one in there}
        slug = choice.pick(
            texts.FIELD_CHOICE,
            {slug: one.title for slug, one in slugs.items()},
            key="department-choice",
            placeholder=texts.FIELD_CHOICE_HINT,
        )
        if slug is None:
            return
        one = slugs[slug]
        st.text_input(texts.FIELD_NAME, value=one.title, key=f"department-title-{slug}", max_chars=200)
        complaints.at(_EDIT, "title")
        with st.container(horizontal=True, key="row-department"):
            st.button(texts.RENAME, key="department-rename", on_click=rename, args=(slug,), kwargs={"by": by})
            ask.button(
                texts.ASK_AGAIN if one.over else texts.RETIRE,
                key="department-retire",
                question=texts.again_question(one.title) if one.over else texts.retire_question(one.title),
                consequences=texts.AGAIN_TEXT if one.over else texts.RETIRE_TEXT,
                yes=texts.ASK_AGAIN_YES if one.over else texts.RETIRE_YES,
                on_yes=partial(retire, slug, retired=not one.over, by=by),
            )
