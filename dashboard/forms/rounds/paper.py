"""Forms to print, for those who rather answer on paper."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore import catalogue
from bkcore.publication.printed_form import Imprint
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.vocabulary import AssessmentForm
from dashboard import state
from dashboard.components import choice, panel
from dashboard.texts import round_invitations
from dashboard.texts import round_paper as texts

FORMS: Final = (AssessmentForm.SHORT, AssessmentForm.FULL)


def draw(turn: RoundState | None, *, subjects: Sequence[Subject]) -> None:
    """Offer both forms as PDF, on wish with the name of a project on its head.

    Args:
        turn: The open or planned round, ``None`` when there is none; then the form bears no round.
        subjects: Projects and departments.
    """
    with panel.card("printing"):
        panel.heading(texts.PRINT_TITLE, texts.PRINT_NOTE)
        titles = {subject.slug: subject for subject in subjects if subject.chosen or not subject.over}
        slug = choice.pick(
            texts.FIELD_HEAD,
            round_invitations.names(titles.values()),
            key="printing-subject",
            placeholder=texts.FIELD_HEAD_HINT,
        )
        with st.container(horizontal=True, key="row-printing"):
            version = turn.catalogue_version if turn else catalogue.versions()[0]
            draft = not state.edition_state(version).approved
            for form in FORMS:
                imprint = Imprint(
                    form=form,
                    catalogue_version=version,
                    draft=draft,
                    round_title=turn.title if turn else "",
                    project_title=titles[slug].title if slug else "",
                    closes_on=turn.closes_on if turn else None,
                )
                st.download_button(
                    texts.PRINT[form],
                    partial(state.paper_form, imprint),
                    texts.file_name(form, slug or ""),
                    "application/pdf",
                    key=f"print-{form}",
                    on_click="ignore",
                )
