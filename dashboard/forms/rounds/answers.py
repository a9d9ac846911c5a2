"""Every invitation with its link, and what to do when a link got lost or into wrong hands."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.reports.invitations import Invitation
from bkcore.reports.rounds import RoundState
from bkcore.services import access
from bkcore.wording.labels import label
from bkcore.wording.letters import invitation_name
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.rounds import inviting
from dashboard.texts import rounds as texts
from dashboard.texts.round_invitations import numbered, subject

_LINKS: Final = "links"


def draw(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    """Show every invitation, and what can be done about its link.

    Args:
        turn: The open or planned round.
        invited: Who was asked.
        by: Who acts.
    """
    with st.container(gap="small"):
        panel.heading(texts.ANSWERS_TITLE, texts.ANSWERS_NOTE)
        if not invited:
            panel.notice(panel.NoticeKind.EMPTY, texts.ANSWERS_NONE)
            return
        listing.table(texts.COLUMNS, [_row(entry) for entry in invited], label=texts.ANSWERS_TITLE)
    _links(turn, invited=[entry for entry in invited if entry.link_id is not None], by=by)


def revoke(link_id: int | None, *, by: Actor) -> bool:
    """Revoke a link and tell whether that worked."""
    complain, raw = complaints.collect(_LINKS), {"link_id": link_id}
    return run.command(RevokeAccessLink, raw, access.revoke_access_link, by=by, complain=complain) is not None


def _name(entry: Invitation) -> str:
    return numbered(invitation_name(entry.project_title, entry.view, entry.label), entry.assessment_id)


def _row(entry: Invitation) -> tuple[str, ...]:
    link = texts.row_link(entry.link, entry.last_used_on, origin=entry.origin)
    return (
        subject(entry.project_title, entry.kind),
        label(entry.view),
        " · ".join(part for part in (entry.label, f"Nr. {entry.assessment_id}") if part),
        texts.PROGRESS[entry.progress],
        link,
        texts.row_post(entry),
    )


def _links(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    if not invited:
        return
    with panel.card("links"):
        panel.heading(texts.LINKS_TITLE, texts.LINKS_NOTE)
        complaints.above(_LINKS)
        entry = st.selectbox(
            texts.FIELD_LINK,
            invited,
            index=None,
            format_func=_name,
            key="links-entry",
            placeholder=texts.FIELD_LINK_HINT,
        )
        if not isinstance(entry, Invitation):
            return
        name = _name(entry)
        with st.container(horizontal=True, key="row-links"):
            ask.button(
                texts.RENEW,
                key="renew",
                question=texts.RENEW_QUESTION,
                consequences=(name, texts.RENEW_TEXT),
                yes=texts.RENEW_YES,
                on_yes=partial(inviting.renew, entry, turn=turn, by=by),
            )
            ask.button(
                texts.REVOKE,
                key="revoke",
                question=texts.REVOKE_QUESTION,
                consequences=(name, texts.REVOKE_TEXT),
                yes=texts.REVOKE_YES,
                on_yes=partial(revoke, entry.link_id, by=by),
                done=texts.REVOKED,
            )
