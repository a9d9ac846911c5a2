"""Types in paper forms: one line of keys per factor, checked at once, stored as a whole or not at all."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore import catalogue
from bkcore.access import Actor
from bkcore.commands.paper import DeletePaper, EnterPaper
from bkcore.errors import BkError
from bkcore.instrument import Catalogue
from bkcore.reports.invitations import Asked, Invitation, LinkState, Progress
from bkcore.reports.rounds import RoundState
from bkcore.services import paper
from bkcore.services.paper_lines import items, read_line
from bkcore.vocabulary import AssessmentForm, Origin, View
from bkcore.wording.labels import label
from bkcore.wording.letters import invitation_name
from bkcore.wording.messages import message
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.forms.rounds.inviting import VIEWS
from dashboard.forms.rounds.paper import FORMS
from dashboard.texts import round_invitations
from dashboard.texts import round_paper as texts

_FORM: Final = "sheet"
_DELETING: Final = "sheet-delete"
_PROJECT: Final = "sheet-project"
_VIEW: Final = "sheet-view"
_KIND: Final = "sheet-form"
_REPLACES: Final = "sheet-replaces-"
_NOTHING: Final = 0
"""No assessment has this number: the sheet stands in for nothing."""
_LINE: Final = "sheet-line-"
_REMARK: Final = "sheet-remark-"
_CONFIDENTIAL: Final = "sheet-confidential-"


def draw(turn: RoundState, *, asked: Asked, by: Actor) -> None:
    """Show the form that takes a sheet in, then the sheets there are.

    Args:
        turn: The open round.
        asked: Whom one may ask, and who was.
        by: Who types.
    """
    with panel.card("sheet"):
        panel.heading(texts.ENTER_TITLE, texts.ENTER_NOTE)
        complaints.above(_FORM)
        subjects = {subject.slug: subject for subject in asked.projects if subject.chosen or not subject.over}
        project = choice.pick(
            texts.FIELD_PROJECT,
            round_invitations.names(subjects.values()),
            key=_PROJECT,
            placeholder=texts.FIELD_PROJECT_HINT,
        )
        complaints.at(_FORM, "project")
        view = st.segmented_control(
            texts.FIELD_VIEW, VIEWS, default=View.LEAD, required=True, format_func=label, key=_VIEW
        )
        form = st.segmented_control(
            texts.FIELD_FORM, FORMS, default=FORMS[0], required=True, format_func=texts.FORM.__getitem__, key=_KIND
        )
        edition = catalogue.edition(turn.catalogue_version)
        there = [entry for entry in asked.invitations if (entry.project, entry.view) == (project, view)]
        _replacing(there, key=_replaces(project, view))
        _lines(edition, form=form)
        _remarks(edition)
        kept = {"turn": turn, "edition": edition, "by": by}
        st.button(texts.SAVE, key="sheet-save", type="primary", on_click=save, kwargs=kept)
    _deleting([entry for entry in asked.invitations if entry.origin is Origin.PAPER], by=by)


def save(*, turn: RoundState, edition: Catalogue, by: Actor) -> None:
    """Store the sheet; when it is stored the lines are empty again, project and view stay for the next one."""
    if not st.session_state.get(_PROJECT):
        complaints.collect(_FORM, field="project")(texts.NO_PROJECT)
        return
    project, view = st.session_state[_PROJECT], st.session_state.get(_VIEW) or View.LEAD
    raw = {
        "round": turn.slug,
        "project": project,
        "view": view,
        "form": st.session_state.get(_KIND) or FORMS[0],
        "lines": {factor.id: str(st.session_state.get(_LINE + factor.id) or "") for factor in edition.factors},
        "remarks": [
            {
                "factor_id": factor.id,
                "text": text,
                "confidential": bool(st.session_state.get(_CONFIDENTIAL + factor.id)),
            }
            for factor in edition.factors
            if (text := str(st.session_state.get(_REMARK + factor.id) or "").strip())
        ],
        "replaces": st.session_state.get(_replaces(project, view)) or None,
    }
    if run.command(EnterPaper, raw, paper.enter_paper, by=by, done=texts.SAVED, form=_FORM) is None:
        return
    for factor in edition.factors:
        st.session_state[_LINE + factor.id] = st.session_state[_REMARK + factor.id] = ""
        st.session_state[_CONFIDENTIAL + factor.id] = False
    st.session_state.pop(_replaces(project, view), None)


def delete(assessment_id: int, *, by: Actor) -> bool:
    """Delete a sheet and tell whether that worked."""
    raw = {"assessment_id": assessment_id}
    return run.command(DeletePaper, raw, paper.delete_paper, by=by, form=_DELETING) is not None


def _replaces(project: str | None, view: View) -> str:
    """Return the key of the question what a sheet stands in for; its answer belongs to this project and view."""
    return f"{_REPLACES}{project}-{view}"


def _replacing(there: Sequence[Invitation], *, key: str) -> None:
    """Ask what the sheet stands in for, when there is an untouched invitation or an earlier sheet.

    Suggested is the invitation of the lead: a project has one, and who answers on paper must not count twice.
    """
    open_ones = {
        entry.assessment_id: entry
        for entry in there
        if entry.origin is Origin.PAPER or (entry.progress is Progress.ASKED and entry.link is not LinkState.NONE)
    }
    if not open_ones:
        return
    invited = [
        number for number, entry in open_ones.items() if entry.view is View.LEAD and entry.origin is not Origin.PAPER
    ]
    choices = [_NOTHING, *open_ones]
    st.selectbox(
        texts.FIELD_REPLACES,
        choices,
        index=choices.index(invited[0]) if len(invited) == 1 else 0,
        format_func=lambda number: texts.replaces(open_ones[number]) if number else texts.REPLACES_NOTHING,
        key=key,
    )


def _lines(edition: Catalogue, *, form: AssessmentForm) -> None:
    panel.heading(texts.LINES_TITLE, texts.lines_note(len(items(edition.factors[0], form=form))), level=3)
    for factor in edition.factors:
        expected = len(items(factor, form=form))
        line = st.text_input(
            texts.line(factor.number, factor.short_title),
            key=_LINE + factor.id,
            max_chars=expected + 4,
            placeholder=texts.LINE_HINT[form],
        )
        try:
            read_line(line or "", factor=factor, form=form)
        except BkError as error:
            complaints.collect(_FORM, field=factor.id)(message(error))
        complaints.at(_FORM, factor.id)


def _remarks(edition: Catalogue) -> None:
    with st.expander(texts.REMARKS, key="sheet-remarks"):
        for factor in edition.factors:
            st.text_area(
                texts.line(factor.number, factor.short_title), key=_REMARK + factor.id, max_chars=2000, height=80
            )
            st.checkbox(texts.confidential(factor.number), key=_CONFIDENTIAL + factor.id)


def _deleting(sheets: Sequence[Invitation], *, by: Actor) -> None:
    if not sheets:
        return
    with panel.card("sheets"):
        panel.heading(texts.sheets_title(len(sheets)), texts.SHEETS_NOTE)
        complaints.above(_DELETING)
        named: Mapping[int, str] = {
            entry.assessment_id: texts.sheet(
                invitation_name(entry.project_title, entry.view, entry.label), entry.assessment_id, form=entry.form
            )
            for entry in sheets
        }
        number = choice.pick(texts.FIELD_SHEET, named, key="sheet-choice", placeholder=texts.FIELD_SHEET_HINT)
        if number is None:
            return
        ask.button(
            texts.DELETE,
            key="sheet-delete",
            question=texts.DELETE_QUESTION,
            consequences=(named[number], texts.DELETE_TEXT),
            yes=texts.DELETE_YES,
            on_yes=partial(delete, number, by=by),
            done=texts.DELETED,
        )
