"""Checks what rows say about other rows: do they exist, and does nothing contain itself, is it in the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bkcore import catalogue
from bkcore.intake.known import Known
from bkcore.intake.report import Fault
from bkcore.intake.sheets import LAYOUTS
from bkcore.wording import intake as wording


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as far as others may refer to it, and the columns that are faulty already."""

    file: str
    number: int
    cells: Mapping[str, str]
    faulty: frozenset[str]

    def cell(self, column: str) -> str:
        """Return the text of a column, empty when it is not there."""
        return self.cells.get(column, "").strip()


def reference_faults(entries: Mapping[str, Sequence[Entry]], known: Known) -> Iterator[Fault]:
    """Yield a fault for every cell that names nothing, and for every activity that would contain itself.

    Args:
        entries: All rows of the files by sheet.
        known: What the database knows already.

    Yields:
        Faults in no particular order.
    """
    # A faulty row still counts as there: otherwise one fault in an organisation would repeat in all its participations.
    named = {
        name: known.slugs.get(name, frozenset()) | {entry.cell("kennung") for entry in entries.get(name, ())}
        for name in LAYOUTS
    }
    for sheet, rows in entries.items():
        columns = [column for column in LAYOUTS[sheet].columns if column.refers_to is not None]
        for entry in rows:
            for column in columns:
                value = entry.cell(column.name)
                if value and column.name not in entry.faulty and value not in named[column.refers_to or ""]:
                    reason = wording.named_nowhere(column.refers_to or "")
                    yield Fault(entry.file, entry.number, column.name, value, reason)
    yield from _unknown_versions(entries.get("runden", ()), known)
    yield from _unasked(entries, known)
    yield from _circles(entries.get("aktivitaeten", ()), known)


def _unknown_versions(entries: Sequence[Entry], known: Known) -> Iterator[Fault]:
    """Yield a fault for every round of a version this program does not have, because nobody could read its answers.

    One the database holds already stays as it is, so that an export can still be taken in where it came from.
    """
    for entry in entries:
        version = entry.cell("katalogversion")
        kept = known.versions.get(entry.cell("kennung")) == version
        if version and not kept and version not in catalogue.versions():
            reason = wording.unknown_version(catalogue.versions())
            yield Fault(entry.file, entry.number, "katalogversion", version, reason)


def _unasked(entries: Mapping[str, Sequence[Entry]], known: Known) -> Iterator[Fault]:
    """Yield a fault for every answer to an item that the version of its round does not ask."""
    rounds = entries.get("runden", ())
    versions = dict(known.versions) | {entry.cell("kennung"): entry.cell("katalogversion") for entry in rounds}
    for entry in entries.get("bewertungen", ()):
        item = entry.cell("indikator")
        version = versions.get(entry.cell("runde")) or catalogue.load().version
        if item and "indikator" not in entry.faulty and not catalogue.asks(version, item):
            yield Fault(entry.file, entry.number, "indikator", item, wording.unknown_indicator(version))


def _circles(entries: Sequence[Entry], known: Known) -> Iterator[Fault]:
    wholes = dict(known.wholes) | {entry.cell("kennung"): entry.cell("teil_von") for entry in entries}
    for entry in entries:
        start = entry.cell("kennung")
        path = [start]
        while (whole := wholes.get(path[-1], "")) and whole not in path:
            path.append(whole)
        if whole == start and len(path) > 1:
            reason = wording.part_of_circle([*path, start])
            yield Fault(entry.file, entry.number, "teil_von", entry.cell("teil_von"), reason)
