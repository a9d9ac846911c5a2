"""Freezes briefings into numbered, dated and hashed releases that nothing changes afterwards.

A release a person makes leaves a journal entry and stands at the data version of that entry. The ones that keep a live
link current leave none: they tell nothing that did not happen already, and an entry would move the data version, which
would ask for the next release, and so on for ever.
"""

import hashlib
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Engine, or_
from sqlmodel import Session, col, select

from bkcore.access import Actor, releases, require
from bkcore.commands.council import MakeRelease
from bkcore.errors import Conflict, NothingReleased
from bkcore.model.council import LiveLink, Release
from bkcore.model.year_reports import YearReportRelease
from bkcore.publication import pictures
from bkcore.publication.briefing import build
from bkcore.publication.document import Briefing, canonical, parse, says_the_same
from bkcore.publication.gather import gather
from bkcore.publication.memory import Released
from bkcore.publication.yearly.document import parse as parse_report
from bkcore.services.journal import record
from bkcore.settings import Settings
from bkcore.store.data_version import data_version
from bkcore.store.unit_of_work import now_of, reading, today_of, town_day, unit_of_work

_TRIES = 5
_building = Lock()
_compared: dict[str, tuple[int, int, str]] = {}
"""By database: release, data version and day that were found to say the same; spares the comparison."""


def make(session: Session, command: MakeRelease, *, by: Actor) -> Release:
    """Freeze the state of this moment, for a person who asked for it.

    Args:
        session: Open session of a unit of work.
        command: Says nothing but that it is wished.
        by: Who releases; must be the administration.

    Returns:
        The new release; also when it says the same as the one before.

    Raises:
        NotPermitted: The actor does not release.
    """
    del command
    require(releases(by), action="make_release")
    number = _next_number(session)
    inputs = gather(session, today=today_of(session))
    briefing = build(inputs, number=number, earlier=released_documents(session))
    entry = record(session, action="make_release", aggregate="release", key=str(number), by=by)
    return _store(session, briefing, version=entry.id or 0 if entry else 0, on_purpose=True)


def current(engine: Engine, settings: Settings, *, now: datetime) -> Release:
    """Return the release a live link shows now, making a new one when the data say something new.

    A new release is made by itself when the data version has moved (or a new day has begun, which closes rounds and
    years), when the document then differs, and when the last one is older than the interval of the settings. Readers
    that come while one is being made get the last one. The public surface makes none: its role at the database may
    only read, so it shows what the internal surface released.

    Args:
        engine: Where the tables are.
        settings: Interval between releases.
        now: The moment of the request.

    Returns:
        The newest release; on an empty database the first one.

    Raises:
        Conflict: Other processes were faster several times in a row.
        NothingReleased: There is no release, and this is the public surface.
    """
    if settings.surface == "public":
        return _newest(engine)
    with reading(engine) as session:
        last, version = latest(session), data_version(session)
        session.expunge_all()  # the row outlives the session
    if last is not None and _is_current(last, str(engine.url), version=version, settings=settings, now=now):
        return last
    if not _building.acquire(blocking=last is None):
        return last  # type: ignore[return-value]  # waits when there is none
    try:
        return _renewed(engine, settings, now=now)
    finally:
        _building.release()


def renew(engine: Engine, settings: Settings, *, now: datetime) -> None:
    """Make a new release if there is news and somebody has a link: a pinned one too must lose what was withdrawn.

    Args:
        engine: Where the tables are.
        settings: Interval between releases.
        now: The moment it is.
    """
    with reading(engine, now=now) as session:
        wanted = select(LiveLink.id).where(
            col(LiveLink.revoked_at).is_(None),
            or_(col(LiveLink.expires_on).is_(None), col(LiveLink.expires_on) >= today_of(session)),
        )
        asked = session.exec(wanted.limit(1)).first() is not None
    if asked:
        current(engine, settings, now=now)


def latest(session: Session) -> Release | None:
    """Return the newest release, ``None`` before the first."""
    return session.exec(select(Release).order_by(col(Release.number).desc()).limit(1)).first()


def by_number(session: Session, number: int) -> Release | None:
    """Return the release with this number, ``None`` when there is none."""
    return session.exec(select(Release).where(Release.number == number)).first()


def archive(session: Session) -> tuple[Release, ...]:
    """Return all releases, the newest first."""
    return tuple(session.exec(select(Release).order_by(col(Release.number).desc())))


def verify(release: Release) -> bool:
    """Tell whether a release still says what it said when it was made, under the number and day it carries."""
    if _digest(release.content) != release.digest:
        return False
    header = parse(release.content).header
    return header.number == release.number and header.stand == town_day(release.made_at)


def preview(session: Session, *, by: Actor, now: datetime) -> Briefing:
    """Return what a release made now would say, without making it.

    Raises:
        NotPermitted: The actor does not release.
    """
    require(releases(by), action="preview_release")
    return build(gather(session, today=town_day(now)), earlier=released_documents(session))


def _newest(engine: Engine) -> Release:
    with reading(engine) as session:
        last = latest(session)
    if last is None:
        raise NothingReleased
    return last


def _is_current(last: Release, url: str, *, version: int, settings: Settings, now: datetime) -> bool:
    today = town_day(now)
    if last.data_version == version and town_day(last.made_at) == today:
        return True
    if now - last.made_at < timedelta(seconds=settings.release_interval_seconds):
        return True
    return _compared.get(url) == (last.number, version, today.isoformat())


def _renewed(engine: Engine, settings: Settings, *, now: datetime) -> Release:
    """Compare and release; the slow part only reads, so that nobody who writes has to wait for it."""
    for _ in range(_TRIES):
        with reading(engine) as session:
            last, version = latest(session), data_version(session)
            session.expunge_all()
            if last is not None and _is_current(last, str(engine.url), version=version, settings=settings, now=now):
                return last
            inputs = gather(session, today=town_day(now))
            briefing = build(inputs, number=last.number + 1 if last else 1, earlier=released_documents(session))
        if last is not None and says_the_same(briefing, parse(last.content)):
            _compared[str(engine.url)] = (last.number, version, town_day(now).isoformat())
            return last
        try:
            with unit_of_work(engine, now=now) as session:
                return _store(session, briefing, version=version)
        except Conflict:
            continue
    raise Conflict(what="release", key="")


def _store(session: Session, briefing: Briefing, *, version: int, on_purpose: bool = False) -> Release:
    content = canonical(briefing)
    release = Release(
        number=briefing.header.number,
        made_at=now_of(session),
        data_version=version,
        on_purpose=on_purpose,
        content=content,
        digest=_digest(content),
    )
    session.add(release)
    pictures.bring_into_step(session, briefing)
    session.flush()
    return release


def released_documents(session: Session) -> list[Released]:
    """Return everything that ever left the house: releases and yearly reports."""
    releases_made = session.exec(select(Release.content).order_by(col(Release.number)))
    reports = session.exec(select(YearReportRelease.content).order_by(col(YearReportRelease.number)))
    return [*map(parse, releases_made), *map(parse_report, reports)]


def _next_number(session: Session) -> int:
    last = latest(session)
    return last.number + 1 if last else 1


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8")).hexdigest()
