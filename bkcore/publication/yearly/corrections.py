"""What a further version says otherwise, read from the two frozen reports alone: nothing withheld can appear."""

from collections.abc import Iterator

from bkcore.publication.parts import Table
from bkcore.publication.yearly.document import Correction, Section, YearReport
from bkcore.wording import year_report as words
from bkcore.wording.numbers import UNDEFINED


def compare(before: YearReport, after: YearReport) -> tuple[Correction, ...]:
    """Return what is different in the later report, in its reading order; cells and cover fields with both values."""
    old, new = dict(_said(before)), dict(_said(after))
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(
        Correction(label=key[-1], before=old.get(key, UNDEFINED), after=new.get(key, UNDEFINED))
        for key in keys
        if old.get(key) != new.get(key)
    ) + tuple(_texts(before, after))


def _said(report: YearReport) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield everything short a report says: where it stands and how it is labelled, and its words."""
    cover = report.cover
    for name, value in (
        (words.SUBJECT_LABEL, cover.subject),
        (words.KIND_LABEL, cover.kind),
        (words.REFERENCE_LABEL, cover.reference),
        (words.FILE_NUMBER_LABEL, cover.file_number),
        (words.STATIONS, "; ".join(f"{one.body}, {one.day_text}, {one.role}" for one in report.stations)),
    ):
        yield ("cover", name), value or UNDEFINED
    for section in report.sections:
        tables = section.tables if section.figure is None else (*section.tables, section.figure.table)
        for place, table in enumerate(tables):
            yield from _cells(section.key, str(place), table)
        for entry in section.entries:
            yield (section.key, "entry", entry.title), entry.note or UNDEFINED


def _cells(key: str, place: str, table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            yield (key, place, f"{row[0]}: {column}"), cell


def _texts(before: YearReport, after: YearReport) -> Iterator[Correction]:
    """Yield whose words changed; they are too long to stand beside each other."""
    old, new = _by_key(before), _by_key(after)
    for key in [*new, *(key for key in old if key not in new)]:
        was, is_now = old.get(key), new.get(key)
        if was is None or is_now is None or (was.paragraphs, _released(was)) != (is_now.paragraphs, _released(is_now)):
            yield Correction(
                label=words.text_of(words.TITLES[key]),
                before=words.TEXT_MISSING if was is None else words.TEXT_BEFORE,
                after=words.TEXT_MISSING if is_now is None else words.TEXT_AFTER,
            )
    if before.resolution != after.resolution:
        yield Correction(
            label=words.RESOLUTION,
            before=words.TEXT_BEFORE if before.resolution else words.TEXT_MISSING,
            after=words.TEXT_AFTER if after.resolution else words.TEXT_MISSING,
        )


def _by_key(report: YearReport) -> dict[str, Section]:
    return {section.key: section for section in report.sections}


def _released(section: Section) -> tuple[str, ...]:
    return tuple(entry.text for entry in section.entries)
