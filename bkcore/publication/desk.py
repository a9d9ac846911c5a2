"""The desk where the council's address is opened: from a token to the release it shows, and nothing else."""

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from bkcore.errors import Conflict, DatabaseBusy
from bkcore.model.council import Release
from bkcore.publication import links, release
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, town_day, unit_of_work

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a living link shows.

    Attributes:
        link_id: Which link.
        number: Number of the release.
        digest: Hash of the release.
        content: The frozen document as canonical JSON.
        pinned: Whether the link stays at this release.
    """

    link_id: int
    number: int
    digest: str
    content: str
    pinned: bool


def open_link(settings: Settings, token: str, *, now: datetime) -> Opened:
    """Return what the link behind a token shows now.

    Args:
        settings: Which database, and how often releases are renewed.
        token: The token of the address.
        now: The moment of the request.

    Returns:
        The pinned release, or the current one.

    Raises:
        LinkDead: The token is unknown, or its link is expired or revoked.
    """
    engine = engine_for(settings.database_url)
    with reading(engine) as session:
        link = links.resolve(session, token, today=town_day(now))
        pinned = session.get(Release, link.pinned_release_id) if link.pinned_release_id is not None else None
        session.expunge_all()  # both rows outlive the session
    shown = pinned or release.current(engine, settings, now=now)
    return Opened(
        link_id=link.id or 0,
        number=shown.number,
        digest=shown.digest,
        content=shown.content,
        pinned=pinned is not None,
    )


def note_view(settings: Settings, opened: Opened, *, now: datetime) -> None:
    """Count one opening; a busy database loses the count, never the page."""
    engine = engine_for(settings.database_url)
    try:
        _count(engine, opened.link_id, now=now)
    except Conflict:
        _count(engine, opened.link_id, now=now)  # two first openings of the day met; now the row is there
    except DatabaseBusy:
        _log.warning("a view was not counted: the database is busy")


def _count(engine: Engine, link_id: int, *, now: datetime) -> None:
    with unit_of_work(engine, now=now) as session:
        links.count_view(session, link_id, day=town_day(now))
