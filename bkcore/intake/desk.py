"""One record at the desk: found, read as a row of its sheet, saved through the checks of the import, and undone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Mapped
from sqlmodel import Session, SQLModel, col, func, or_, select

from bkcore.access import Actor, administers, require
from bkcore.commands.base import Command
from bkcore.errors import NotFound, NothingToUndo
from bkcore.intake.apply import SERVICES
from bkcore.intake.exchange_rows import Cells, cells_of
from bkcore.intake.known import known_to
from bkcore.intake.references import Entry, reference_faults
from bkcore.intake.row import Reason, check_row
from bkcore.intake.sheets import LAYOUTS
from bkcore.model.activities import Activity
from bkcore.model.council import Consultation
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import FormerName, Organisation
from bkcore.model.projects import Project
from bkcore.services.records import Outcome, by_slug, required
from bkcore.services.slugs import slugify
from bkcore.wording.labels import archived

TABLES: Final[Mapping[str, type[SQLModel]]] = MappingProxyType(
    {"organisationen": Organisation, "projekte": Project, "aktivitaeten": Activity, "gremien": Consultation}
)
"""What is kept at the desk: sheet to table."""
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {"organisationen": "name", "projekte": "titel", "aktivitaeten": "titel", "gremien": "betreff"}
)
MOST_FOUND: Final = 50


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """One record that fits what was looked for."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """One record as somebody sees it while editing.

    Attributes:
        sheet: Its sheet.
        cells: Text by column, as in an export.
        version: The version that was seen.
        archived_on: The day it was put into the archive, ``None`` while one can choose it.
        history: What happened to it, the latest first.
    """

    sheet: str
    cells: Cells
    version: int
    archived_on: date | None
    history: tuple["Step", ...]

    @property
    def slug(self) -> str:
        """Its lasting short name."""
        return self.cells["kennung"]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the journal about a record.

    Attributes:
        at: The moment.
        role: Who acted.
        label: As what, as the journal shows it.
        action: Name of the command.
        before: Values by column of the table before it; empty when the record was new.
        after: Values after it.
    """

    at: datetime
    role: str
    label: str
    action: str
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """What saving came to: the record's slug and outcome, or why nothing was saved."""

    slug: str = ""
    outcome: Outcome = Outcome.UNCHANGED
    reasons: tuple[Reason, ...] = ()


Act = Callable[[Session], SavedRecord]
"""Something done to one record inside of a unit of work."""


def name_of(record: OpenRecord) -> str:
    """Return the name of a record."""
    return record.cells[_NAMES[record.sheet]]


def find(
    session: Session, sheet: str, words: str, *, by: Actor, most: int | None = MOST_FOUND, in_archive: bool = False
) -> tuple[FoundRecord, ...]:
    """Return records whose name or slug holds every word, by name.

    Args:
        session: Open session.
        sheet: Which kind, a key of ``TABLES``.
        words: What is looked for; empty finds all.
        by: Who looks; must be the administration.
        most: At most so many; ``None`` for all.
        in_archive: Those in the archive instead of those one can choose.

    Raises:
        NotPermitted: The actor does not keep the records.
    """
    require(administers(by), action="read_records")
    name, slug = _columns(sheet)
    asked = words.casefold().split()
    put_away = col(TABLES[sheet].archived_on)  # type: ignore[attr-defined]  # every such table has one
    query = select(slug, name).order_by(func.lower(name))
    query = query.where(put_away.is_not(None) if in_archive else put_away.is_(None))
    for word in asked:
        pattern = _pattern(word)
        query = query.where(or_(func.lower(name).like(pattern, escape="/"), slug.like(pattern, escape="/")))
    if not any(map(_may_differ, asked)):
        query = query.limit(most)
    rows = (FoundRecord(*row) for row in session.exec(query))
    found = list(islice((row for row in rows if _holds(row, asked)), most))
    if sheet == "organisationen" and asked and not in_archive:
        found += [row for row in _formerly(session, asked) if row not in found]
    return tuple(found[:most])


def _formerly(session: Session, words: Sequence[str]) -> Iterator[FoundRecord]:
    """Yield organisations that were recorded under such a name before they were merged."""
    query = select(Organisation.slug, Organisation.name, FormerName.slug, FormerName.name)
    for slug, name, *before in session.exec(query.join(FormerName, col(FormerName.organisation_id) == Organisation.id)):
        if _holds(FoundRecord(*before), words):
            yield FoundRecord(slug, name)


def _pattern(word: str) -> str:
    """Return a pattern that every spelling of a word fits: neither database knows the case of all letters."""
    escaped = "".join(f"/{sign}" if sign in "/%_" else sign for sign in word)
    return "%" + "".join(sign if sign.isascii() else "%" for sign in escaped).replace("ss", "%") + "%"


def _may_differ(word: str) -> bool:
    """Tell whether the pattern of a word fits more than its spellings."""
    return not word.isascii() or "ss" in word


def _holds(row: FoundRecord, words: Sequence[str]) -> bool:
    name = row.name.casefold()
    return all(word in name or word in row.slug for word in words)


def names_referred_to(session: Session, sheet: str, *, by: Actor) -> dict[str, dict[str, str]]:
    """Return the names of everything a record of a sheet may refer to, by sheet and slug.

    Raises:
        NotPermitted: The actor does not keep the records.
    """
    asked = {column.refers_to for column in LAYOUTS[sheet].columns if column.refers_to is not None}
    return {name: _all_names(session, name, by=by) for name in sorted(asked)}


def _all_names(session: Session, sheet: str, *, by: Actor) -> dict[str, str]:
    """Return every name; those in the archive too, marked, so that what names them stays as it is."""
    found = {one.slug: one.name for one in find(session, sheet, "", by=by, most=None)}
    away = {one.slug: archived(one.name) for one in find(session, sheet, "", by=by, most=None, in_archive=True)}
    return found | away


def count(session: Session, sheet: str) -> int:
    """Return how many records of a kind there are."""
    return session.exec(select(func.count()).select_from(TABLES[sheet])).one()


def opened(session: Session, sheet: str, slug: str, *, by: Actor) -> OpenRecord:
    """Return one record with its whole history.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such record.
    """
    require(administers(by), action="read_records")
    row = required(session, TABLES[sheet], slug)
    entries = session.exec(
        select(JournalEntry)
        .where(JournalEntry.aggregate == str(TABLES[sheet].__tablename__), JournalEntry.key == slug)
        .order_by(col(JournalEntry.id).desc())
    ).all()
    cells, steps = cells_of(session, sheet, row), tuple(_step(one) for one in entries)
    return OpenRecord(sheet, cells, row.version, row.archived_on, steps)  # type: ignore[attr-defined]  # every such table has both


def save(session: Session, sheet: str, cells: Mapping[str, str], *, version: int | None, by: Actor) -> SavedRecord:
    """Save one record as a row of its sheet, through the checks every import goes through.

    Args:
        session: Open session; the unit of work around it commits.
        sheet: Its sheet.
        cells: Text by column. Without ``kennung`` the record is new and gets one from its name.
        version: The version the person saw; ``None`` for a new record.
        by: Who acts; must be the administration.

    Returns:
        What it came to; with reasons nothing was saved.

    Raises:
        NotPermitted: The actor does not keep the records.
        Conflict: Somebody changed the record since ``version``.
    """
    require(administers(by), action="save_record")
    filled = dict(cells)
    if not filled.get("kennung"):
        filled["kennung"] = _free_slug(session, sheet, filled.get(_NAMES[sheet], ""))
    checked = check_row(LAYOUTS[sheet], filled)
    reasons = [*checked.reasons, *_reference_reasons(session, sheet, filled, checked.reasons)]
    if reasons or checked.command is None:
        return SavedRecord(reasons=tuple(reasons))
    stored = SERVICES[sheet](session, _seen(checked.command, version), by=by)
    return SavedRecord(filled["kennung"], stored.outcome)


def undo(session: Session, sheet: str, slug: str, *, version: int, by: Actor) -> SavedRecord:
    """Take the latest change of a record back; that is a change itself, so it can be taken back, too.

    Args:
        session: Open session; the unit of work around it commits.
        sheet: Its sheet.
        slug: Which record.
        version: The version the person saw.
        by: Who acts; must be the administration.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: There is no such record.
        NothingToUndo: It was only made, never changed.
        Conflict: Somebody changed the record since ``version``.
    """
    record = opened(session, sheet, slug, by=by)
    step = record.history[0] if record.history else None
    if step is None or not step.before:
        raise NothingToUndo(what=str(TABLES[sheet].__tablename__), key=slug)
    row = by_slug(session, TABLES[sheet], slug)
    if row is None:
        raise NotFound(what=str(TABLES[sheet].__tablename__), key=slug)
    earlier = TABLES[sheet].model_validate({**row.model_dump(), **step.before})
    return save(session, sheet, cells_of(session, sheet, earlier), version=version, by=by)


def _columns(sheet: str) -> tuple[Mapped[str], Mapped[str]]:
    table = TABLES[sheet]
    field = next(column.field for column in LAYOUTS[sheet].columns if column.name == _NAMES[sheet])
    return col(getattr(table, field)), col(table.slug)  # type: ignore[attr-defined]  # every such table has one


def _seen(command: Command, version: int | None) -> Command:
    return command.model_copy(update={"version": version})


def _reference_reasons(session: Session, sheet: str, cells: Cells, told: Sequence[Reason]) -> list[Reason]:
    entry = Entry("", 0, cells, frozenset(reason.column for reason in told))
    return [Reason(fault.column, fault.reason) for fault in reference_faults({sheet: [entry]}, known_to(session))]


def _free_slug(session: Session, sheet: str, name: str) -> str:
    slug, number = slugify(name), 2
    while by_slug(session, TABLES[sheet], slug) is not None:
        slug, number = f"{slugify(name)[:76]}-{number}", number + 1
    return slug


def _step(entry: JournalEntry) -> Step:
    before, after = (entry.details.get(side) for side in ("before", "after"))
    return Step(
        at=entry.at,
        role=entry.role,
        label=entry.label,
        action=entry.action,
        before=before if isinstance(before, dict) else {},
        after=after if isinstance(after, dict) else {},
    )
