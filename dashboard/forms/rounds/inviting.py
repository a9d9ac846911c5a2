"""Invites: chosen projects and view become personal links, each with its message, shown once."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.assessments import InviteRater
from bkcore.reports.invitations import Invitation, ProjectChoice
from bkcore.reports.rounds import RoundState
from bkcore.services import access
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from dashboard import state
from dashboard.components import complaints, handout, panel, run
from dashboard.texts import rounds as texts

PLACE: Final = "invitations"
_FORM: Final = "inviting"
_PROJECTS: Final = "inviting-projects"
_VIEW: Final = "inviting-view"
_LABEL: Final = "inviting-label"
_VIEWS: Final = (View.LEAD, View.TEAM, View.PARTNER)


def draw(turn: RoundState, *, projects: Sequence[ProjectChoice], invited: Sequence[Invitation], by: Actor) -> None:
    """Show the form that invites.

    Args:
        turn: The open round.
        projects: Projects there are.
        invited: Who was asked already.
        by: Who invites.
    """
    with panel.card("inviting"):
        panel.heading(texts.INVITE_TITLE, texts.INVITE_NOTE)
        complaints.above(_FORM)
        if not projects:
            panel.notice(panel.NoticeKind.EMPTY, texts.NO_PROJECTS)
            return
        titles = {project.slug: project.title for project in projects}
        missing = [slug for slug in titles if slug not in {entry.project for entry in invited}]
        if missing:
            st.button(texts.CHOOSE_MISSING, key="choose-missing", on_click=choose, args=(missing,), type="tertiary")
        with st.form("inviting-form", border=False):
            st.multiselect(
                texts.FIELD_PROJECTS,
                list(titles),
                format_func=titles.__getitem__,
                key=_PROJECTS,
                placeholder=texts.FIELD_PROJECTS_HINT,
            )
            complaints.at(_FORM, "project")
            st.segmented_control(
                texts.FIELD_VIEW, _VIEWS, default=View.LEAD, required=True, format_func=label, key=_VIEW
            )
            st.text_input(texts.FIELD_LABEL, key=_LABEL, max_chars=120, placeholder=texts.FIELD_LABEL_HINT)
            complaints.at(_FORM, "label")
            st.form_submit_button(
                texts.INVITE_BUTTON,
                key="invite",
                type="primary",
                on_click=invite,
                kwargs={"turn": turn, "titles": titles, "by": by},
            )


def choose(slugs: list[str]) -> None:
    """Put projects into the field."""
    st.session_state[_PROJECTS] = slugs


def invite(*, turn: RoundState, titles: dict[str, str], by: Actor) -> None:
    """Invite to each chosen project, and keep the fresh addresses to be shown.

    Args:
        turn: The open round.
        titles: Title of every project by slug.
        by: Who invites.
    """
    chosen: list[str] = st.session_state.get(_PROJECTS, [])
    if not chosen:
        complaints.collect(_FORM, field="project")(texts.NO_PROJECT_CHOSEN)
        return
    view: View = st.session_state.get(_VIEW) or View.LEAD
    made_out_to = str(st.session_state.get(_LABEL) or "")
    fresh = []
    for slug in chosen:
        raw = {"round": turn.slug, "project": slug, "view": view, "label": made_out_to}
        issued = run.command(InviteRater, raw, access.invite_rater, by=by, complain=complaints.collect(_FORM))
        if issued is not None:
            fresh.append(_handout(issued.token, turn=turn, project=titles[slug], view=view, made_out_to=made_out_to))
    if fresh:
        handout.put(PLACE, fresh)
        st.session_state[_PROJECTS], st.session_state[_LABEL] = [], ""


def renew(entry: Invitation, *, turn: RoundState, by: Actor) -> bool:
    """Give an invitation a new address and keep it to be shown; the old one is dead at once."""
    complain, raw = complaints.collect("links"), {"link_id": entry.link_id}
    issued = run.command(RevokeAccessLink, raw, access.renew_invitation, by=by, complain=complain)
    if issued is None:
        return False
    fresh = _handout(issued.token, turn=turn, project=entry.project_title, view=entry.view, made_out_to=entry.label)
    handout.put(PLACE, [fresh])
    return True


def _handout(token: str, *, turn: RoundState, project: str, view: View, made_out_to: str) -> handout.Handout:
    address = f"{state.settings().public_url}/anmelden/{token}"
    return handout.Handout(
        title=texts.invitation(project, view, made_out_to),
        address=address,
        subject=texts.subject(project),
        body=texts.body(project=project, view=view, address=address, closes_on=turn.closes_on),
    )
