"""Writes a yearly report as one flat table, and describes it for open-data portals (DCAT-AP.de)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from bkcore.publication.opendata import (
    Line,
    bar_lines,
    factor_lines,
    key_figure_lines,
    people_line,
    text_line,
    view_lines,
    written,
)
from bkcore.publication.parts import BarFigure
from bkcore.publication.yearly.blocks import facts, station_table
from bkcore.publication.yearly.document import Section, YearReport
from bkcore.publication.yearly.oparl import urn
from bkcore.publication.yearly.portal import UNDECIDED, Portal
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words

DATA_FILE: Final = "daten.csv"
_EU: Final = "http://publications.europa.eu/resource/authority"
_GEO: Final = "http://dcat-ap.de/def/politicalGeocoding"
_MUNICIPALITY_KEY: Final = "05978004"
"""Amtlicher Gemeindeschlüssel of Bergkamen."""


def render_csv(report: YearReport) -> bytes:
    """Return every figure and every text of a report as a flat table, written as ``bkcore.publication.opendata`` does.

    Args:
        report: The frozen report.
    """
    return written(_lines(report))


def render_metadata(report: YearReport, *, portal: Portal = UNDECIDED) -> bytes:
    """Return the description of the table as JSON-LD in the vocabulary of DCAT-AP.de.

    Args:
        report: The frozen report.
        portal: Licence and contributor; what the town has not decided is not named.
    """
    cover = report.cover
    issued = {"@value": cover.stand.isoformat(), "@type": "xsd:date"}
    described: dict[str, object] = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "dcatde": "http://dcat-ap.de/def/dcatde/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": urn(report, "dataset"),
        "@type": "dcat:Dataset",
        "dct:identifier": urn(report, "dataset"),
        "dct:title": _german(f"{cover.title}: {cover.subject}"),
        "dct:description": _german(f"{report.headline.finding} {report.legend}"),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": cover.town},
        "dct:issued": issued,
        "dct:modified": issued,
        "dct:language": {"@id": f"{_EU}/language/DEU"},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": date(cover.year, 1, 1).isoformat(), "@type": "xsd:date"},
            "dcat:endDate": {"@value": min(date(cover.year, 12, 31), cover.stand).isoformat(), "@type": "xsd:date"},
        },
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/ANNUAL"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/SOCI"},
        "dcat:keyword": [_german(word) for word in words.KEYWORDS],
        "dcatde:politicalGeocodingURI": {"@id": f"{_GEO}/municipalityKey/{_MUNICIPALITY_KEY}"},
        "dcatde:politicalGeocodingLevelURI": {"@id": f"{_GEO}/Level/municipality"},
        **({"dcatde:contributorID": {"@id": portal.contributor}} if portal.contributor else {}),
        "dcat:distribution": {
            "@id": urn(report, "distribution"),
            "@type": "dcat:Distribution",
            "dct:title": _german(words.COMPONENT_DATA),
            "dcat:accessURL": {"@id": DATA_FILE},
            "dct:format": {"@id": f"{_EU}/file-type/CSV"},
            "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/text/csv"},
            "dct:language": {"@id": f"{_EU}/language/DEU"},
            **({"dct:license": {"@id": portal.licence}} if portal.licence else {}),
        },
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _german(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "de"}


def _lines(report: YearReport) -> Iterator[Line]:
    cover = report.cover
    yield text_line("cover", "title", "", cover.title)
    yield text_line("cover", "subject", words.SUBJECT_LABEL, cover.subject)
    yield text_line("cover", "kind", words.KIND_LABEL, cover.kind)
    yield text_line("cover", "stand", words.DATE_LABEL, cover.stand.isoformat())
    for name, value in facts(report):
        yield text_line("cover", "fact", name, value)
    if cover.demo:
        yield text_line("cover", "demo", briefing_words.DEMO_SHORT, briefing_words.DEMO)
    for body, day, role in station_table(report).rows:
        yield Line("stations", day, body, None, role, day, None)
    for part in report.components:
        yield text_line("components", "", words.COMPONENTS, part)
    yield text_line("resolution", "", words.RESOLUTION, report.resolution)
    yield text_line("correction", "", words.CORRECTION, report.correction)
    for one in report.corrections:
        yield text_line("correction", "before", one.label, one.before)
        yield text_line("correction", "after", one.label, one.after)
    yield text_line("headline", report.headline.rule, "", report.headline.finding)
    yield from _figures(report)
    for section in report.sections:
        yield from _section(section)
    yield text_line("notes", "legend", briefing_words.LEGEND, report.legend)


def _figures(report: YearReport) -> Iterator[Line]:
    for figure in report.key_figures:
        yield from key_figure_lines(figure)
    for row in report.attendance.rows if report.attendance else ():
        yield people_line(row)
    if report.attendance is not None:
        total = report.attendance
        yield Line("attendance", "total", briefing_words.TOTAL, total.total, total.total_text, "", None)
    for found in (report.factors, report.previous):
        if found is not None:
            yield from (line for row in found.rows for line in factor_lines(row, period=found.round_title))
    yield from view_lines(report.views, report.factors)


def _section(section: Section) -> Iterator[Line]:
    for paragraph in section.paragraphs:
        yield text_line(section.key, "text", section.title, paragraph)
    if isinstance(section.figure, BarFigure):
        for bar in section.figure.bars:
            yield from bar_lines(bar)
    for table in section.tables:
        for row in table.rows:
            for column, cell in zip(table.columns[1:], row[1:], strict=True):
                value = int(cell) if cell.isascii() and cell.isdigit() else None
                yield Line(section.key, "table", f"{row[0]}: {column}", value, cell, "", None)
    for entry in section.entries:
        yield Line(section.key, "entry", entry.title, None, entry.text or entry.url or "", entry.note, None)
