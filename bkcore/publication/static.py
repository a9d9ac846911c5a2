"""Writes every valid link without a password as plain files for any web server; releases never change, so files can.

The folder holds ``www`` (what is served), ``nginx.conf`` and ``Caddyfile`` (ready examples) and the manifest.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bkcore.access import Actor, releases, require
from bkcore.model.council import LiveLink, Release
from bkcore.model.year_reports import YearReportRelease
from bkcore.publication import faces, html, pictures, webserver
from bkcore.publication.addresses import told_again
from bkcore.publication.archive import Entry, entries, neighbours
from bkcore.publication.document import parse
from bkcore.publication.folder import PlannedFile, Tally, bring_into_step
from bkcore.publication.place import Kind, Place
from bkcore.publication.release import renew
from bkcore.publication.withdrawn import readable
from bkcore.publication.yearly import withdrawn as year_withdrawn
from bkcore.publication.yearly.release import entries as report_entries
from bkcore.publication.yearly.shelf import ReportEntry, standing
from bkcore.settings import ROOT, Settings
from bkcore.store.unit_of_work import reading, today_of

_WEB = "www"
_FONTS = ROOT / "dashboard" / "static" / "fonts"
_MADE_BY = (ROOT / "bkcore" / "publication", ROOT / "bkcore" / "wording")


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, and which links were left out.

    Attributes:
        links: How many links were written.
        files: How many files were written, kept and removed.
        locked: Id and label of links with a password; a file cannot ask for one.
        untold: Id and label of links whose address nobody can tell any more.
    """

    links: int
    files: Tally
    locked: tuple[tuple[int, str], ...]
    untold: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """All releases and reports, read once: their lists, and their documents without texts withdrawn since by number."""

    listed: tuple[Entry, ...]
    documents: dict[int, str]
    by_id: dict[int, int]
    reports: tuple[ReportEntry, ...]
    papers: dict[int, str]
    pictures: dict[str, bytes]
    today: date

    def since(self, number: int) -> int | None:
        """Return the number a release is compared with on its own page."""
        before = [entry for entry in self.listed if entry.number < number]
        chosen = next((entry for entry in before if entry.on_purpose), before[0] if before else None)
        return chosen.number if chosen else None

    def until(self, number: int) -> date:
        """Return the day up to which a state of the briefing knows of reports."""
        return next(entry.stand for entry in self.listed if entry.number == number)


def publish(engine: Engine, settings: Settings, folder: Path, *, by: Actor, now: datetime) -> Published:
    """Bring a folder of plain files into step with the valid links.

    Args:
        engine: Where the tables are.
        settings: The key the addresses are computed with, the public address, the interval of releases.
        folder: New, empty, or written by this function before.
        by: Who publishes; must be the administration.
        now: The moment it is.

    Returns:
        What was written and what was left out.

    Raises:
        NotPermitted: The actor does not release.
        FileUnwritable: The folder is not ours, or writing failed.
        FileUnreadable: The manifest of the folder is damaged.
    """
    require(releases(by), action="publish_releases")
    renew(engine, settings, now=now)
    with reading(engine, now=now) as session:
        links, shelf = _alive(session), _shelf(session)
    locked = tuple((link.id or 0, link.label) for link in links if link.password_hash)
    told = [
        (link, told_again(link.seed, link.token_hash, key=settings.secret()))
        for link in links
        if not link.password_hash
    ]
    untold = tuple((link.id or 0, link.label) for link, token in told if token is None)
    pages = [file for link, token in told if token is not None for file in _link_files(link, f"/rat/{token}", shelf)]
    plan = [*_common(folder, settings), *pages]
    return Published(
        links=len(told) - len(untold),
        files=bring_into_step(folder, sorted(_once(plan), key=_order)),
        locked=locked,
        untold=untold,
    )


def _alive(session: Session) -> list[LiveLink]:
    found = session.exec(select(LiveLink).where(col(LiveLink.revoked_at).is_(None)).order_by(col(LiveLink.id)))
    return [link for link in found if link.is_alive(today_of(session))]


def _shelf(session: Session) -> _Shelf:
    rows = session.exec(select(Release.id, Release.number, Release.content).order_by(col(Release.number))).all()
    papers = session.exec(select(YearReportRelease.number, YearReportRelease.content)).all() if rows else []
    return _Shelf(
        listed=entries(session),
        documents={number: readable(content, newest=rows[-1][2]) for _, number, content in rows},
        by_id={identifier or 0: number for identifier, number, _ in rows},
        reports=report_entries(session),
        pictures=pictures.files(session, parse(rows[-1][2])) if rows else {},
        papers={number: year_withdrawn.readable(content, newest=rows[-1][2]) for number, content in papers},
        today=today_of(session),
    )


def _link_files(link: LiveLink, root: str, shelf: _Shelf) -> Iterator[PlannedFile]:
    if link.pinned_release_id is not None:
        number = shelf.by_id[link.pinned_release_id]
        until = shelf.until(number)
        pinned = Place(root, kind=Kind.PINNED, sitting=link.sitting_on, reports=standing(shelf.reports, until=until))
        yield from _state(pinned, number, shelf)
        yield from _reports(pinned, shelf, until=until)
        yield _known(f"{root}/stand", faces.number(number).body)
        return
    if not shelf.listed:
        return
    newest = shelf.listed[0].number
    place = Place(root)
    reports = standing(shelf.reports, until=shelf.today)
    yield from _state(replace(place, since=shelf.since(newest), reports=reports), newest, shelf)
    yield from _reports(place, shelf, until=shelf.today)
    yield from _archive(place, shelf)
    yield _known(f"{root}/stand", faces.number(newest).body)


def _archive(place: Place, shelf: _Shelf) -> Iterator[PlannedFile]:
    demo = parse(shelf.documents[shelf.listed[0].number]).header.demo
    yield from _page(place.archive, faces.archive(shelf.listed, place=place, demo=demo))
    for entry in shelf.listed:
        earlier = replace(
            place,
            kind=Kind.EARLIER,
            number=entry.number,
            since=shelf.since(entry.number),
            reports=standing(shelf.reports, until=entry.stand),
        )
        yield from _state(earlier, entry.number, shelf)
    own = {(entry.number, shelf.since(entry.number)) for entry in shelf.listed}
    for later, before in sorted({*neighbours(shelf.listed).items(), *own} - {(shelf.listed[-1].number, None)}):
        changes = faces.changes(shelf.documents[before or 0], shelf.documents[later], place=place)
        yield from _page(place.changes(later, before or 0), changes)


def _state(place: Place, number: int, shelf: _Shelf) -> Iterator[PlannedFile]:
    """Yield the page of one release and its files."""
    content = shelf.documents[number]
    yield from _page(place.base, faces.page(content, place=place))
    if gallery := faces.gallery(content, place=place):
        yield from _page(place.gallery, gallery)
    for one in parse(content).projects.items:
        if project := faces.project(content, one.key, place=place):
            yield from _page(place.project(one.key), project)
        if one.picture:
            for address in (place.picture(one.picture.digest), place.picture(one.picture.digest, small=True)):
                if picture := shelf.pictures.get(address.rpartition("/")[2]):
                    yield _known(address, picture)
    mark = f"{_program()}:{_digest(content.encode())}"
    for file in faces.FILES:
        yield PlannedFile(f"{_WEB}{place.base}/{file}", partial(_download, content, file), mark)


def _reports(place: Place, shelf: _Shelf, *, until: date) -> Iterator[PlannedFile]:
    """Yield the yearly reports a link may show, older versions included: an earlier state leads to them."""
    for entry in shelf.reports:
        if entry.made_on > until:
            continue
        content, address = shelf.papers[entry.number], place.report(entry.number)
        yield from _page(address, faces.report_page(content))
        mark = f"{_program()}:{_digest(content.encode())}"
        for file in faces.REPORT_FILES:
            make = partial(_report_download, content, file)
            yield PlannedFile(f"{_WEB}{address}/{file}", make, mark)


def _page(address: str, face: faces.Face) -> Iterator[PlannedFile]:
    """Yield a page, and its style as a file: one policy for all pages can then forbid styles inside them."""
    page = face.body.decode()
    style = html.style_of(page)
    sheet = f"/bk/{_digest(style.encode())[:16]}.css"
    yield _known(sheet, style.encode())
    yield _known(f"{address}/index.html", html.with_sheet(page, sheet).encode())


def _common(folder: Path, settings: Settings) -> Iterator[PlannedFile]:
    """Yield what all links share: typeface, script, the page for what is not there, examples for web servers."""
    for font in sorted(_FONTS.glob("*.woff2")):
        yield _known(f"/app/static/fonts/{font.name}", font.read_bytes())
    yield _known(html.SCRIPT, html.script().encode())
    gone = faces.gone()
    for address in ("", "/rat"):  # so that no server lists a folder, and with it the addresses
        yield from _page(address, gone)
    yield _known("/404.html", html.with_sheet(gone.body.decode(), _sheet_of(gone)).encode())
    public = urlsplit(settings.public_url)
    host, secure = public.hostname or "localhost", public.scheme == "https"
    root = folder.resolve() / _WEB
    for name, text in (
        ("nginx.conf", webserver.nginx(root, host=host, secure=secure)),
        ("Caddyfile", webserver.caddy(root, host=host, secure=secure)),
    ):
        yield PlannedFile(name, text.encode, _digest(text.encode()))


def _sheet_of(face: faces.Face) -> str:
    return f"/bk/{_digest(html.style_of(face.body.decode()).encode())[:16]}.css"


def _known(address: str, content: bytes) -> PlannedFile:
    return PlannedFile(f"{_WEB}{address}", lambda: content, _digest(content))


def _download(content: str, file: str) -> bytes:
    return faces.download(content, file).body


def _report_download(content: str, file: str) -> bytes:
    return faces.report_download(content, file).body


def _once(plan: list[PlannedFile]) -> list[PlannedFile]:
    """Return the plan without files that several pages share."""
    return list({file.path: file for file in plan}.values())


def _order(file: PlannedFile) -> tuple[int, str]:
    """Order the writing: what pages lead to, then pages, then the number that makes waiting pages look."""
    rank = 2 if file.path.endswith("/stand") else 1 if file.path.endswith(".html") else 0
    return rank, file.path


@cache
def _program() -> str:
    """Return a mark of everything that turns a document into files."""
    parts = (file for folder in _MADE_BY for file in sorted(folder.rglob("*")) if file.is_file())
    return _digest(b"".join(file.read_bytes() for file in parts if "__pycache__" not in file.parts))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
