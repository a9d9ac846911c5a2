"""Invites: chosen projects and departments become personal links, each with its letter."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st
from pydantic import ValidationError

from bkcore.access import Actor
from bkcore.commands.assessments import InviteRater
from bkcore.post import letters
from bkcore.post.letters import Addressee, Letter
from bkcore.reports.invitations import Asked
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.services import access
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from dashboard import state
from dashboard.components import ask, complaints, panel, run
from dashboard.forms.rounds import outbox
from dashboard.texts import round_invitations as texts

VIEWS: Final = (View.LEAD, View.TEAM, View.PARTNER)
_FORM: Final = "inviting"
_PROJECTS: Final = "inviting-projects"
_VIEW: Final = "inviting-view"
_NUMBER: Final = "inviting-number"
_LABEL: Final = "inviting-label"
_MAIL: Final = "inviting-mail-"
_MOST: Final = 20


def draw(turn: RoundState, *, asked: Asked, by: Actor) -> None:
    """Show the form that invites.

    Args:
        turn: The open or planned round.
        asked: Who was asked already, and whom one may ask.
        by: Who invites.
    """
    with panel.card("inviting"):
        panel.heading(texts.TITLE, texts.NOTE_MAIL if state.settings().smtp_url else texts.NOTE)
        complaints.above(_FORM)
        subjects = {subject.slug: subject for subject in asked.projects if subject.chosen or not subject.over}
        if not subjects:
            panel.notice(panel.NoticeKind.EMPTY, texts.NO_PROJECTS)
            return
        _all_leads(turn, asked.without(View.LEAD), by=by)
        chosen = st.multiselect(
            texts.FIELD_PROJECTS,
            list(subjects),
            format_func=texts.names(subjects.values()).__getitem__,
            key=_PROJECTS,
            placeholder=texts.FIELD_PROJECTS_HINT,
        )
        complaints.at(_FORM, "project")
        st.segmented_control(texts.FIELD_VIEW, VIEWS, default=View.LEAD, required=True, format_func=label, key=_VIEW)
        st.number_input(texts.FIELD_NUMBER, min_value=1, max_value=_MOST, value=1, step=1, key=_NUMBER)
        st.text_input(texts.FIELD_LABEL, key=_LABEL, max_chars=120, placeholder=texts.FIELD_LABEL_HINT)
        complaints.at(_FORM, "label")
        _addresses([subjects[slug] for slug in chosen])
        complaints.at(_FORM, "mail")
        st.button(
            texts.BUTTON,
            key="invite",
            type="primary",
            on_click=invite,
            kwargs={"turn": turn, "subjects": subjects, "by": by},
        )


def invite(*, turn: RoundState, subjects: Mapping[str, Subject], by: Actor) -> None:
    """Invite to each chosen project, as often as wished, and send or show the fresh links.

    Args:
        turn: The round.
        subjects: Everything one may choose, by slug.
        by: Who invites.
    """
    chosen: list[str] = st.session_state.get(_PROJECTS, [])
    if not chosen:
        complaints.collect(_FORM, field="project")(texts.NO_PROJECT_CHOSEN)
        return
    mails = {slug: _split(str(st.session_state.get(_MAIL + slug) or "")) for slug in chosen}
    wrong = [mail for found in mails.values() for mail in found if not _is_mail(mail)]
    for mail in wrong:
        complaints.collect(_FORM, field="mail")(texts.no_address(mail))
    if wrong:
        return
    number = int(st.session_state.get(_NUMBER) or 1)
    wishes = [
        (subjects[slug], mail) for slug in chosen for mail in [*mails[slug], *[""] * max(0, number - len(mails[slug]))]
    ]
    view: View = st.session_state.get(_VIEW) or View.LEAD
    if _invite(wishes, view=view, made_out_to=str(st.session_state.get(_LABEL) or ""), turn=turn, by=by):
        for slug in chosen:
            st.session_state[_MAIL + slug] = ""
        st.session_state[_PROJECTS], st.session_state[_LABEL], st.session_state[_NUMBER] = [], "", 1


def invite_leads(missing: Sequence[Subject], *, turn: RoundState, by: Actor) -> bool:
    """Invite one lead of each and tell whether that worked."""
    return _invite([(subject, "") for subject in missing], view=View.LEAD, made_out_to="", turn=turn, by=by)


def _all_leads(turn: RoundState, missing: Sequence[Subject], *, by: Actor) -> None:
    if not missing:
        return
    panel.text(texts.leads_missing([subject.title for subject in missing]))
    with st.container(horizontal=True, key="row-leads"):
        ask.button(
            texts.ALL_LEADS,
            key="all-leads",
            question=texts.all_leads_question(len(missing)),
            consequences=(texts.ALL_LEADS_TEXT,),
            yes=texts.ALL_LEADS_YES,
            on_yes=partial(invite_leads, missing, turn=turn, by=by),
        )
        slugs = [subject.slug for subject in missing]
        st.button(texts.CHOOSE_MISSING, key="choose-missing", on_click=_choose, args=(slugs,), type="tertiary")


def _choose(slugs: list[str]) -> None:
    st.session_state[_PROJECTS] = slugs


def _addresses(chosen: Sequence[Subject]) -> None:
    if not chosen:
        return
    with st.expander(texts.MAILS, expanded=True, key="inviting-mails"):
        panel.text(texts.MAILS_NOTE)
        for subject in chosen:
            st.text_input(texts.subject(subject.title, subject.kind), key=_MAIL + subject.slug, max_chars=2000)


def _invite(
    wishes: Sequence[tuple[Subject, str]], *, view: View, made_out_to: str, turn: RoundState, by: Actor
) -> bool:
    fresh: list[Letter] = []
    for subject, mail in wishes:
        raw = {"round": turn.slug, "project": subject.slug, "view": view, "label": made_out_to, "mail": mail}
        issued = run.command(InviteRater, raw, access.invite_rater, by=by, form=_FORM)
        if issued is not None:
            to = Addressee(
                link_id=issued.link.id or 0,
                token=issued.token,
                project=subject.slug,
                title=subject.title,
                kind=subject.kind,
                view=view,
                label=made_out_to,
                mail=issued.link.mail,
            )
            fresh.append(letters.invitation(to, outbox.about(turn)))
    if fresh:
        outbox.put(fresh)
    return bool(fresh)


def _split(typed: str) -> list[str]:
    return [part for part in re.split(r"[\s,;]+", typed) if part]


def _is_mail(typed: str) -> bool:
    try:
        InviteRater(round="x", project="x", mail=typed)
    except ValidationError:
        return False
    return True
