"""The pictures leads have sent while recording: the office looks at each, takes it over or deletes it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from bkcore import personal_data
from bkcore.access import Actor
from bkcore.commands.pictures import DeclinePicture, TakeOfferedPicture
from bkcore.reports.offered_pictures import Offer
from bkcore.services.offered_pictures import decline_picture, take_offered_picture
from dashboard.components import ask, complaints, panel, run
from dashboard.texts import confirm as texts

_FORM: Final = "offers"


def draw(offers: Sequence[Offer], *, by: Actor) -> None:
    """Show the offered pictures; nothing without any.

    Args:
        offers: The oldest first.
        by: Who decides.
    """
    if not offers:
        complaints.above(_FORM)  # the last one may have gone while somebody looked at it
        return
    panel.heading(texts.OFFERS, texts.OFFERS_NOTE)
    complaints.above(_FORM)
    for offer in offers:
        with panel.card(f"offer-{offer.activity}"):
            _one(offer, by=by)


def take(offer: Offer, *, by: Actor) -> bool:
    """Take a picture over and tell whether that worked; meant for callbacks."""
    given = {"activity": offer.activity, "digest": offer.digest}
    done = run.command(TakeOfferedPicture, given, take_offered_picture, by=by, form=_FORM)
    return done is not None


def taken(offer: Offer, *, by: Actor) -> None:
    """Take a picture over and say so; meant for callbacks."""
    if take(offer, by=by):
        ask.tell(texts.OFFER_TAKEN)


def decline(offer: Offer, *, by: Actor) -> bool:
    """Delete a picture and tell whether that worked; meant for callbacks."""
    given = {"activity": offer.activity, "digest": offer.digest}
    done = run.command(DeclinePicture, given, decline_picture, by=by, form=_FORM)
    return done is not None


def _one(offer: Offer, *, by: Actor) -> None:
    panel.heading(offer.activity_title, level=3)
    panel.photo(offer.small, offer.alt)
    panel.text(*texts.offered(offer))
    if personal_data.traces(offer.alt):
        panel.notice(panel.NoticeKind.WARNING, texts.OFFER_SUSPECT)
    with st.container(horizontal=True, key=f"row-offer-{offer.activity}"):
        if offer.replaces:
            ask.button(
                texts.OFFER_REPLACE,
                key=f"offer-take-{offer.activity}",
                question=texts.OFFER_REPLACE_QUESTION,
                consequences=(offer.project, texts.OFFER_REPLACE_TEXT),
                yes=texts.OFFER_TAKE,
                on_yes=partial(take, offer, by=by),
                done=texts.OFFER_TAKEN,
            )
        elif offer.project:
            key = f"offer-take-{offer.activity}"
            st.button(texts.OFFER_TAKE, key=key, type="primary", on_click=taken, args=(offer,), kwargs={"by": by})
        ask.button(
            texts.OFFER_DECLINE,
            key=f"offer-decline-{offer.activity}",
            question=texts.OFFER_DECLINE_QUESTION,
            consequences=(offer.activity_title, texts.OFFER_DECLINE_TEXT),
            yes=texts.OFFER_DECLINE_YES,
            on_yes=partial(decline, offer, by=by),
            done=texts.OFFER_DECLINED,
        )
