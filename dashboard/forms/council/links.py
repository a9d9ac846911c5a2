"""Gives the council its links: created, shown once, listed, rotated, revoked."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.council import CreateLiveLink, RevokeLiveLink, RotateLiveLink
from bkcore.publication import links
from bkcore.publication.links import IssuedLiveLink, ListedLink
from dashboard import state
from dashboard.components import ask, choice, complaints, handout, listing, panel, run
from dashboard.forms.council import link_password
from dashboard.texts import council as texts

PLACE: Final = "live-link"
_FORM: Final = "creating"
_MANAGING: Final = "managing"
_LABEL: Final = "creating-label"
_EXPIRES: Final = "creating-expires"
_SHOWS: Final = "creating-shows"
_SITTING: Final = "creating-sitting"
_LOCK: Final = "creating-password"


def draw(listed: Sequence[ListedLink], *, number: int, expires_on: date, by: Actor, today: date) -> None:
    """Show fresh addresses, the form, the list, and what can be done about a link.

    Args:
        listed: All links.
        number: Number of the latest release, 0 before the first.
        expires_on: The suggested last day.
        by: Who acts.
        today: The day it is.
    """
    handout.draw(PLACE, file_name=texts.FILE_NAME)
    _creating(number=number, expires_on=expires_on, by=by, today=today)
    with st.container(gap="small"):
        panel.heading(texts.LINKS_TITLE)
        if not listed:
            panel.notice(panel.NoticeKind.EMPTY, texts.LINKS_NONE)
            return
        listing.table(texts.COLUMNS, [_row(link, today=today) for link in listed], label=texts.LINKS_TITLE)
    _managing([link for link in listed if _is_alive(link, today=today)], by=by)


def create(*, by: Actor) -> None:
    """Create the link the form describes, and keep its address to be shown."""
    raw = {
        "label": st.session_state.get(_LABEL),
        "expires_on": st.session_state.get(_EXPIRES),
        "pin": st.session_state.get(_SHOWS) or None,
        "sitting_on": st.session_state.get(_SITTING),
        "password": st.session_state.get(_LOCK),
    }
    if not complaints.fits(_FORM, CreateLiveLink, raw):
        return
    issued = run.command(CreateLiveLink, raw, _with_key(links.create_live_link), by=by, form=_FORM)
    if issued is not None:
        _show(issued)
        st.session_state.update({_LABEL: "", _LOCK: "", _SITTING: None})


def rotate(link_id: int, *, by: Actor) -> bool:
    """Give a link a new address and keep it to be shown."""
    service = _with_key(links.rotate_live_link)
    issued = run.command(RotateLiveLink, {"link_id": link_id}, service, by=by, form=_MANAGING)
    if issued is None:
        return False
    _show(issued)
    return True


def revoke(link_id: int, *, by: Actor) -> bool:
    """Close an address for good and tell whether that worked."""
    raw = {"link_id": link_id}
    return run.command(RevokeLiveLink, raw, links.revoke_live_link, by=by, form=_MANAGING) is not None


def _creating(*, number: int, expires_on: date, by: Actor, today: date) -> None:
    with panel.card("creating"):
        panel.heading(texts.CREATE_TITLE, texts.CREATE_NOTE)
        complaints.above(_FORM)
        with st.form("creating-form", border=False):
            st.text_input(texts.FIELD_LABEL, key=_LABEL, max_chars=120, placeholder=texts.FIELD_LABEL_HINT)
            complaints.at(_FORM, "label")
            st.date_input(texts.FIELD_EXPIRES, value=expires_on, min_value=today, format="DD.MM.YYYY", key=_EXPIRES)
            complaints.at(_FORM, "expires_on")
            st.radio(texts.FIELD_SHOWS, [0, number] if number else [0], format_func=_shows, key=_SHOWS)
            complaints.at(_FORM, "")
            st.date_input(texts.FIELD_SITTING, value=None, format="DD.MM.YYYY", key=_SITTING)
            complaints.at(_FORM, "sitting_on")
            st.text_input(texts.FIELD_LOCK, type="password", key=_LOCK, max_chars=200, autocomplete="new-password")
            complaints.at(_FORM, "password")
            st.form_submit_button(texts.CREATE, key="create", type="primary", on_click=create, kwargs={"by": by})


def _managing(alive: Sequence[ListedLink], *, by: Actor) -> None:
    if not alive:
        return
    with panel.card("managing"):
        panel.heading(texts.MANAGE_TITLE)
        complaints.above(_MANAGING)
        names = {link.id: texts.link_name(link.label, link.created) for link in alive}
        chosen = choice.pick(texts.FIELD_LINK, names, key="managing-link", placeholder=texts.FIELD_LINK_HINT)
        if chosen is None:
            return
        link_password.draw(chosen, locked=next(link.password for link in alive if link.id == chosen), by=by)
        with st.container(horizontal=True, key="row-managing"):
            ask.button(
                texts.ROTATE,
                key="rotate",
                question=texts.ROTATE_QUESTION,
                consequences=(names[chosen], texts.ROTATE_TEXT),
                yes=texts.ROTATE_YES,
                on_yes=partial(rotate, chosen, by=by),
            )
            ask.button(
                texts.REVOKE,
                key="revoke-live",
                question=texts.REVOKE_QUESTION,
                consequences=(names[chosen], texts.REVOKE_TEXT),
                yes=texts.REVOKE_YES,
                on_yes=partial(revoke, chosen, by=by),
                done=texts.REVOKED_DONE,
            )


def _with_key(service: Callable[..., IssuedLiveLink]) -> partial[IssuedLiveLink]:
    """Give the service the program's key, so that the link can be written as plain files too."""
    return partial(service, key=state.settings().secret())


def _show(issued: IssuedLiveLink) -> None:
    address = f"{state.settings().public_url}/rat/{issued.token}"
    message = texts.body(address, issued.link.expires_on)
    handout.put(PLACE, [handout.Handout(issued.link.label, address, texts.SUBJECT, message)])


def _row(link: ListedLink, *, today: date) -> tuple[str, ...]:
    state_now = texts.REVOKED if link.revoked else texts.ALIVE if _is_alive(link, today=today) else texts.EXPIRED
    return (link.label, state_now, texts.until(link.expires), _what(link), str(link.views))


def _what(link: ListedLink) -> str:
    shows = _shows(link.pinned or 0)
    shows = texts.shows_for_sitting(shows, link.sitting) if link.sitting else shows
    return texts.with_password(shows) if link.password else shows


def _is_alive(link: ListedLink, *, today: date) -> bool:
    return link.revoked is None and (link.expires is None or today <= link.expires)


def _shows(number: int) -> str:
    return texts.shows_fixed(number) if number else texts.SHOWS_LIVE
