"""Texts withdrawn since a yearly report: gone from what is shown of it, while the frozen paper stays as it was hashed.

The newest release decides, as it does for earlier releases (``bkcore.publication.withdrawn``).
"""

from functools import lru_cache

from bkcore.publication import document as briefing_document
from bkcore.publication.parts import Table
from bkcore.publication.withdrawn import named_leads
from bkcore.publication.yearly.document import Entry, Section, YearReport, canonical, parse
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences

_KEPT = 64
_PROJECTS, _FUNDING = "projects", "funding"
_LEAD = sentences.led_by("x").removesuffix("x")
_BETWEEN = " · "


@lru_cache(maxsize=_KEPT)
def readable(content: str, *, newest: str) -> str:
    """Return a frozen report as it may be shown today.

    Args:
        content: A report, as it was frozen.
        newest: The newest release of the briefing.

    Returns:
        The same canonical JSON; where the newest release no longer has a project's text word for word, the report says
        that the text was withdrawn and names no source of funding of it, and it names a lead only when the newest
        release still names this organisation.
    """
    return canonical(without_withdrawn(parse(content), newest=briefing_document.parse(newest)))


def without_withdrawn(report: YearReport, *, newest: briefing_document.Briefing) -> YearReport:
    """Return a report without the texts and names that the newest release no longer shows."""
    said = {project.description for project in newest.projects.items}
    named = named_leads(newest)
    kept = {
        entry.title for section in report.sections if section.key == _PROJECTS
        for entry in section.entries if entry.text in said
    }  # fmt: skip

    def shown(section: Section) -> Section:
        if section.key == _PROJECTS:
            entries = tuple(_entry(entry, said=said, named=named) for entry in section.entries)
            return section.model_copy(update={"entries": entries})
        if section.key == _FUNDING:
            return section.model_copy(update={"tables": tuple(_sources(table, kept) for table in section.tables)})
        return section

    return report.model_copy(update={"sections": tuple(map(shown, report.sections))})


def _entry(entry: Entry, *, said: set[str], named: frozenset[str]) -> Entry:
    parts = entry.note.split(_BETWEEN)
    note = _BETWEEN.join(
        sentences.led_by("") if part.startswith(_LEAD) and part not in named else part for part in parts
    )
    return entry.model_copy(update={"text": entry.text if entry.text in said else words.TEXT_WITHDRAWN, "note": note})


def _sources(table: Table, kept: set[str]) -> Table:
    """Return the table of funding with the sources of projects whose text still stands."""
    rows = tuple(row if row[0] in kept else (row[0], words.TEXT_WITHDRAWN, *row[2:]) for row in table.rows)
    return table.model_copy(update={"rows": rows})
