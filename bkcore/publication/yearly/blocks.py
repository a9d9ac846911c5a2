"""The yearly report as one row of blocks in reading order."""

from collections.abc import Iterator

from bkcore.publication.blocks import Block, Heading, Listed, Numbers, Words
from bkcore.publication.parts import Table
from bkcore.publication.yearly.chapter import split
from bkcore.publication.yearly.document import Section, YearReport
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.numbers import date_de


def blocks(report: YearReport) -> Iterator[Block]:
    """Yield everything behind the cover in reading order.

    Args:
        report: The frozen report.
    """
    numbers = Numbers()
    yield Heading(1, words.STATEMENT)
    yield from _corrections(report, numbers)
    for section in report.sections:
        yield from _section(section, numbers)
    yield Heading(2, briefing_words.LEGEND)
    yield Words(report.legend)


def edition(report: YearReport) -> str:
    """Return day and number of the report in one line."""
    cover = report.cover
    which = sentences.edition(cover.number, cover.version) if cover.number else words.DRAFT
    return f"Stand {date_de(cover.stand)} · {which}"


def facts(report: YearReport) -> tuple[tuple[str, str], ...]:
    """Return what stands beside the subject on the cover."""
    cover = report.cover
    return (
        (words.REFERENCE_LABEL, cover.reference or words.NOT_NUMBERED),
        *(((words.FILE_NUMBER_LABEL, cover.file_number),) if cover.file_number else ()),
        (words.DATE_LABEL, date_de(cover.stand)),
        (words.ISSUER_LABEL, cover.issuer),
        (words.REPORT_LABEL, sentences.edition(cover.number, cover.version) if cover.number else words.DRAFT),
    )


def station_table(report: YearReport) -> Table:
    """Return the paper's way through the bodies."""
    rows = tuple(
        (
            f"{place}. {station.body}",
            station.day_text,
            f"{station.role} ({words.DECIDES})" if station.authoritative else station.role,
        )
        for place, station in enumerate(report.stations, start=1)
    )
    return Table(caption=words.CAPTION_STATIONS, columns=words.COLUMNS_STATIONS, rows=rows)


def _corrections(report: YearReport, numbers: Numbers) -> Iterator[Block]:
    if not report.correction and not report.corrections:
        return
    yield Heading(2, words.CORRECTION)
    yield from (Words(part) for part in split(report.correction))
    if report.corrections:
        rows = tuple((one.label, one.before, one.after) for one in report.corrections)
        yield numbers.grid(Table(caption=words.CAPTION_CORRECTION, columns=words.COLUMNS_CORRECTION, rows=rows))


def _section(section: Section, numbers: Numbers) -> Iterator[Block]:
    yield Heading(2, section.title)
    yield from (Words(part) for part in section.paragraphs)
    tables = list(section.tables)
    if section.key == "network" and tables:  # the six figures stand before their picture
        yield numbers.grid(tables.pop(0))
    if section.figure is not None:
        yield numbers.picture(section.figure)
        yield Words(section.figure.subtitle, quiet=True)
        yield Words(section.figure.meaning)
        yield numbers.grid(section.figure.table)
    yield from (numbers.grid(table) for table in tables)
    short = tuple(entry for entry in section.entries if not entry.text)
    if short:
        yield Listed(short)
    for entry in section.entries:
        if not entry.text:
            continue
        yield Heading(3, entry.title)
        yield Words(entry.note, quiet=True)
        yield from (Words(part) for part in split(entry.text))
