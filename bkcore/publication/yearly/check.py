"""Looks a report over before it is released: what is wrong or missing, and where it is mended. Nothing blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bkcore.personal_data import traces
from bkcore.publication.typesetting import printable
from bkcore.publication.yearly.content import Content
from bkcore.publication.yearly.document import YearReport
from bkcore.publication.yearly.drafts import Written
from bkcore.publication.yearly.edition import text_of
from bkcore.publication.yearly.pdf import render_pdf
from bkcore.vocabulary import PaperKind
from bkcore.wording import year_report as words
from bkcore.wording import year_report_check as sentences


class Mend(StrEnum):
    """Where something is mended."""

    COVER = "deckblatt"
    STATIONS = "beratungsfolge"
    TEXTS = "texte"
    PROJECT_TEXTS = "projekttexte"
    RECORDS = "bestand"
    NOWHERE = "nirgends"
    """It is as it should be, but worth knowing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look.

    Attributes:
        code: What it is, for programs.
        text: The same as one German sentence.
        mend: Where it is mended.
        section: The chapter it is about, empty when about none.
    """

    code: str
    text: str
    mend: Mend
    section: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything found, in the order of the assistant, and the size of the accessible file that was set for it."""

    findings: tuple[Finding, ...]
    pdf_bytes: int


def check(report: YearReport, content: Content, written: Written) -> Checked:
    """Return what is worth a look before this report is released.

    The PDF is set once: its compiler keeps to PDF/UA-1 and stops at a missing alternative text, title or heading level.

    Args:
        report: The draft.
        content: What the records say.
        written: What was written.
    """
    return Checked(findings=findings(content, written), pdf_bytes=len(render_pdf(report)))


def findings(content: Content, written: Written) -> tuple[Finding, ...]:
    """Return what is worth a look, in the order of the assistant, without setting the file."""
    return (*_cover(written), *_stations(written), *_texts(content, written), *_records(content))


def stale(content: Content, written: Written) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the figures that moved since somebody wrote a chapter, by chapter; only chapters with such figures."""
    moved = {
        chapter.key: written.texts[chapter.key].moved(chapter)
        for chapter in content.chapters
        if chapter.key in written.texts
    }
    return {key: moves for key, moves in moved.items() if moves}


def _cover(written: Written) -> Iterator[Finding]:
    if not written.reference:
        yield Finding("reference_missing", sentences.REFERENCE_MISSING, Mend.COVER)


def _stations(written: Written) -> Iterator[Finding]:
    if not written.stations:
        yield Finding("stations_missing", sentences.STATIONS_MISSING, Mend.STATIONS)
        return
    for station in written.stations:
        if station.held_on is None:
            yield Finding("day_missing", sentences.day_missing(station.body), Mend.STATIONS)
    decides = any(station.authoritative for station in written.stations)
    if written.kind is PaperKind.RESOLUTION and not decides:
        yield Finding("decision_missing", sentences.DECISION_MISSING, Mend.STATIONS)
    if written.kind is PaperKind.NOTICE and decides:
        yield Finding("decision_unasked", sentences.DECISION_UNASKED, Mend.STATIONS)


def _texts(content: Content, written: Written) -> Iterator[Finding]:
    for key, moves in stale(content, written).items():
        title = words.TITLES[key]
        yield Finding("figures_moved", sentences.figures_moved(title, len(moves)), Mend.TEXTS, key)
    for chapter in content.chapters:
        title, text = words.TITLES[chapter.key], text_of(chapter, written)
        if not text:
            yield Finding("left_out", sentences.left_out(title), Mend.TEXTS, chapter.key)
        if chapter.key in written.texts and traces(text):
            found = ", ".join(dict.fromkeys(trace.excerpt for trace in traces(text)))
            yield Finding("looks_personal", sentences.looks_personal(title, found), Mend.TEXTS, chapter.key)
        line = text.replace("\n", " ")
        if printable(line) != line:
            yield Finding("letters_missing", sentences.letters_missing(title), Mend.TEXTS, chapter.key)
    unread = [chapter.key for chapter in content.chapters if chapter.text and chapter.key not in written.texts]
    if unread:
        yield Finding("unread", sentences.unread(len(unread), len(content.chapters)), Mend.TEXTS, unread[0])


def _records(content: Content) -> Iterator[Finding]:
    if content.running:
        yield Finding("year_running", sentences.year_running(content.year), Mend.NOWHERE)
    if content.announced:
        yield Finding("unconfirmed", sentences.unconfirmed(content.announced), Mend.RECORDS)
    if content.undescribed:
        yield Finding("texts_unreleased", sentences.texts_unreleased(content.undescribed), Mend.PROJECT_TEXTS)
    if content.open_measures:
        yield Finding("measures_open", sentences.measures_open(content.open_measures), Mend.NOWHERE, "measures")
    if content.withheld:
        yield Finding("withheld", sentences.withheld(content.withheld), Mend.NOWHERE)
