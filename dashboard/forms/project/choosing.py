"""Whose result is shown: the own project of a lead, or one that the house chooses; and of which round."""

from typing import TYPE_CHECKING

import streamlit as st

from bkcore.reports.project_result import ProjectReport
from bkcore.vocabulary import Role
from dashboard import session, state
from dashboard.components import panel
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
    chosen = place.selectbox(
        texts.FIELD_PROJECT,
        slugs,
        index=slugs.index(asked) if asked in slugs else 0,
        format_func=names.__getitem__,
        key=_CHOICE,
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
    if len(report.rounds) < 2:  # noqa: PLR2004 - nothing to choose from
        return None
    named = {turn.slug: turn.title for turn in report.rounds}.__getitem__
    slugs = [turn.slug for turn in report.rounds]
    return place.selectbox(texts.FIELD_ROUND, slugs, format_func=named, key=_ROUND, bind="query-params", width=320)


def _own(visit: session.Visit) -> str | None:
    """Return the lead's own project; an address that names another is told so."""
    asked = st.query_params.get(_PROJECT)
    if asked in {None, visit.actor.project}:
        return visit.actor.project
    panel.page_head(texts.FOREIGN_TITLE)
    panel.notice(panel.NoticeKind.LOCKED, texts.FOREIGN)
    return None
