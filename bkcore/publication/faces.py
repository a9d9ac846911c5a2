"""The faces of one release: page, PDF, Word, CSV, JSON, each made once and kept while it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bkcore.publication.archive import Entry
from bkcore.publication.changes import compare
from bkcore.publication.document import Briefing, parse
from bkcore.publication.docx import render_docx
from bkcore.publication.html import (
    csp,
    render,
    render_archive,
    render_changes,
    render_gallery,
    render_gone,
    render_project,
)
from bkcore.publication.opendata import render_csv
from bkcore.publication.pdf import render_pdf
from bkcore.publication.place import Place
from bkcore.publication.yearly import faces as yearly
from bkcore.publication.yearly.document import parse as parse_report

_CLOSED: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_VIEWER: Final = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""A browser shows a PDF with a viewer that brings its own style."""


@dataclass(frozen=True, slots=True)
class Face:
    """Bytes with what a server has to say about them."""

    body: bytes
    media_type: str
    policy: str
    file: str
    attached: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    media_type: str
    make: Callable[[Briefing, str], bytes]
    attached: bool = True
    policy: str = _CLOSED


_KINDS: Final[Mapping[str, _Kind]] = {
    "bericht.pdf": _Kind("application/pdf", lambda briefing, _: render_pdf(briefing), attached=False, policy=_VIEWER),
    "bericht.docx": _Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda briefing, _: render_docx(briefing),
    ),
    "daten.csv": _Kind("text/csv; charset=utf-8", lambda briefing, _: render_csv(briefing)),
    "daten.json": _Kind("application/json", lambda _, content: content.encode("utf-8"), attached=False),
}
FILES: Final = tuple(_KINDS)
"""Names of the downloads below the address of a link."""
REPORT_FILES: Final[Mapping[str, str]] = {yearly.FACES[form].file: form for form in ("pdf", "docx")}
"""Names of the downloads below the address of a yearly report, and their formats; the report itself is a page."""


@lru_cache(maxsize=64)
def page(content: str, *, place: Place) -> Face:
    """Return the council's page of a release.

    Args:
        content: The frozen document.
        place: Where the page stands.
    """
    return _html(render(parse(content), place=place))


@lru_cache(maxsize=32)
def gallery(content: str, *, place: Place) -> Face | None:
    """Return the page of all released projects, or nothing when the release shows none.

    Args:
        content: The frozen document.
        place: The page of the same state.
    """
    briefing = parse(content)
    return _html(render_gallery(briefing, place=place)) if briefing.projects.items else None


@lru_cache(maxsize=256)
def project(content: str, key: str, *, place: Place) -> Face | None:
    """Return the page of one released project, or nothing when the release does not show it.

    Args:
        content: The frozen document.
        key: Lasting short name of the project.
        place: The page of the same state.
    """
    briefing = parse(content)
    found = next((one for one in briefing.projects.items if one.key == key), None)
    return _html(render_project(briefing, found, place=place)) if found else None


@lru_cache(maxsize=16)
def archive(listed: tuple[Entry, ...], *, place: Place, demo: bool) -> Face:
    """Return the list of all releases.

    Args:
        listed: Every release, the newest first.
        place: The page of the newest one.
        demo: Whether they are made from samples.
    """
    return _html(render_archive(listed, place=place, demo=demo))


@lru_cache(maxsize=32)
def changes(earlier: str, later: str, *, place: Place) -> Face:
    """Return the page that tells what changed between two releases.

    Args:
        earlier: A frozen document.
        later: A later one.
        place: The page of the newest release.
    """
    before, after = parse(earlier), parse(later)
    return _html(render_changes(compare(before, after), place=place, demo=before.header.demo or after.header.demo))


def report_page(content: str) -> Face:
    """Return a yearly report as a page.

    Args:
        content: The frozen report.
    """
    return _html(yearly.face(content, "html").decode("utf-8"))


def report_download(content: str, file: str) -> Face:
    """Return a yearly report as a file.

    Args:
        content: The frozen report.
        file: One of ``REPORT_FILES``.
    """
    form, kind = REPORT_FILES[file], _KINDS[file]
    name = yearly.file_name(parse_report(content), form)
    return Face(yearly.face(content, form), kind.media_type, kind.policy, file=name, attached=kind.attached)


def gone() -> Face:
    """Return the page for whatever is not there."""
    return _html(render_gone(place=Place("")))


def picture(content: bytes) -> Face:
    """Return the file of a released picture."""
    return Face(content, "image/jpeg", _CLOSED, file="", attached=False)


def number(of: int) -> Face:
    """Return the number of the newest release alone: what a waiting page asks for."""
    return Face(f"{of}\n".encode(), "text/plain; charset=utf-8", _CLOSED, file="", attached=False)


def _html(html: str) -> Face:
    return Face(html.encode("utf-8"), "text/html; charset=utf-8", csp(html), file="", attached=False)


@lru_cache(maxsize=16)
def download(content: str, file: str) -> Face:
    """Return a release as a file.

    Args:
        content: The frozen document.
        file: One of ``FILES``.
    """
    kind, briefing = _KINDS[file], parse(content)
    name = f"sachstand-bergkamen-nr-{briefing.header.number}.{file.rpartition('.')[2]}"
    return Face(kind.make(briefing, content), kind.media_type, kind.policy, file=name, attached=kind.attached)
