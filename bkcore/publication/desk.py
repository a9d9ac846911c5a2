"""The desk where the council's address is opened: from a token to the releases it may show, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bkcore.model.council import Release
from bkcore.publication import links, pictures, release
from bkcore.publication.archive import Entry, compared_with, entries
from bkcore.publication.withdrawn import readable
from bkcore.publication.yearly import release as year_release
from bkcore.publication.yearly import withdrawn as year_withdrawn
from bkcore.publication.yearly.shelf import ReportEntry, standing
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import TOWN_TIME, reading, town_day

_LARGEST_NUMBER = 2**31 - 1
"""More than a database keeps in a number."""
_A_MOMENT = timedelta(seconds=1)
"""How long the newest release is not asked for again, when a whole council looks at once; links are asked each time."""


@dataclass(frozen=True, slots=True)
class Door:
    """A living link, before anything of a release is seen.

    Attributes:
        link_id: Which link.
        ends_at: The end of its last day.
        pinned: The release it stays at, by id; ``None`` when it shows the newest.
        sitting_on: The day of the sitting that release belongs to.
        lock: Hash of its password, empty when it opens without one.
    """

    link_id: int
    ends_at: datetime | None
    pinned: int | None
    sitting_on: date | None
    lock: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a living link shows.

    Attributes:
        link_id: Which link.
        number: Number of the release.
        digest: Hash of the release.
        content: The frozen document as canonical JSON, without texts withdrawn since.
        pinned: Whether the link stays at this release.
        since: Number of the release before it that a person made, else of the one before; ``None`` without.
        reports: The yearly reports that stand beside it.
    """

    link_id: int
    number: int
    digest: str
    content: str
    pinned: bool
    since: int | None
    reports: tuple[ReportEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """One release of the archive without texts withdrawn since, the number it is compared with, the reports of then."""

    number: int
    content: str
    since: int | None
    reports: tuple[ReportEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest release as it was found at a moment, the number it is compared with, the reports of today."""

    at: datetime
    release: Release
    since: int | None
    reports: tuple[ReportEntry, ...]


_found: dict[str, _Newest] = {}
"""By database."""


def knock(settings: Settings, token: str, *, now: datetime) -> Door:
    """Return the link behind a token; nothing of what it shows is read yet.

    Raises:
        LinkDead: The token is unknown, or its link is expired or revoked.
    """
    with reading(engine_for(settings.database_url)) as session:
        link = links.resolve(session, token, today=town_day(now))
        return Door(
            link_id=link.id or 0,
            ends_at=_end_of(link.expires_on) if link.expires_on else None,
            pinned=link.pinned_release_id,
            sitting_on=link.sitting_on,
            lock=link.password_hash or "",
        )


def shown(settings: Settings, door: Door, *, now: datetime) -> Opened:
    """Return what a link shows now.

    Args:
        settings: Which database, and how often releases are renewed.
        door: The link; whoever asks has passed its lock.
        now: The moment of the request.

    Returns:
        The pinned release, or the current one.

    Raises:
        NothingReleased: Nothing was released yet, and this surface may not release.
    """
    newest = _newest(settings, now=now)
    if door.pinned is None:
        return _opened(door, newest.release, content=newest.release.content, since=newest.since, reports=newest.reports)
    with reading(engine_for(settings.database_url)) as session:
        pinned = session.get_one(Release, door.pinned)
        reports = _standing(session, until=town_day(pinned.made_at))
    content = readable(pinned.content, newest=newest.release.content)
    return _opened(door, pinned, content=content, since=None, reports=reports)


def open_link(settings: Settings, token: str, *, now: datetime) -> Opened:
    """Return what the link behind a token shows now, whatever its password is.

    Raises:
        LinkDead: The token is unknown, or its link is expired or revoked.
        NothingReleased: Nothing was released yet, and this surface may not release.
    """
    return shown(settings, knock(settings, token, now=now), now=now)


def newest(settings: Settings, *, now: datetime) -> int:
    """Return the number of the newest release.

    Raises:
        NothingReleased: Nothing was released yet, and this surface may not release.
    """
    return _newest(settings, now=now).release.number


def archived(settings: Settings) -> tuple[Entry, ...]:
    """Return number and day of every release, the newest first."""
    with reading(engine_for(settings.database_url)) as session:
        return entries(session)


def earlier(settings: Settings, number: int, *, now: datetime) -> Earlier | None:
    """Return one release of the archive, ``None`` when there is none with this number.

    Raises:
        NothingReleased: Nothing was released yet, and this surface may not release.
    """
    if number > _LARGEST_NUMBER:
        return None
    newest = _newest(settings, now=now).release.content
    with reading(engine_for(settings.database_url)) as session:
        found = release.by_number(session, number)
        if found is None:
            return None
        reports = _standing(session, until=town_day(found.made_at))
        return Earlier(number, readable(found.content, newest=newest), compared_with(session, number), reports)


def report(settings: Settings, door: Door, number: int, *, now: datetime) -> str | None:
    """Return a released yearly report without texts withdrawn since.

    Args:
        settings: Which database.
        door: The link; whoever asks has passed its lock.
        number: Number of the report.
        now: The moment of the request.

    Returns:
        The frozen report as canonical JSON; ``None`` when there is none with this number, and for a pinned link when it
        was released after the day of its state.

    Raises:
        NothingReleased: No briefing was released yet, and this surface may not release.
    """
    if number > _LARGEST_NUMBER:
        return None
    newest = _newest(settings, now=now).release.content
    with reading(engine_for(settings.database_url)) as session:
        found = year_release.by_number(session, number)
        if found is None:
            return None
        if door.pinned is not None:
            until = town_day(session.get_one(Release, door.pinned).made_at)
            if town_day(found.made_at) > until:
                return None
        return year_withdrawn.readable(found.content, newest=newest)


def picture(settings: Settings, opened: Opened, name: str) -> bytes | None:
    """Return the file of a picture, ``None`` when the state a link shows does not show it.

    Args:
        settings: Which database.
        opened: What the link shows; earlier states show no picture that the newest does not.
        name: File name as the page gives it.
    """
    with reading(engine_for(settings.database_url)) as session:
        return pictures.file(session, opened.content, name)


def _standing(session: Session, *, until: date) -> tuple[ReportEntry, ...]:
    return standing(year_release.entries(session), until=until)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=TOWN_TIME)


def _newest(settings: Settings, *, now: datetime) -> _Newest:
    """Return the newest release, asked for anew when that was not done within a moment."""
    found = _found.get(settings.database_url)
    moment = min(_A_MOMENT, timedelta(seconds=settings.release_interval_seconds))
    if found is not None and timedelta() <= now - found.at < moment:
        return found
    engine = engine_for(settings.database_url)
    current = release.current(engine, settings, now=now)
    with reading(engine) as session:
        newest = _Newest(
            at=now,
            release=current,
            since=compared_with(session, current.number),
            reports=_standing(session, until=town_day(now)),
        )
    _found[settings.database_url] = newest
    return newest


def _opened(door: Door, found: Release, *, content: str, since: int | None, reports: tuple[ReportEntry, ...]) -> Opened:
    return Opened(
        link_id=door.link_id,
        number=found.number,
        digest=found.digest,
        content=content,
        pinned=door.pinned is not None,
        since=since,
        reports=reports,
    )
