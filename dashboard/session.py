"""Who is here: from the signed cookie to an actor, checked against the database at every run."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from itsdangerous import BadSignature, URLSafeSerializer

from bkcore.access import Actor
from bkcore.errors import LinkDead
from bkcore.services.visits import actor_of, end_visit
from bkcore.settings import Settings
from bkcore.store.unit_of_work import reading, today_of, unit_of_work
from dashboard import once, state

COOKIE = "bk_visit"
_PURPOSE = "visit"


@dataclass(frozen=True, slots=True)
class Visit:
    """One run of one signed-in browser: who acts, and which day it is in Bergkamen."""

    actor: Actor
    today: date


def seal(visit_token: str, *, settings: Settings) -> str:
    """Return the signed cookie value for a visit."""
    return URLSafeSerializer(settings.secret(), salt=_PURPOSE).dumps(visit_token)


def unseal(cookie: str, *, settings: Settings) -> str | None:
    """Return the visit token in a cookie, ``None`` when the signature is not ours."""
    try:
        token = URLSafeSerializer(settings.secret(), salt=_PURPOSE).loads(cookie)
    except BadSignature:
        return None
    return token if isinstance(token, str) else None


def current() -> Visit | None:
    """Return the visit of this run, ``None`` for somebody who is not, or no longer, signed in."""
    cookie = st.context.cookies.get(COOKIE)
    return once.asked(cookie, "visit", build=lambda: _visit(cookie)) if cookie else None


def required() -> Visit:
    """Return the visit of this run; without one the run starts again and ends on the welcome page.

    A page never stands without one, whoever opened it: in a dialog the link may have been revoked meanwhile.
    """
    visit = current()
    if visit is None:
        st.rerun()
    return visit


def _visit(cookie: str) -> Visit | None:
    token = unseal(cookie, settings=state.settings())
    if token is None:
        return None
    with reading(state.engine()) as database:
        try:
            return Visit(actor=actor_of(database, token), today=today_of(database))
        except LinkDead:
            return None


def sign_out() -> None:
    """End the visit of this browser."""
    cookie = st.context.cookies.get(COOKIE)
    token = unseal(cookie, settings=state.settings()) if cookie else None
    if token is not None:
        with unit_of_work(state.engine()) as database:
            end_visit(database, token)
