"""The faces of one release: page, PDF, Word, CSV, JSON, each made once and kept while it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bkcore.publication.document import Briefing, parse
from bkcore.publication.docx import render_docx
from bkcore.publication.html import csp, render
from bkcore.publication.opendata import render_csv
from bkcore.publication.pdf import render_pdf

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


@lru_cache(maxsize=64)
def page(content: str, *, base: str, pinned: bool) -> Face:
    """Return the council's page of a release.

    Args:
        content: The frozen document.
        base: Address of the folder with the downloads.
        pinned: Whether the link stays at this release.
    """
    html = render(parse(content), base=base, pinned=pinned)
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
