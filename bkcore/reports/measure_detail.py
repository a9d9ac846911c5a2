"""One measure: its log, what was changed on it, its owner's links, and the factor before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_overviews, reminds_owners, require, updates_measure
from bkcore.errors import NotFound
from bkcore.model.journal import JournalEntry
from bkcore.model.meetings import Decision, Meeting
from bkcore.model.steering import MeasureEntry, MeasureLink
from bkcore.reports.measure_board import BoardMeasure, read
from bkcore.reports.measure_effect import Effect, effect_of
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import MeasureState, Role


@dataclass(frozen=True, slots=True)
class LogLine:
    """What happened, said by a role on a day, and where the measure stood after it."""

    day: date
    role: Role
    label: str
    text: str
    state: MeasureState


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of the journal: what a role did on a day, with the values before and after."""

    day: date
    role: Role
    label: str
    action: str
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OwnerAccess:
    """One link of the owner as the administration sees it; neither token nor address."""

    label: str
    created_on: date
    sent_on: date | None
    last_used_on: date | None
    reminder: bool
    has_mail: bool


@dataclass(frozen=True, slots=True)
class DecisionSource:
    """The decision a measure came from, with the meeting it was taken in."""

    number: int
    text: str
    meeting_id: int
    meeting: str
    held_on: date


@dataclass(frozen=True, slots=True)
class MeasureDetail:
    """Everything the page of one measure shows.

    Attributes:
        measure: What it says.
        log: The latest line first.
        history: The latest entry first.
        links: Those that are not revoked, the latest first; empty for whoever gives out none.
        effect: The factor before and after.
        source: The decision it came from, ``None`` when it came from none or that was taken back.
    """

    measure: BoardMeasure
    log: tuple[LogLine, ...]
    history: tuple[HistoryLine, ...]
    links: tuple[OwnerAccess, ...]
    effect: Effect
    source: DecisionSource | None


@dataclass(frozen=True, slots=True)
class OwnedMeasure:
    """What whoever owns a measure sees behind the link."""

    measure: BoardMeasure
    log: tuple[LogLine, ...]


def build(session: Session, *, measure_id: int, by: Actor, today: date) -> MeasureDetail:
    """Return one measure for the house.

    Raises:
        NotPermitted: The actor does not read what the house reads.
        NotFound: There is no such measure.
    """
    require(reads_overviews(by), action="read_measures")
    measure = _measure(session, measure_id)
    return MeasureDetail(
        measure=measure,
        log=_log(session, measure_id),
        history=_history(session, measure_id),
        links=_links(session, measure_id) if reminds_owners(by) else (),
        effect=effect_of(session, measure, today=today),
        source=_source(session, measure_id),
    )


def owned(session: Session, *, by: Actor) -> OwnedMeasure:
    """Return the measure a link opens.

    Raises:
        NotPermitted: The actor holds no such link.
        NotFound: The measure is gone.
    """
    require(by.measure_id is not None, action="read_measure")
    measure = _measure(session, by.measure_id or 0)
    require(updates_measure(by, measure.project or None, measure_id=measure.id), action="read_measure")
    return OwnedMeasure(measure, _log(session, measure.id))


def _measure(session: Session, measure_id: int) -> BoardMeasure:
    found = read(session, measure_id=measure_id)
    if not found:
        raise NotFound(what="measure", key=str(measure_id))
    return found[0]


def _log(session: Session, measure_id: int) -> tuple[LogLine, ...]:
    rows = session.exec(
        select(MeasureEntry).where(MeasureEntry.measure_id == measure_id).order_by(col(MeasureEntry.id).desc())
    )
    return tuple(LogLine(row.written_on, row.role, row.label, row.text, row.state) for row in rows)


def _history(session: Session, measure_id: int) -> tuple[HistoryLine, ...]:
    rows = session.exec(
        select(JournalEntry)
        .where(JournalEntry.aggregate == "measure", JournalEntry.key == str(measure_id))
        .order_by(col(JournalEntry.id).desc())
    )
    return tuple(
        HistoryLine(
            day=town_day(row.at),
            role=row.role,
            label=row.label,
            action=row.action,
            before=_mapping(row.details.get("before")),
            after=_mapping(row.details.get("after")),
        )
        for row in rows
    )


def _mapping(found: object) -> Mapping[str, object]:
    return found if isinstance(found, dict) else {}


def _links(session: Session, measure_id: int) -> tuple[OwnerAccess, ...]:
    alive = select(MeasureLink).where(MeasureLink.measure_id == measure_id, col(MeasureLink.revoked_at).is_(None))
    return tuple(
        OwnerAccess(
            label=row.label,
            created_on=town_day(row.created_at),
            sent_on=town_day(row.sent_at) if row.sent_at else None,
            last_used_on=row.last_used_on,
            reminder=row.reminder,
            has_mail=row.mail is not None,
        )
        for row in session.exec(alive.order_by(col(MeasureLink.id).desc()))
    )


def _source(session: Session, measure_id: int) -> DecisionSource | None:
    found = session.exec(
        select(Decision, Meeting)
        .join(Meeting, col(Decision.meeting_id) == col(Meeting.id))
        .where(Decision.measure_id == measure_id, col(Decision.removed).is_(False))
    ).first()
    if found is None:
        return None
    decision, meeting = found
    return DecisionSource(decision.number, decision.text, meeting.id or 0, meeting.title, meeting.held_on)
