"""Writes a yearly report in the vocabulary of OParl 1.1: Paper, Consultation, AgendaItem, Meeting, Organization.

The town's council system offers no OParl interface, so the objects have names (URNs) instead of addresses, and whoever
imports them puts their own in place. Objects that OParl lets point at each other by address lie side by side in one
file. What OParl has no word for (the frozen report, a sitting's day without its hour) carries our own prefix, as OParl
asks of additions.
"""

import json
from collections.abc import Mapping
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from bkcore.publication.yearly.document import Station, YearReport
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences

SCHEMA: Final = "https://schema.oparl.org/1.1"
ADDITION: Final = "bergkamen:bericht"
DAY: Final = "bergkamen:datum"
_PLACE: Final = "https://bergkamen.de/sachstandsbericht"


def render_json(report: YearReport) -> bytes:
    """Return a report as OParl objects and as it was frozen.

    Args:
        report: The frozen report.
    """
    stations = list(enumerate(report.stations, start=1))
    document = {
        "paper": _paper(report, [_consultation(report, place, station) for place, station in stations]),
        "organization": [_organization(report, body) for body in _bodies(report)],
        "meeting": [_meeting(report, place, station) for place, station in stations if station.day],
        "agendaItem": [_agenda_item(report, place, station) for place, station in stations if station.day],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def urn(report: YearReport, *parts: object) -> str:
    """Return the lasting name of something a report is about; the same thing has the same name in every version."""
    return uuid5(NAMESPACE_URL, "/".join((_PLACE, str(report.cover.year), *map(str, parts)))).urn


def _paper(report: YearReport, consultations: list[dict[str, object]]) -> dict[str, object]:
    cover = report.cover
    files: list[Mapping[str, object]] = [
        _file(report, "bericht.pdf", "application/pdf", sentences.title(cover.year)),
        _file(report, "daten.csv", "text/csv", words.COMPONENT_DATA),
    ]
    return {
        "id": urn(report, "paper"),
        "type": f"{SCHEMA}/Paper",
        "name": cover.subject,
        **({"reference": cover.reference} if cover.reference else {}),
        "date": cover.stand.isoformat(),
        "paperType": cover.kind,
        "mainFile": files[0],
        "auxiliaryFile": files[1:],
        "underDirectionOf": [urn(report, "body", cover.issuer)],
        "consultation": consultations,
        "web": cover.mandate.url,
        ADDITION: report.model_dump(mode="json"),
    }


def _file(report: YearReport, name: str, media_type: str, title: str) -> dict[str, object]:
    return {
        "id": urn(report, "file", name),
        "type": f"{SCHEMA}/File",
        "name": title,
        "fileName": name,
        "mimeType": media_type,
        "date": report.cover.stand.isoformat(),
    }


def _consultation(report: YearReport, place: int, station: Station) -> dict[str, object]:
    there = (
        {"agendaItem": urn(report, "agenda-item", place), "meeting": urn(report, "meeting", place)}
        if station.day
        else {}
    )
    return {
        "id": urn(report, "consultation", place),
        "type": f"{SCHEMA}/Consultation",
        "paper": urn(report, "paper"),
        **there,
        "organization": [urn(report, "body", station.body)],
        "authoritative": station.authoritative,
        "role": station.role,
    }


def _bodies(report: YearReport) -> list[str]:
    return list(dict.fromkeys([report.cover.issuer, *(station.body for station in report.stations)]))


def _organization(report: YearReport, name: str) -> dict[str, object]:
    return {"id": urn(report, "body", name), "type": f"{SCHEMA}/Organization", "name": name}


def _meeting(report: YearReport, place: int, station: Station) -> dict[str, object]:
    return {
        "id": urn(report, "meeting", place),
        "type": f"{SCHEMA}/Meeting",
        "name": station.body,
        DAY: station.day.isoformat() if station.day else None,
        "organization": [urn(report, "body", station.body)],
        "agendaItem": [urn(report, "agenda-item", place)],
    }


def _agenda_item(report: YearReport, place: int, station: Station) -> dict[str, object]:
    """Return the item of a sitting; what was decided is not known when the report is released, so it has no result."""
    return {
        "id": urn(report, "agenda-item", place),
        "type": f"{SCHEMA}/AgendaItem",
        "meeting": urn(report, "meeting", place),
        "name": report.cover.subject,
        "public": True,
        "consultation": urn(report, "consultation", place),
        **({"resolutionText": report.resolution} if station.authoritative and report.resolution else {}),
    }
