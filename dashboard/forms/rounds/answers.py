"""Every invitation with its link, and what to do when it was made out or sent wrongly, or got lost."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.rounds import CorrectInvitation, RenewInvitation
from bkcore.post import letters
from bkcore.post.reminding import addressee
from bkcore.reports.invitations import Invitation
from bkcore.reports.rounds import RoundState
from bkcore.services import access, corrections
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from bkcore.wording.letters import invitation_name
from dashboard import state
from dashboard.components import ask, complaints, listing, panel, run
from dashboard.forms.rounds import outbox
from dashboard.texts import round_links
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
        rows = [_row(entry) for entry in invited if entry.view is not View.PARTICIPANT]
        listing.table(texts.COLUMNS, rows, label=texts.ANSWERS_TITLE)
    _links(turn, invited=[entry for entry in invited if entry.link_id is not None], by=by)


def correct(entry: Invitation, *, by: Actor) -> None:
    """Correct an invitation to what stands in its fields; its link stays."""
    raw = _raw(entry)
    if complaints.fits(_LINKS, CorrectInvitation, raw):
        complain, done = complaints.collect(_LINKS), round_links.CORRECTED
        run.command(CorrectInvitation, raw, corrections.correct_invitation, by=by, done=done, complain=complain)


def renew(entry: Invitation, *, turn: RoundState, by: Actor) -> bool:
    """Give an invitation a new link and send or show it, as its fields say; the old ones are dead at once."""
    raw = _raw(entry)
    if not complaints.fits(_LINKS, RenewInvitation, raw):
        return False
    issued = run.command(RenewInvitation, raw, corrections.renew_invitation, by=by, form=_LINKS)
    if issued is None:
        return False
    to = addressee(replace(entry, label=issued.link.label), issued)
    outbox.put([letters.invitation(to, outbox.about(turn))])
    return True


def revoke(link_id: int | None, *, by: Actor) -> bool:
    """Revoke a link and tell whether that worked."""
    raw = {"link_id": link_id}
    return run.command(RevokeAccessLink, raw, access.revoke_access_link, by=by, form=_LINKS) is not None


def _name(entry: Invitation) -> str:
    return numbered(invitation_name(entry.project_title, entry.view, entry.label), entry.assessment_id)


def _row(entry: Invitation) -> tuple[str, ...]:
    link = texts.row_link(entry.link, entry.last_used_on, origin=entry.origin)
    return (
        subject(entry.project_title, entry.kind),
        label(entry.view),
        " · ".join(part for part in (entry.label, texts.number(entry.assessment_id)) if part),
        texts.together(texts.PROGRESS[entry.progress]),
        link,
        texts.row_post(entry),
    )


def _links(turn: RoundState, *, invited: Sequence[Invitation], by: Actor) -> None:
    if not invited:
        return
    with panel.card("links"):
        panel.heading(round_links.LINKS_TITLE, round_links.LINKS_NOTE)
        complaints.above(_LINKS)
        entry = st.selectbox(
            round_links.FIELD_LINK,
            invited,
            index=None,
            format_func=_name,
            key="links-entry",
            placeholder=round_links.FIELD_LINK_HINT,
        )
        if not isinstance(entry, Invitation):
            return
        _correcting(entry, turn=turn, by=by)


def _correcting(entry: Invitation, *, turn: RoundState, by: Actor) -> None:
    """Show what an invitation says, and the three ways to put it right."""
    name = _name(entry)
    st.text_input(round_links.FIELD_FOR, value=entry.label, key=f"links-label-{entry.link_id}", max_chars=120)
    complaints.at(_LINKS, "label")
    mail = st.text_input(
        round_links.FIELD_MAIL, value=entry.mail or "", key=f"links-mail-{entry.link_id}", max_chars=254
    ).strip()
    complaints.at(_LINKS, "mail")
    panel.text(round_links.CORRECT_NOTE)
    by_mail = bool(state.settings().smtp_url)
    with st.container(horizontal=True, key="row-links"):
        st.button(round_links.CORRECT, key="correct", on_click=correct, args=(entry,), kwargs={"by": by})
        ask.button(
            round_links.RENEW,
            key="renew",
            question=round_links.RENEW_QUESTION,
            consequences=round_links.renew_consequences(entry, name=name, mail=mail, by_mail=by_mail),
            yes=round_links.RENEW_YES,
            on_yes=partial(renew, entry, turn=turn, by=by),
        )
        ask.button(
            round_links.REVOKE,
            key="revoke",
            question=round_links.REVOKE_QUESTION,
            consequences=(name, round_links.REVOKE_TEXT),
            yes=round_links.REVOKE_YES,
            on_yes=partial(revoke, entry.link_id, by=by),
            done=round_links.REVOKED,
        )


def _raw(entry: Invitation) -> dict[str, object]:
    return {
        "link_id": entry.link_id,
        "label": st.session_state.get(f"links-label-{entry.link_id}", entry.label),
        "mail": st.session_state.get(f"links-mail-{entry.link_id}", entry.mail),
    }
