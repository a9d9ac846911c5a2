"""The addresses from which leads record: give one, take one away, and see when each was used last."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.capture import CreateCaptureLink, RevokeCaptureLink
from bkcore.reports.capture_links import GivenLink
from bkcore.services.capture_links import IssuedCaptureLink, create_capture_link, revoke_capture_link
from dashboard import state
from dashboard.components import ask, complaints, handout, listing, panel, run
from dashboard.texts import confirm as texts

PLACE: Final = "capture-links"
_FORM: Final = "capture-link"


def draw(links: tuple[GivenLink, ...], *, projects: dict[str, str], by: Actor, arrive: bool) -> None:
    """Show which addresses are given, and the fields to give and to take.

    Args:
        links: The addresses that work.
        projects: Titles of all projects by slug.
        by: Who acts.
        arrive: Whether the reader is taken to a fresh address.
    """
    panel.heading(texts.LINKS, texts.LINKS_NOTE)
    handout.draw(PLACE, file_name=texts.FILE_NAME, arrive=arrive)
    if links:
        listing.table(texts.COLUMNS_LINKS, [texts.link_row(one) for one in links], label=texts.LINKS)
    else:
        panel.text(texts.NO_LINKS)
    left, right = st.columns(2, gap="medium")
    with left, panel.card("geben"):
        _give(projects, by=by)
    if links:
        with right, panel.card("nehmen"):
            _take(links, by=by)


def give(projects: dict[str, str], *, by: Actor) -> None:
    """Give an address for the chosen project, to be handed out now."""
    project = st.session_state.get("capture-project")
    raw = {
        "project": project,
        "label": st.session_state.get("capture-label") or "",
        "mail": st.session_state.get("capture-mail") or None,
    }
    if not project or not complaints.fits(_FORM, CreateCaptureLink, raw):
        return
    issued = run.command(CreateCaptureLink, raw, create_capture_link, by=by, form=_FORM)
    if issued is not None:
        _hand_out(issued, projects[project], path="")
        for name in ("label", "mail"):
            st.session_state[f"capture-{name}"] = ""


def give_calendar(*, by: Actor) -> None:
    """Give an address of the calendar of everything planned."""
    issued = run.command(CreateCaptureLink, {}, create_capture_link, by=by, form=_FORM)
    if issued is not None:
        _hand_out(issued, "", path="/kalender.ics")


def _give(projects: dict[str, str], *, by: Actor) -> None:
    panel.heading(texts.GIVE_TITLE, level=3)
    complaints.above(_FORM)
    st.selectbox(texts.PROJECT, list(projects), format_func=projects.__getitem__, key="capture-project")
    st.text_input(texts.FIELD_FOR, key="capture-label", max_chars=120, placeholder=texts.FIELD_FOR_HINT)
    st.text_input(texts.FIELD_MAIL, key="capture-mail", max_chars=254)
    complaints.at(_FORM, "mail")
    with st.container(horizontal=True, key="row-geben"):
        st.button(texts.GIVE, key="capture-give", type="primary", on_click=give, args=(projects,), kwargs={"by": by})
        st.button(texts.GIVE_CALENDAR, key="capture-calendar", on_click=give_calendar, kwargs={"by": by})


def _take(links: tuple[GivenLink, ...], *, by: Actor) -> None:
    panel.heading(texts.REVOKE.removesuffix(" …"), level=3)
    by_id = {one.id: one for one in links}
    chosen = st.selectbox(
        texts.FIELD_LINK, list(by_id), format_func=lambda one: texts.link_name(by_id[one]), key="capture-chosen"
    )

    def revoke() -> bool:
        done = run.command(RevokeCaptureLink, {"link_id": chosen}, revoke_capture_link, by=by, form=_FORM)
        return done is not None

    ask.button(
        texts.REVOKE,
        key="capture-revoke",
        question=texts.REVOKE_QUESTION,
        consequences=(texts.link_name(by_id[chosen]), *texts.REVOKE_CONSEQUENCES),
        yes=texts.REVOKE_YES,
        on_yes=revoke,
        done=texts.REVOKED,
    )


def _hand_out(issued: IssuedCaptureLink, title: str, *, path: str) -> None:
    address = f"{state.settings().public_url}/erfassen/{issued.token}{path}"
    subject, body = texts.calendar_letter(address) if path else texts.letter(title, address)
    handout.put(PLACE, [handout.Handout(title or texts.CALENDAR_OF_ALL, address, subject, body)])
