"""Who has answered, and what to do about a link; then closing the round, and the rounds before."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.assessments import CloseRound
from bkcore.reports.invitations import Invitation, Progress
from bkcore.reports.rounds import RoundState
from bkcore.services import access, rounds
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.rounds import inviting
from dashboard.texts import rounds as texts

_LINKS: Final = "links"
_CLOSING: Final = "closing"


def draw(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    """Show the state of every invitation, and what can be done about its link.

    Args:
        turn: The open round.
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


def draw_closing(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    """Offer to close the round before its last day is over."""
    with st.container(gap="small"):
        panel.heading(texts.CLOSE_TITLE, texts.close_note(turn.closes_on))
        complaints.above(_CLOSING)
        begun = sum(entry.progress is Progress.BEGUN for entry in invited)
        ask.button(
            texts.CLOSE,
            key="close",
            question=texts.close_question(turn.title),
            consequences=texts.close_consequences(begun),
            yes=texts.CLOSE_YES,
            on_yes=partial(close, turn.slug, by=by),
            done=texts.CLOSED,
        )


def draw_past(past: Sequence[RoundState]) -> None:
    """List the rounds that are over, if there are any."""
    if not past:
        return
    rows = [
        (
            turn.title,
            date_de(turn.opens_on),
            date_de(turn.closes_on),
            texts.handed_in(turn.projects_handed_in, turn.projects_asked),
        )
        for turn in past
    ]
    with st.container(gap="small"):
        panel.heading(texts.PAST_TITLE)
        listing.table(texts.PAST_COLUMNS, rows, label=texts.PAST_TITLE)


def close(slug: str, *, by: Actor) -> bool:
    """Close the round and tell whether that worked."""
    complain = complaints.collect(_CLOSING)
    return run.command(CloseRound, {"slug": slug}, rounds.close_round, by=by, complain=complain) is not None


def revoke(link_id: int | None, *, by: Actor) -> bool:
    """Revoke a link and tell whether that worked."""
    complain, raw = complaints.collect(_LINKS), {"link_id": link_id}
    return run.command(RevokeAccessLink, raw, access.revoke_access_link, by=by, complain=complain) is not None


def _row(entry: Invitation) -> tuple[str, ...]:
    link = texts.row_link(entry.link, entry.last_used_on)
    return (entry.project_title, label(entry.view), entry.label, texts.PROGRESS[entry.progress], link)


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
            format_func=lambda one: texts.invitation(one.project_title, one.view, one.label),
            key="links-entry",
            placeholder=texts.FIELD_LINK_HINT,
        )
        if not isinstance(entry, Invitation):
            return
        name = texts.invitation(entry.project_title, entry.view, entry.label)
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
