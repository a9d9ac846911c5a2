"""Lists all versions, records the steering group's approval of one, and takes a mistaken one back."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.catalogue import ApproveCatalogue, WithdrawApproval
from bkcore.reports.editions import Edition, EditionState
from bkcore.services.catalogue_approval import approve_catalogue, withdraw_approval
from dashboard.components import complaints, listing, panel, run
from dashboard.texts import catalogue as texts

_APPROVING: Final = "approving"
_WITHDRAWING: Final = "withdrawing"


def draw(editions: Sequence[Edition], *, by: Actor, today: date) -> None:
    """Show all versions and what can be decided about them.

    Args:
        editions: All versions, the newest first.
        by: Who acts.
        today: The day it is; nobody can have decided later.
    """
    with st.container(gap="small"):
        panel.heading(texts.EDITIONS, texts.EDITIONS_NOTE)
        listing.table(texts.COLUMNS, [_row(edition) for edition in editions], label=texts.EDITIONS)
    drafts = [edition.state for edition in editions if not edition.state.approved]
    if drafts:
        _approving(drafts, by=by, today=today)
    else:
        panel.notice(panel.NoticeKind.DONE, texts.ALL_APPROVED)
    recorded = [edition.state for edition in editions if edition.state.recorded]
    if recorded:
        _withdrawing(recorded, by=by)


def approve(*, by: Actor) -> None:
    """Record the approval; what is wrong is shown at each field."""
    raw = {name: st.session_state.get(f"approve-{name}") for name in ("version", "decided_on", "meeting")}
    if complaints.fits(_APPROVING, ApproveCatalogue, raw):
        run.command(ApproveCatalogue, raw, approve_catalogue, by=by, done=texts.APPROVED, form=_APPROVING)


def withdraw(*, by: Actor) -> None:
    """Take an approval back; what is wrong is shown at each field."""
    raw = {name: st.session_state.get(f"withdraw-{name}") for name in ("version", "reason")}
    if complaints.fits(_WITHDRAWING, WithdrawApproval, raw):
        run.command(WithdrawApproval, raw, withdraw_approval, by=by, done=texts.WITHDRAWN, form=_WITHDRAWING)


def _row(edition: Edition) -> tuple[str, ...]:
    found = edition.state
    return (found.version, texts.state(found), texts.valid_from(edition.valid_from), texts.rounds(edition.rounds))


def _approving(drafts: Sequence[EditionState], *, by: Actor, today: date) -> None:
    with panel.card("approving"):
        panel.heading(texts.APPROVE_TITLE, texts.APPROVE_NOTE)
        complaints.above(_APPROVING)
        with st.form("approving-form", border=False):
            st.selectbox(texts.VERSION, [draft.version for draft in drafts], key="approve-version")
            complaints.at(_APPROVING, "version")
            st.date_input(
                texts.FIELD_DECIDED_ON, value=today, max_value=today, format="DD.MM.YYYY", key="approve-decided_on"
            )
            complaints.at(_APPROVING, "decided_on")
            st.text_input(
                texts.FIELD_MEETING, key="approve-meeting", max_chars=200, placeholder=texts.FIELD_MEETING_HINT
            )
            complaints.at(_APPROVING, "meeting")
            st.form_submit_button(texts.APPROVE, key="approve", type="primary", on_click=approve, kwargs={"by": by})


def _withdrawing(recorded: Sequence[EditionState], *, by: Actor) -> None:
    with panel.card("withdrawing"):
        panel.heading(texts.WITHDRAW_TITLE, texts.WITHDRAW_NOTE)
        complaints.above(_WITHDRAWING)
        with st.form("withdrawing-form", border=False):
            st.selectbox(texts.VERSION, [found.version for found in recorded], key="withdraw-version")
            complaints.at(_WITHDRAWING, "version")
            st.text_input(texts.FIELD_REASON, key="withdraw-reason", max_chars=200, placeholder=texts.FIELD_REASON_HINT)
            complaints.at(_WITHDRAWING, "reason")
            st.form_submit_button(texts.WITHDRAW, key="withdraw", on_click=withdraw, kwargs={"by": by})
