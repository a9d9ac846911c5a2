"""The links of those who own a measure: give one, see which there are, revoke them; and remind all at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.measures import InviteOwner, RemindOwner, RevokeOwnerLink
from bkcore.post import owners as post
from bkcore.post.letters import Letter
from bkcore.post.owners import Writing
from bkcore.reports.measure_board import BoardMeasure
from bkcore.reports.measure_detail import OwnerAccess
from bkcore.reports.owners import OwnerToRemind
from bkcore.services import measure_links
from bkcore.store.unit_of_work import town_day
from dashboard import state
from dashboard.components import ask, complaints, listing, outbox, panel, run
from dashboard.texts import measure as texts
from dashboard.texts import round_letters

PLACE: Final = "owners"
FORM: Final = "owner"
_LABEL: Final = "owner-label"
_MAIL: Final = "owner-mail"
_CHOSEN: Final = "owners-chosen"


def draw_letters(*, by: Actor) -> None:
    """Send or hand out what was just written."""
    outbox.draw(place=PLACE, by=by, taken=post.letter_taken)


def draw_links(measure: BoardMeasure, links: Sequence[OwnerAccess], *, by: Actor) -> None:
    """Show the links of a measure, and let one be given or all be revoked.

    Args:
        measure: The measure.
        links: Those that are not revoked.
        by: Who acts; gives out links.
    """
    with panel.card("massnahme-link"):
        panel.heading(texts.LINK, texts.LINK_NOTE)
        complaints.above(FORM)
        if links:
            listing.table(texts.LINK_COLUMNS, [texts.link_row(one) for one in links], label=texts.LINKS)
        st.text_input(texts.FIELD_LABEL, key=_LABEL, max_chars=120, placeholder=texts.OWNER_HINT)
        complaints.at(FORM, "label")
        st.text_input(texts.FIELD_MAIL, key=_MAIL, max_chars=254)
        complaints.at(FORM, "mail")
        with st.container(horizontal=True, key="row-link"):
            st.button(texts.GIVE, key="owner-give", on_click=give, args=(measure,), kwargs={"by": by})
            if links:
                ask.button(
                    texts.REVOKE,
                    key="owner-revoke",
                    question=texts.REVOKE_QUESTION,
                    consequences=texts.REVOKE_TEXT,
                    yes=texts.REVOKE_YES,
                    on_yes=partial(revoke, measure, by=by),
                    done=texts.REVOKED,
                )


def draw_reminding(waiting: Sequence[OwnerToRemind], *, by: Actor, today: date) -> None:
    """List measures due soon or overdue, and let their owners be reminded.

    Args:
        waiting: Whose measures are due.
        by: Who acts; gives out links.
        today: The day it is.
    """
    if not waiting:
        return
    panel.heading(texts.REMIND, texts.remind_note(len(waiting)))
    complaints.above(PLACE)
    listing.table(texts.REMIND_COLUMNS, [texts.remind_row(one, today=today) for one in waiting], label=texts.REMIND)
    known = {one.measure.id: one.measure for one in waiting}
    chosen = st.multiselect(
        texts.REMIND_FIELD, list(known), default=list(known), format_func=lambda one: known[one].title, key=_CHOSEN
    )
    ask.button(
        texts.REMIND_BUTTON,
        key="owners-remind",
        question=texts.REMIND_QUESTION,
        consequences=(round_letters.way(by_mail=bool(state.settings().smtp_url)),),
        yes=texts.REMIND_YES,
        on_yes=partial(remind, [known[one] for one in chosen], by=by),
        disabled=not chosen,
    )


def give(measure: BoardMeasure, *, by: Actor) -> None:
    """Give one link, and send it or hand it out."""
    raw = {"measure_id": measure.id, "label": st.session_state.get(_LABEL), "mail": st.session_state.get(_MAIL)}
    if not complaints.fits(FORM, InviteOwner, raw):
        return
    issued = run.command(InviteOwner, raw, measure_links.invite_owner, by=by, form=FORM)
    if issued is not None:
        st.session_state[_LABEL] = st.session_state[_MAIL] = ""
        outbox.put([post.invitation(measure, issued, at=_at())], place=PLACE)


def remind(measures: Sequence[BoardMeasure], *, by: Actor) -> bool:
    """Write a reminder for each, and send or hand out all of them; tell whether there were any."""
    letters: list[Letter] = []
    for one in measures:
        raw = {"measure_id": one.id}
        issued = run.command(RemindOwner, raw, measure_links.remind_owner, by=by, form=PLACE)
        if issued is not None:
            letters.append(post.reminder(one, issued, at=_at()))
    outbox.put(letters, place=PLACE)
    return bool(letters)


def revoke(measure: BoardMeasure, *, by: Actor) -> bool:
    """Revoke all links of a measure and tell whether it worked."""
    raw = {"measure_id": measure.id}
    service = measure_links.revoke_owner_links
    return run.command(RevokeOwnerLink, raw, service, by=by, form=FORM) is not None


def _at() -> Writing:
    now = datetime.now(UTC)
    return Writing(now=now, today=town_day(now), site=state.settings().public_url)
