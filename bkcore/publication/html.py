"""Renders the council's pages: complete without a script, without a request to anybody else."""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bkcore.palette import css_variables
from bkcore.publication.archive import Entry, neighbours
from bkcore.publication.changes import Changes, named
from bkcore.publication.document import Briefing, Project
from bkcore.publication.parts import BarFigure, ProfileFigure
from bkcore.publication.place import Kind, Place
from bkcore.publication.svg import SCREEN
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.publication.yearly.shelf import ReportEntry
from bkcore.wording import anchoring
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording import changes as change_words
from bkcore.wording import year_report_sentences as report_sentences
from bkcore.wording.numbers import date_de

_TEMPLATES: Final = Path(__file__).parent / "templates"
SCRIPT: Final = "/bk/live.js"
_UNUSED: Final = frozenset(
    {"pressed", "blush", "good", "categories-4", "on-categories-4", "on-categories-5"}
    | {f"scale-{place}" for place in range(1, 6)}
)
"""Colours no page for the council uses: the page shall be light on a tablet in the chamber."""
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def render(briefing: Briefing, *, place: Place) -> str:
    """Return the whole page.

    Args:
        briefing: The frozen document.
        place: Where the page stands.

    Returns:
        HTML in which every text of the document is escaped.
    """
    stand = sentences.stand(date_de(briefing.header.stand))
    release = sentences.release(briefing.header.number) if briefing.header.number else ""
    return _rendered(
        "live.html.jinja",
        place=place,
        footer=" · ".join(filter(None, (words.NETWORK, stand, release))),
        demo=briefing.header.demo,
        b=briefing,
        stand=stand,
        release=release,
        newest=place.kind is Kind.NEWEST and briefing.header.number > 0,
        sitting=change_words.sitting(date_de(place.sitting)) if place.sitting else "",
        script=script_address(),
        network=_drawings(briefing.network, uid="netz"),
        profile=_drawings(briefing.factors.figure, uid="profil"),
        link=link,
        themes=sentences.themes,
        anchored=anchoring,
        reports=[_report(entry, place=place) for entry in place.reports],
    )


def render_gallery(briefing: Briefing, *, place: Place) -> str:
    """Return the page that leads to the page of every released project.

    Args:
        briefing: The frozen document.
        place: The page of the same state.
    """
    return _project_page("gallery.html.jinja", briefing, place=place, title=words.GALLERY)


def render_project(briefing: Briefing, project: Project, *, place: Place) -> str:
    """Return the page of one released project, with the ways to its neighbours in the document.

    Args:
        briefing: The frozen document.
        project: One of its projects.
        place: The page of the same state.
    """
    items = briefing.projects.items
    at = items.index(project)
    return _project_page(
        "project.html.jinja",
        briefing,
        place=place,
        title=project.title,
        project=project,
        before=items[at - 1] if at else None,
        after=items[at + 1] if at + 1 < len(items) else None,
    )


def render_archive(listed: Sequence[Entry], *, place: Place, demo: bool) -> str:
    """Return the list of all releases.

    Args:
        listed: Every release, the newest first.
        place: The page of the newest one.
        demo: Whether they are made from samples.
    """
    return _rendered(
        "archive.html.jinja",
        place=place,
        footer=f"{words.NETWORK} · {change_words.ARCHIVE}",
        demo=demo,
        last=listed[0].number if listed else 0,
        before=neighbours(listed),
        date_de=date_de,
        shelves=(
            (change_words.ON_PURPOSE, change_words.ON_PURPOSE_NOTE, [entry for entry in listed if entry.on_purpose]),
            (change_words.BY_ITSELF, change_words.BY_ITSELF_NOTE, [entry for entry in listed if not entry.on_purpose]),
        ),
    )


def render_changes(found: Changes, *, place: Place, demo: bool) -> str:
    """Return the page that tells what changed between two releases.

    Args:
        found: What changed.
        place: The page of the newest release.
        demo: Whether they are made from samples.
    """
    earlier, later = named(*found.earlier), named(*found.later)
    title = change_words.changed_since(found.later[0], found.earlier[0])
    return _rendered(
        "changes.html.jinja",
        place=place,
        footer=f"{words.NETWORK} · {title}",
        demo=demo,
        c=found,
        earlier=earlier,
        later=later,
    )


def render_gone(*, place: Place) -> str:
    """Return the page for whatever is not there, for web servers that serve the pages as plain files."""
    return _rendered("gone.html.jinja", place=place, footer=words.NETWORK, demo=False)


def csp(html: str) -> str:
    """Return the strictest Content-Security-Policy a page works with: its own style, script and font, nothing else."""
    hashes = " ".join(f"'sha256-{_digest(style)}'" for style in _STYLE.findall(html))
    script = "script-src 'self'; connect-src 'self'; " if "<script src=" in html else ""
    return (
        f"default-src 'none'; style-src {hashes or chr(39) + 'none' + chr(39)}; {script}font-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def style_of(page: str) -> str:
    """Return the style of a page."""
    found = _STYLE.search(page)
    return found.group(1) if found else ""


def with_sheet(page: str, address: str) -> str:
    """Return the page with its style behind an address."""
    return _STYLE.sub(f'<link rel="stylesheet" href="{address}">', page, count=1)


@cache
def script() -> str:
    """Return the script that shows a newer release by itself."""
    return (_TEMPLATES / "live.js").read_text(encoding="utf-8")


@cache
def script_address() -> str:
    """Return the address of that script; it changes with its content."""
    return f"{SCRIPT}?v={hashlib.sha256(script().encode()).hexdigest()[:8]}"


def style(footer: str) -> str:
    """Return the style of a page; date and number stand at the foot of every printed page."""
    sheet = (_TEMPLATES / "live.css").read_text(encoding="utf-8")
    place = (
        f'@page{{@bottom-left{{content:"{footer}";font:8.5pt sans-serif}}'
        '@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt sans-serif}}'
    )
    return css_variables(without=_UNUSED) + sheet + place


def _project_page(template: str, briefing: Briefing, *, place: Place, title: str, **values: object) -> str:
    stand = sentences.stand(date_de(briefing.header.stand))
    release = sentences.release(briefing.header.number) if briefing.header.number else ""
    return _rendered(
        template,
        place=place,
        # the names of projects are user text, and the footer stands in a style: so it names the state alone
        footer=" · ".join(filter(None, (words.NETWORK, stand, release))),
        demo=briefing.header.demo,
        b=briefing,
        title=title,
        stand=stand,
        release=release,
        sitting=change_words.sitting(date_de(place.sitting)) if place.sitting else "",
        themes=sentences.themes,
        **values,
    )


def _rendered(template: str, *, place: Place, footer: str, **values: object) -> str:
    return (
        environment()
        .get_template(template)
        .render(
            words=words,
            changes=change_words,
            place=place,
            style=Markup(style(footer)),  # noqa: S704 - our own text
            **values,
        )
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _report(entry: ReportEntry, *, place: Place) -> dict[str, str]:
    """Return how a page leads to a yearly report."""
    return {
        "title": report_sentences.title(entry.year),
        "edition": f"{report_sentences.edition(entry.number, entry.version)}, {date_de(entry.made_on)}",
        "address": place.report(entry.number),
    }


@cache
def environment() -> Environment:
    """Return what renders our templates: every text is escaped, an unknown name is a fault."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _drawings(figure: BarFigure | ProfileFigure | None, *, uid: str) -> dict[str, Markup]:
    """Return both forms of a drawing; the style shows the one that fits, also to assistive technology."""
    if figure is None:
        return {}
    drawn = {}
    for kind, wide in (("wide", True), ("narrow", False)):
        name = f"{uid}-{kind}"
        svg = (
            draw_bars(figure, ink=SCREEN, uid=name, wide=wide)
            if isinstance(figure, BarFigure)
            else draw_profile(figure, ink=SCREEN, uid=name, wide=wide)
        )
        drawn[kind] = Markup(svg)  # noqa: S704 - the renderer escapes every word
    return drawn


def link(text: str, url: str | None) -> Markup:
    """Return words as a link, or alone when there is no address."""
    if url is None:
        return escape(text)
    return Markup('<a href="{url}" rel="noreferrer">{text}</a>').format(url=url, text=text)
