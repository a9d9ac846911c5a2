"""Plans the round after this one, and changes or calls off a round that has not begun."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.rounds import CancelRound, ChangePlannedRound
from bkcore.reports.rounds import RoundState
from bkcore.reports.subjects import Subject
from bkcore.services import round_dates, rounds
from dashboard import state
from dashboard.components import ask, complaints, panel, run
from dashboard.forms.rounds import fields, opening
from dashboard.texts import round_days


def draw(
    turn: RoundState, *, planned: Sequence[RoundState], subjects: Sequence[Subject], by: Actor, today: date
) -> None:
    """Show the rounds that come later, each with what can be done, and offer to plan one more.

    Args:
        turn: The round the page is about.
        planned: The other rounds that have not begun, the soonest first.
        subjects: Whom one may ask.
        by: Who acts.
        today: The day it is.
    """
    for before, one in pairwise((turn, *planned)):
        invited = len(state.invitations(by=by, round_slug=one.slug).invitations)
        with panel.card(f"planned-{one.slug}"):
            panel.heading(one.title, round_days.period(one))
            panel.text(round_days.invite_later(before, invited=invited))
            with st.expander(round_days.CHANGE_PLANNED, key=f"change-{one.slug}"):
                change(one, by=by, today=today)
            cancelling(one, invited=invited, by=by)
    opening.draw(subjects, by=by, today=today, after=max(one.closes_on for one in (turn, *planned)))


def change(turn: RoundState, *, by: Actor, today: date) -> None:
    """Show what a planned round is to be, and let it be changed."""
    form = f"change-{turn.slug}"
    prefix = f"{form}-{turn.opens_on}-{turn.closes_on}-{turn.catalogue_version}"
    complaints.above(form)
    with st.form(f"{form}-form", border=False):
        fields.draw(
            form,
            prefix=prefix,
            opens_on=turn.opens_on,
            closes_on=turn.closes_on,
            today=today,
            title=turn.title,
            version=turn.catalogue_version,
        )
        panel.text(round_days.CHANGE_PLANNED_NOTE)
        kept = {"turn": turn, "form": form, "prefix": prefix, "by": by}
        st.form_submit_button(round_days.CHANGE_PLANNED_SAVE, key=f"{form}-save", on_click=save, kwargs=kept)


def save(*, turn: RoundState, form: str, prefix: str, by: Actor) -> None:
    """Change a planned round to what stands in its fields."""
    raw = {"slug": turn.slug} | fields.answers(prefix)
    if complaints.fits(form, ChangePlannedRound, raw):
        complain, done = complaints.collect(form), round_days.CHANGED_PLANNED
        run.command(ChangePlannedRound, raw, round_dates.change_planned_round, by=by, done=done, complain=complain)


def cancelling(turn: RoundState, *, invited: int, by: Actor) -> None:
    """Offer to call off a planned round.

    Args:
        turn: The planned round.
        invited: How many are invited already.
        by: Who acts.
    """
    complaints.above(f"cancel-{turn.slug}")
    ask.button(
        round_days.CANCEL,
        key=f"cancel-{turn.slug}",
        question=round_days.cancel_question(turn.title),
        consequences=round_days.cancel_consequences(invited),
        yes=round_days.CANCEL_YES,
        on_yes=partial(cancel, turn.slug, by=by),
        done=round_days.CANCELLED,
    )


def cancel(slug: str, *, by: Actor) -> bool:
    """Call off a planned round and tell whether that worked."""
    return run.command(CancelRound, {"slug": slug}, rounds.cancel_round, by=by, form=f"cancel-{slug}") is not None
