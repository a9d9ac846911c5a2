"""Gives a project a picture, shows it with its description, and releases it apart from the text."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.pictures import PutPicture, ReleasePicture, RemovePicture
from bkcore.reports.project_texts import PictureOfProject, ProjectText
from bkcore.services.pictures import put_picture, release_picture, remove_picture
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import council as texts

_FORM: Final = "project-picture"
_TURN: Final = "project-picture-turn"
"""Counts saved pictures: the fields begin anew after each."""


def draw(project: ProjectText, *, by: Actor) -> None:
    """Show the picture of a project and what can be done with it.

    Args:
        project: The project that was chosen.
        by: Who releases.
    """
    panel.heading(texts.PICTURE_TITLE, texts.PICTURE_NOTE, level=3)
    complaints.above(_FORM)
    if project.picture is None:
        _fields(project, by=by)
        return
    _shown(project, project.picture, by=by)
    with st.expander(texts.PICTURE_OTHER, key=f"picture-other-{project.slug}"):
        _fields(project, by=by)


def save(*, slug: str, by: Actor) -> None:
    """Take the file and the two sentences of the fields; meant for callbacks."""
    turn = _turn()
    given = st.session_state.get(f"picture-file-{slug}-{turn}")
    if given is None:
        complaints.collect(_FORM)(texts.PICTURE_MISSING)
        return
    answers = {
        "slug": slug,
        "content": given.getvalue(),
        "alt": st.session_state.get(f"picture-alt-{slug}-{turn}", ""),
        "consent": st.session_state.get(f"picture-consent-{slug}-{turn}", ""),
    }
    labels = texts.PICTURE_LABELS
    done = run.command(PutPicture, answers, put_picture, by=by, done=texts.PICTURE_SAVED, labels=labels, form=_FORM)
    if done is not None:
        st.session_state[_TURN] = turn + 1


def release(*, slug: str, digest: str, released: bool, by: Actor) -> None:
    """Release a picture, or take it back; meant for callbacks."""
    answers = {"slug": slug, "digest": digest, "released": released}
    done = texts.PICTURE_RELEASED if released else texts.PICTURE_TAKEN_BACK
    run.command(ReleasePicture, answers, release_picture, by=by, done=done, form=_FORM)


def remove(*, slug: str, by: Actor) -> bool:
    """Delete a picture for good and tell whether that worked; meant for callbacks."""
    complain = complaints.collect(_FORM)
    refused: list[str] = []

    def refuse(sentence: str) -> None:
        refused.append(sentence)
        complain(sentence)

    run.command(RemovePicture, {"slug": slug}, remove_picture, by=by, complain=refuse)
    return not refused


def _fields(project: ProjectText, *, by: Actor) -> None:
    slug, turn = project.slug, _turn()
    st.file_uploader(texts.PICTURE_FILE, ["jpg", "jpeg", "png", "webp"], key=f"picture-file-{slug}-{turn}")
    st.text_input(texts.PICTURE_ALT, key=f"picture-alt-{slug}-{turn}", max_chars=300, help=texts.PICTURE_ALT_HELP)
    st.text_input(
        texts.PICTURE_CONSENT, key=f"picture-consent-{slug}-{turn}", max_chars=500, help=texts.PICTURE_CONSENT_HELP
    )
    st.button(texts.PICTURE_SAVE, key="picture-save", on_click=save, kwargs={"slug": slug, "by": by})


def _shown(project: ProjectText, picture: PictureOfProject, *, by: Actor) -> None:
    with panel.card("project-picture"):
        panel.photo(picture.small, picture.alt)
        panel.text(
            texts.picture_seen(picture.alt),
            texts.picture_consent(picture.consent),
            texts.TEXT_FREE if picture.released else texts.TEXT_KEPT,
        )
        if picture.released and not project.released:
            panel.text(texts.PICTURE_RELEASED_ALONE)
    with st.container(horizontal=True, key="row-picture"):
        st.button(
            texts.PICTURE_TAKE_BACK if picture.released else texts.PICTURE_RELEASE,
            key="picture-release",
            type="secondary" if picture.released else "primary",
            on_click=release,
            kwargs={"slug": project.slug, "digest": picture.digest, "released": not picture.released, "by": by},
        )
        ask.button(
            texts.PICTURE_REMOVE,
            key="picture-remove",
            question=texts.PICTURE_REMOVE_QUESTION,
            consequences=(project.title, texts.PICTURE_REMOVE_TEXT),
            yes=texts.PICTURE_REMOVE_YES,
            on_yes=partial(remove, slug=project.slug, by=by),
            done=texts.PICTURE_REMOVED,
        )


def _turn() -> int:
    return int(st.session_state.get(_TURN, 0))
