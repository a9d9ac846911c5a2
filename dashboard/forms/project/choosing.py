"""Whose result is shown: the own project of a lead, or one that the house chooses; and of which round."""

from typing import TYPE_CHECKING

import streamlit as st

from bkcore.reports.project_result import ProjectReport
from bkcore.vocabulary import Role
from dashboard import session, state
from dashboard.components import choice, panel
from dashboard.texts import project as texts

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_PROJECT = "projekt"
"""Name in the address: the slug, not the title a bound field would write."""
_CHOICE = "projektwahl"
_ROUND = "projektrunde"


def project(visit: session.Visit, *, place: "DeltaGenerator") -> str | None:
    """Return the project to show, ``None`` when there is nothing to show; the page then has said why.

    Args:
        visit: Who is here.
        place: Where to choose.
    """
    found = state.rated_subjects(by=visit.actor, today=visit.today)
    if visit.actor.role is Role.PROJECT_LEAD:
        return _own(visit)
    if not found:
        panel.page_head(texts.TITLE, texts.ABOUT)
        panel.notice(panel.NoticeKind.EMPTY, texts.NONE_HOUSE, title=texts.NONE_TITLE)
        return None
    names = {one.slug: texts.subject(one.title, one.kind) for one in found}
    slugs = list(names)
    asked = st.query_params.get(_PROJECT)
    choice.heed(texts.FIELD_PROJECT, slugs, key=_PROJECT, instead=names[slugs[0]])
    chosen = place.selectbox(
        texts.FIELD_PROJECT,
        slugs,
        index=slugs.index(asked) if asked in slugs else 0,
        format_func=names.__getitem__,
        key=_CHOICE,
        on_change=_forget_round,
        width=440,
    )
    st.query_params[_PROJECT] = chosen
    return chosen


def earlier(report: ProjectReport, *, place: "DeltaGenerator") -> str | None:
    """Let an earlier round be chosen when there is one; ``None`` is the latest.

    Args:
        report: The project with its rounds.
        place: Where to choose.
    """
    named = {turn.slug: turn.title for turn in report.rounds}
    with place:
        return choice.of_several(texts.FIELD_ROUND, list(named), key=_ROUND, named=named.__getitem__, width=320)


def _forget_round() -> None:
    """Begin with the latest round again: another project has rounds of its own."""
    st.query_params.pop(_ROUND, None)


def _own(visit: session.Visit) -> str | None:
    """Return the lead's own project; an address that names another is told so."""
    asked = st.query_params.get(_PROJECT)
    if asked in {None, visit.actor.project}:
        return visit.actor.project
    panel.page_head(texts.FOREIGN_TITLE)
    panel.notice(panel.NoticeKind.LOCKED, texts.FOREIGN)
    return None
