"""Puts a report together: what the records say, what was written, and the cover."""

from datetime import date

from bkcore.publication.parts import Reference
from bkcore.publication.yearly.chapter import Chapter, split
from bkcore.publication.yearly.content import Content
from bkcore.publication.yearly.corrections import compare
from bkcore.publication.yearly.document import UNRELEASED, Cover, Section, Station, YearReport
from bkcore.publication.yearly.drafts import Written, WrittenStation
from bkcore.vocabulary import PaperKind
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de


def assemble(
    content: Content,
    written: Written,
    *,
    stand: date,
    number: int = UNRELEASED,
    version: int = 1,
    correction: str = "",
    before: YearReport | None = None,
) -> YearReport:
    """Return the whole report.

    Args:
        content: What the records say, protected.
        written: The draft.
        stand: The day it speaks for.
        number: Number of the released report; 0 for a draft.
        version: Which version of the year's report.
        correction: What a further version corrects, in its writer's words.
        before: The version before.

    Returns:
        The frozen report; what it corrects is read from both versions.
    """
    decides = written.kind is PaperKind.RESOLUTION
    report = YearReport(
        cover=_cover(content, written, stand=stand, number=number, version=version),
        stations=tuple(_station(station) for station in written.stations),
        components=(
            words.COMPONENT_COVER,
            words.COMPONENT_RESOLUTION if decides else words.COMPONENT_NOTICE,
            words.COMPONENT_DATA,
        ),
        resolution=(written.resolution or words.resolution_draft(content.year)) if decides else "",
        correction=correction,
        corrections=(),
        headline=content.headline,
        key_figures=content.key_figures,
        attendance=content.attendance,
        factors=content.factors,
        previous=content.previous,
        views=content.views,
        sections=tuple(section for chapter in content.chapters if (section := _section(chapter, written)) is not None),
        legend=briefing_words.LEGEND_TEXT,
    )
    return report if before is None else report.model_copy(update={"corrections": compare(before, report)})


def text_of(chapter: Chapter, written: Written) -> str:
    """Return what a chapter says: what was written, else its own sentences."""
    own = written.texts.get(chapter.key)
    return own.text if own is not None else chapter.text


def _cover(content: Content, written: Written, *, stand: date, number: int, version: int) -> Cover:
    return Cover(
        title=sentences.title(content.year),
        subject=written.subject or sentences.subject(content.year),
        town=briefing_words.TOWN,
        issuer=words.ISSUER,
        mandate=Reference(text=briefing_words.MANDATE, url=briefing_words.MANDATE_URL),
        kind=words.KINDS[written.kind],
        reference=written.reference,
        file_number=written.file_number,
        year=content.year,
        stand=stand,
        number=number,
        version=version,
        running=content.running,
        demo=content.demo,
    )


def _station(station: WrittenStation) -> Station:
    return Station(
        body=station.body,
        day=station.held_on,
        day_text=date_de(station.held_on) if station.held_on else words.NO_DAY,
        role=label(station.role),
        authoritative=station.authoritative,
    )


def _section(chapter: Chapter, written: Written) -> Section | None:
    """Return a chapter as it is printed; one that has nothing to say is left out where the rule allows it."""
    paragraphs = split(text_of(chapter, written))
    if not paragraphs and chapter.key in words.LEFT_OUT:
        return None
    return Section(
        key=chapter.key,
        title=words.TITLES[chapter.key],
        paragraphs=paragraphs,
        own=chapter.key in written.texts,
        figure=chapter.figure,
        tables=chapter.tables,
        entries=chapter.entries,
    )
