"""What a yearly report is: an allow-listed, typed and frozen paper in reading order, and its one spelling as JSON."""

import json
from datetime import date
from typing import Literal

from bkcore.publication.document import Attendance, Factors, Headline, ViewRow
from bkcore.publication.parts import BarFigure, KeyFigure, Part, ProfileFigure, Reference, Table
from bkcore.publication.plain_text import Address, Text

FORMAT: Literal[1] = 1
"""Rises when a form of the report is not readable by older programs."""

UNRELEASED = 0
"""Number of a report that is still a draft."""


class Cover(Part):
    """What stands on the cover of a paper of this council, and what the report is about."""

    title: Text
    subject: Text
    town: Text
    issuer: Text
    mandate: Reference
    kind: Text
    reference: Text
    file_number: Text
    year: int
    stand: date
    number: int
    version: int
    running: bool
    demo: bool


class Station(Part):
    """One body the paper goes through, in the words of OParl's Consultation."""

    body: Text
    day: date | None
    day_text: Text
    role: Text
    authoritative: bool


class Entry(Part):
    """One thing of a list: a paper, a project."""

    title: Text
    note: Text
    text: Text
    url: Address = None


class Section(Part):
    """One chapter: words, then what they rest on."""

    key: Text
    title: Text
    paragraphs: tuple[Text, ...]
    own: bool
    figure: BarFigure | ProfileFigure | None = None
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()


class Correction(Part):
    """One thing a further version says otherwise than the version before."""

    label: Text
    before: Text
    after: Text


class YearReport(Part):
    """The whole report, in reading order."""

    format: Literal[1] = FORMAT
    cover: Cover
    stations: tuple[Station, ...]
    components: tuple[Text, ...]
    resolution: Text
    correction: Text
    corrections: tuple[Correction, ...]
    headline: Headline
    key_figures: tuple[KeyFigure, ...]
    attendance: Attendance | None
    factors: Factors
    previous: Factors | None
    views: tuple[ViewRow, ...]
    sections: tuple[Section, ...]
    legend: Text


def canonical(report: YearReport) -> str:
    """Return the one spelling of a report as JSON: sorted keys, no spaces; equal reports are equal bytes."""
    plain = report.model_dump(mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def parse(content: str) -> YearReport:
    """Return the report behind its canonical JSON."""
    return YearReport.model_validate_json(content)
