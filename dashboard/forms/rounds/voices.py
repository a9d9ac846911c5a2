"""The participants' forms: open them for chosen projects, take posters and link away, see how many answered, close."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.voices import CloseVoiceForm, OpenVoiceForm
from bkcore.publication.poster import Paper, render_poster
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.reports.voices import VoiceFormState
from bkcore.services import voices
from dashboard import state
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.texts import voices as texts

_FORM: Final = "voices"
_PROJECTS: Final = "voices-projects"
_CHOSEN: Final = "voices-form"
_POSTERS: Final[tuple[tuple[Paper, str], ...]] = (("a4", texts.A4), ("a6", texts.A6))


def draw(turn: RoundState, *, projects: Sequence[Subject], by: Actor) -> None:
    """Show the section.

    Args:
        turn: The open round.
        projects: Projects and departments there are.
        by: Who acts.
    """
    forms = state.voice_forms(by=by, round_slug=turn.slug)
    with panel.card("voices"):
        panel.heading(texts.TITLE, texts.NOTE)
        complaints.above(_FORM)
        _opening(turn, projects=projects, forms=forms, by=by)
        if not forms:
            panel.notice(panel.NoticeKind.EMPTY, texts.NONE)
            return
        rows = [(form.project_title, str(form.voices), texts.STATES[form.is_open]) for form in forms]
        listing.table(texts.COLUMNS, rows, label=texts.TABLE)
        panel.text(texts.COUNT_NOTE)
        by_slug = {form.project: form for form in forms}
        chosen = st.selectbox(
            texts.FIELD_FORM,
            list(by_slug),
            index=0 if len(forms) == 1 else None,
            format_func=lambda slug: by_slug[slug].project_title,
            key=_CHOSEN,
            placeholder=texts.FIELD_FORM_HINT,
        )
        if chosen in by_slug:
            _one(by_slug[chosen], turn=turn, by=by)


def open_forms(*, turn: RoundState, by: Actor) -> None:
    """Open the form of each chosen project, and show the first of them below."""
    chosen: list[str] = st.session_state.get(_PROJECTS, [])
    if not chosen:
        complaints.collect(_FORM, field="project")(texts.NONE_CHOSEN)
        return
    fresh = []
    for slug in chosen:
        raw = {"round": turn.slug, "project": slug}
        if run.command(OpenVoiceForm, raw, voices.open_voice_form, by=by, form=_FORM) is not None:
            fresh.append(slug)
    if fresh:
        st.toast(texts.opened(len(fresh)))
        st.session_state[_CHOSEN] = fresh[0]
    st.session_state[_PROJECTS] = []


def close(form_id: int, *, by: Actor) -> bool:
    """Close a form and tell whether that worked."""
    return run.command(CloseVoiceForm, {"form_id": form_id}, voices.close_voice_form, by=by, form=_FORM) is not None


def _opening(turn: RoundState, *, projects: Sequence[Subject], forms: Sequence[VoiceFormState], by: Actor) -> None:
    taken = {form.project for form in forms if form.is_open}
    titles = {project.slug: project.title for project in projects if project.slug not in taken}
    if not titles:
        panel.text(texts.ALL_OPEN)
        return
    with st.form("voices-open", border=False):
        st.multiselect(
            texts.FIELD_PROJECTS,
            list(titles),
            format_func=titles.__getitem__,
            key=_PROJECTS,
            placeholder=texts.FIELD_PROJECTS_HINT,
        )
        complaints.at(_FORM, "project")
        st.form_submit_button(
            texts.OPEN, key="voices-opening", type="primary", on_click=open_forms, kwargs={"turn": turn, "by": by}
        )


def _one(form: VoiceFormState, *, turn: RoundState, by: Actor) -> None:
    if not form.is_open:
        panel.notice(panel.NoticeKind.CLOSED, texts.CLOSED_NOTE)
        return
    address = f"{state.settings().public_url}/stimme/{form.token}"
    panel.heading(texts.ADDRESS, level=3)
    st.code(address, language=None, wrap_lines=True)
    panel.heading(texts.POSTERS, texts.POSTER_NOTE, level=3)
    with st.container(horizontal=True, key="row-voices"):
        for paper, name in _POSTERS:
            poster = render_poster(
                project=form.project_title,
                address=address,
                closes_on=turn.closes_on,
                paper=paper,
                demo=state.settings().demo,
            )
            file = texts.file_name(form.project, paper)
            st.download_button(name, poster, file, "application/pdf", key=f"voices-{paper}", on_click="ignore")
        ask.button(
            texts.CLOSE,
            key="voices-close",
            question=texts.close_question(form.project_title),
            consequences=texts.close_consequences(form.voices, turn.closes_on),
            yes=texts.CLOSE_YES,
            on_yes=partial(close, form.form_id, by=by),
            done=texts.CLOSED,
        )
