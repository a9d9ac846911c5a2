"""Addresses of the briefing: created, listed, revoked, rotated, opened. Only the hash of a token is kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, insert, update
from sqlmodel import Session, col, select

from bkcore.access import Actor, releases, require
from bkcore.commands.council import ChangeLiveLinkPassword, CreateLiveLink, RevokeLiveLink, RotateLiveLink
from bkcore.errors import InvalidValue, LinkDead, NotFound
from bkcore.model.council import Consultation, LiveLink, LiveLinkDay, Release
from bkcore.publication import passwords
from bkcore.publication.addresses import new_address
from bkcore.publication.release import by_number
from bkcore.services.journal import record
from bkcore.services.tokens import token_hash
from bkcore.store.unit_of_work import now_of, today_of, town_day
from bkcore.vocabulary import Precision

DEFAULT_DAYS = 90
"""How long a link lives when no consultation is known."""


@dataclass(frozen=True, slots=True)
class IssuedLiveLink:
    """A link and its token, which is shown once and never kept."""

    link: LiveLink
    token: str


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link as a list shows it."""

    id: int
    label: str
    audience: str
    created: date
    expires: date | None
    pinned: int | None
    sitting: date | None
    password: bool
    revoked: date | None
    views: int


def create_live_link(session: Session, command: CreateLiveLink, *, by: Actor, key: str = "") -> IssuedLiveLink:
    """Create an address of the briefing.

    Args:
        session: Open session; the unit of work around it commits.
        command: Label, last day and the release it stays at; without a last day it lives until the day after the next
            known consultation, else for 90 days.
        by: Who acts; must be the administration.
        key: The program's key; with it the link can be written as plain files too.

    Returns:
        The link and its token.

    Raises:
        NotPermitted: The actor does not create links.
        NotFound: There is no release with that number.
        InvalidValue: The last day lies in the past.
    """
    require(releases(by), action="create_live_link")
    today = today_of(session)
    if command.expires_on is not None and command.expires_on < today:
        raise InvalidValue(field="expires_on", value=command.expires_on.isoformat(), allowed="ein Tag ab heute")
    pinned = by_number(session, command.pin) if command.pin is not None else None
    if command.pin is not None and pinned is None:
        raise NotFound(what="release", key=str(command.pin))
    address = new_address(key)
    link = LiveLink(
        token_hash=address.token_hash,
        seed=address.seed,
        password_hash=passwords.kept(command.password.get_secret_value()) if command.password else None,
        label=command.label,
        audience=command.audience,
        created_at=now_of(session),
        expires_on=command.expires_on or default_expiry(session, today=today),
        pinned_release_id=pinned.id if pinned else None,
        sitting_on=command.sitting_on,
    )
    session.add(link)
    session.flush()
    details = {"label": link.label, "expires_on": link.expires_on, "pin": command.pin, "sitting_on": link.sitting_on}
    details["password"] = link.password_hash is not None
    record(session, action="create_live_link", aggregate="live_link", key=str(link.id), by=by, details=details)
    return IssuedLiveLink(link, address.token)


def revoke_live_link(session: Session, command: RevokeLiveLink, *, by: Actor) -> LiveLink:
    """Close an address for good; closing it twice changes nothing.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Returns:
        The revoked link.

    Raises:
        NotPermitted: The actor does not revoke links.
        NotFound: There is no such link.
    """
    require(releases(by), action="revoke_live_link")
    link = _locked(session, command.link_id)
    if link.revoked_at is None:
        link.revoked_at = now_of(session)
        session.add(link)
        record(session, action="revoke_live_link", aggregate="live_link", key=str(link.id), by=by)
    return link


def change_live_link_password(session: Session, command: ChangeLiveLinkPassword, *, by: Actor) -> LiveLink:
    """Give a link a new password, or none; whoever typed the old one is asked again.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link, and the password.
        by: Who acts; must be the administration.

    Returns:
        The changed link.

    Raises:
        NotPermitted: The actor does not manage links.
        NotFound: There is no such link.
        LinkDead: The link is revoked or expired.
    """
    require(releases(by), action="change_live_link_password")
    link = _locked(session, command.link_id)
    if not link.is_alive(today_of(session)):
        raise LinkDead
    link.password_hash = passwords.kept(command.password.get_secret_value()) if command.password else None
    session.add(link)
    session.flush()
    details = {"password": link.password_hash is not None}
    action = "change_live_link_password"
    record(session, action=action, aggregate="live_link", key=str(link.id), by=by, details=details)
    return link


def rotate_live_link(session: Session, command: RotateLiveLink, *, by: Actor, key: str = "") -> IssuedLiveLink:
    """Give the same link a new address; the old one is dead at once.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.
        key: The program's key; with it the link can be written as plain files too.

    Returns:
        The same link with its new token.

    Raises:
        NotPermitted: The actor does not rotate links.
        NotFound: There is no such link.
        LinkDead: The link is revoked or expired; a new one is needed.
    """
    require(releases(by), action="rotate_live_link")
    link = _locked(session, command.link_id)
    if not link.is_alive(today_of(session)):
        raise LinkDead
    address = new_address(key)
    link.token_hash, link.seed = address.token_hash, address.seed
    session.add(link)
    session.flush()
    record(session, action="rotate_live_link", aggregate="live_link", key=str(link.id), by=by)
    return IssuedLiveLink(link, address.token)


def list_live_links(session: Session, *, by: Actor) -> tuple[ListedLink, ...]:
    """Return all links, the newest first.

    Raises:
        NotPermitted: The actor does not manage links.
    """
    require(releases(by), action="list_live_links")
    views = dict(
        session.exec(
            select(LiveLinkDay.link_id, func.sum(col(LiveLinkDay.views))).group_by(col(LiveLinkDay.link_id))
        ).all()
    )
    rows = session.exec(
        select(LiveLink, Release.number)
        .join(Release, col(LiveLink.pinned_release_id) == col(Release.id), isouter=True)
        .order_by(col(LiveLink.id).desc())
    )
    return tuple(
        ListedLink(
            id=link.id or 0,
            label=link.label,
            audience=link.audience,
            created=town_day(link.created_at),
            expires=link.expires_on,
            pinned=number,
            sitting=link.sitting_on,
            password=link.password_hash is not None,
            revoked=town_day(link.revoked_at) if link.revoked_at else None,
            views=int(views.get(link.id or 0, 0)),
        )
        for link, number in rows
    )


def as_json(links: tuple[ListedLink, ...]) -> list[dict[str, object]]:
    """Return the list with the keys of ``bk link list --json``."""
    return [
        {
            "id": link.id,
            "label": link.label,
            "audience": link.audience,
            "created": link.created.isoformat(),
            "expires": link.expires.isoformat() if link.expires else None,
            "pinned": link.pinned,
            "sitting": link.sitting.isoformat() if link.sitting else None,
            "password": link.password,
            "revoked": link.revoked.isoformat() if link.revoked else None,
            "views": link.views,
        }
        for link in links
    ]


def resolve(session: Session, token: str, *, today: date) -> LiveLink:
    """Return the living link behind a token.

    Raises:
        LinkDead: The token is unknown, or its link is expired or revoked; which of these is never said.
    """
    link = session.exec(select(LiveLink).where(LiveLink.token_hash == token_hash(token))).first()
    if link is None or not link.is_alive(today):
        raise LinkDead
    return link


def count_views(session: Session, link_id: int, *, day: date, views: int = 1) -> None:
    """Count openings of a link on a day; no address, no device, no minute, and no journal entry."""
    counted = session.connection().execute(
        update(LiveLinkDay)
        .where(col(LiveLinkDay.link_id) == link_id, col(LiveLinkDay.day) == day)
        .values(views=col(LiveLinkDay.views) + views)
    )
    if counted.rowcount == 0:
        session.connection().execute(insert(LiveLinkDay).values(link_id=link_id, day=day, views=views))


def default_expiry(session: Session, *, today: date) -> date:
    """Return the day after the next consultation whose day is known, else 90 days from today."""
    following = session.exec(
        select(func.min(col(Consultation.held_on))).where(
            col(Consultation.held_on) >= today, Consultation.precision == Precision.DAY
        )
    ).one()
    return following + timedelta(days=1) if following else today + timedelta(days=DEFAULT_DAYS)


def _locked(session: Session, link_id: int) -> LiveLink:
    link = session.get(LiveLink, link_id, with_for_update=True)
    if link is None:
        raise NotFound(what="live_link", key=str(link_id))
    return link
