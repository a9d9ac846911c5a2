"""Renders a yearly report as one page that needs nothing else: no script, no request to anybody."""

from functools import cache

from markupsafe import Markup

from bkcore.publication.blocks import Block, Grid, Heading, Listed, Picture, Words
from bkcore.publication.html import environment, link, style
from bkcore.publication.svg import SCREEN
from bkcore.publication.typesetting import TEMPLATES
from bkcore.publication.yearly.blocks import blocks, edition, facts, station_table
from bkcore.publication.yearly.chapter import split
from bkcore.publication.yearly.document import YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words


def render_html(report: YearReport) -> str:
    """Return a report as a page.

    Args:
        report: The frozen report.

    Returns:
        HTML in which every text of the report is escaped.
    """
    cover = report.cover
    return (
        environment()
        .get_template("sachstand.html.jinja")
        .render(
            cover=cover,
            words=words,
            briefing=briefing_words,
            style=Markup(style(f"{cover.title} · {edition(report)}") + _sheet()),  # noqa: S704 - our own text
            facts=facts(report),
            edition=edition(report),
            stations=station_table(report),
            components=report.components,
            resolution=split(report.resolution),
            blocks=[_block(block) for block in blocks(report)],
            link=link,
        )
    )


@cache
def _sheet() -> str:
    return (TEMPLATES / "sachstand.css").read_text(encoding="utf-8")


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case Words(text, quiet):
            return {"kind": "words", "text": text, "quiet": quiet}
        case Listed(entries):
            return {"kind": "list", "entries": entries}
        case Picture(caption, _):
            drawn = {name: block.svg(ink=SCREEN, wide=name == "wide") for name in ("wide", "narrow")}
            escaped = {name: Markup(svg) for name, svg in drawn.items()}  # noqa: S704 - the renderer escapes every word
            return {"kind": "picture", "caption": caption, **escaped}
        case Grid(caption, table):
            return {"kind": "table", "caption": caption, "table": table}
