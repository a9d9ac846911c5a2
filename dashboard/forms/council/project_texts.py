"""Releases the descriptions of projects, one by one, each read before."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.projects import ReleaseProjectText
from bkcore.reports.project_texts import ProjectText
from bkcore.services.projects import release_project_text
from dashboard.components import choice, complaints, panel, run
from dashboard.forms.council import project_picture
from dashboard.texts import council as texts

_FORM: Final = "project-texts"


def draw(found: Sequence[ProjectText], *, by: Actor) -> None:
    """Show one text at a time and offer to release it or to take that back.

    Args:
        found: All texts.
        by: Who releases.
    """
    panel.heading(texts.TEXTS_TITLE, texts.TEXTS_NOTE)
    complaints.above(_FORM)
    if not found:
        panel.notice(panel.NoticeKind.EMPTY, texts.TEXTS_NONE)
        return
    panel.text(texts.texts_count(sum(text.released for text in found), len(found)))
    by_slug = {text.slug: text for text in found}
    chosen = choice.pick(
        texts.FIELD_PROJECT,
        {slug: one.title for slug, one in by_slug.items()},
        key="project-text",
        placeholder=texts.FIELD_PROJECT_HINT,
    )
    if chosen is None:
        return
    text = by_slug[chosen]
    with panel.card("project-text"):
        panel.heading(text.title, texts.TEXT_FREE if text.released else texts.TEXT_KEPT, level=3)
        panel.text(*text.description.split("\n\n"))
    if not text.appears:
        panel.notice(panel.NoticeKind.INFO, texts.TEXT_SURROUNDINGS)
    label = texts.TEXT_TAKE_BACK if text.released else texts.TEXT_RELEASE
    kwargs = {"slug": text.slug, "released": not text.released, "by": by}
    kind: Final = "secondary" if text.released else "primary"
    st.button(label, key="release-text", type=kind, on_click=release, kwargs=kwargs)
    project_picture.draw(text, by=by)


def release(*, slug: str, released: bool, by: Actor) -> None:
    """Release a text, or take it back."""
    run.command(
        ReleaseProjectText,
        {"slug": slug, "released": released},
        release_project_text,
        by=by,
        done=texts.TEXT_RELEASED if released else texts.TEXT_TAKEN_BACK,
        form=_FORM,
    )
