"""Sets a yearly report as PDF/UA-1 and PDF/A-2a in the form of the council's papers."""

from bkcore.palette import LIGHT
from bkcore.publication.pdf_blocks import BLOCKS, set_block
from bkcore.publication.typesetting import typeset
from bkcore.publication.yearly.blocks import blocks, edition, facts, station_table
from bkcore.publication.yearly.document import YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words


def render_pdf(report: YearReport) -> bytes:
    """Return a report as PDF; the same report gives the same bytes.

    Args:
        report: The frozen report.

    Returns:
        A tagged PDF in German with bookmarks and embedded fonts. Characters no shipped font has become a question mark.
    """
    return typeset("sachstand.typ", _data(report), parts=BLOCKS)


def _data(report: YearReport) -> dict[str, object]:
    cover = report.cover
    return {
        "title": cover.title,
        "subject": cover.subject,
        "town": cover.town,
        "issuer": cover.issuer,
        "brand": briefing_words.NETWORK,
        "kind": cover.kind,
        "day": [cover.stand.year, cover.stand.month, cover.stand.day],
        "facts": [list(fact) for fact in facts(report)],
        "footer": " · ".join(
            part for part in (cover.title, edition(report), briefing_words.DEMO_SHORT if cover.demo else "") if part
        ),
        "demo": briefing_words.DEMO if cover.demo else "",
        "draft": "" if cover.number else words.DRAFT,
        "stations": station_table(report).model_dump(),
        "components": list(report.components),
        "resolution": report.resolution,
        "blocks": [set_block(block) for block in blocks(report)],
        "colours": {name: getattr(LIGHT, name) for name in ("text", "soft", "accent", "line", "tint")},
        "words": {
            "page": words.PAGE,
            "of": words.PAGE_OF,
            "public": words.PUBLIC,
            "subject": words.SUBJECT_LABEL,
            "stations": words.STATIONS,
            "no_stations": words.NO_STATIONS,
            "components": words.COMPONENTS,
            "resolution": words.RESOLUTION,
        },
    }
