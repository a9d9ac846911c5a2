"""Services on measures: take one on, change what it says, say where it stands."""

from datetime import date
from typing import TypedDict

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, plans_measures, require, updates_measure
from bkcore.commands.measures import EditMeasure, MeasureFields, PlanMeasure, SetMeasureState
from bkcore.errors import Conflict, NotFound, PeriodInvalid
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.model.steering import CLOSED_STATES, Measure, MeasureEntry
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, id_of
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import MeasureOrigin, MeasureState


class _Columns(TypedDict):
    title: str
    text: str | None
    owner_organisation_id: int | None
    owner: str
    due_on: date
    factor_id: str | None
    project_id: int | None


_NAMES = ("title", "text", "owner_organisation", "owner", "due_on", "factor_id", "project")


def plan_measure(session: Session, command: PlanMeasure, *, by: Actor) -> Measure:
    """Take on a measure; it begins open.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; those who decide, or the lead of the measure's project.

    Returns:
        The stored measure, with its id.

    Raises:
        NotPermitted: The actor takes on no measures of this project.
        NotFound: The organisation, the project or the factor is not recorded.
        PeriodInvalid: The day it is due has passed already.
    """
    require(plans_measures(by, command.project), action="plan_measure")
    _require_ahead(session, command)
    measure = Measure(
        **_columns(session, command),
        action_id=command.action_id,
        origin=MeasureOrigin.RECOMMENDATION if command.action_id else command.origin,
        state=MeasureState.OPEN,
        created_at=now_of(session),
    )
    session.add(measure)
    session.flush()
    details = {"after": command.model_dump(exclude_none=True, exclude={"text"})}
    record(session, action="plan_measure", aggregate="measure", key=str(measure.id), by=by, details=details)
    return measure


def edit_measure(session: Session, command: EditMeasure, *, by: Actor) -> Stored[Measure]:
    """Change what a measure says; what it said before stays in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: All fields as they shall be, and the version the person saw.
        by: Who acts; those who decide, or the lead of the project the measure belongs to and shall belong to.

    Returns:
        The row and whether anything changed.

    Raises:
        NotFound: There is no such measure, organisation, project or factor.
        NotPermitted: The actor takes on no measures of either project.
        Conflict: Somebody changed it since ``command.version``.
        PeriodInvalid: The day it is due was changed to one that has passed already.
    """
    measure = locked_measure(session, command.measure_id)
    allowed = plans_measures(by, project_of(session, measure)) and plans_measures(by, command.project)
    require(allowed, action="edit_measure")
    if measure.version != command.version:
        raise Conflict(what="measure", key=measure.title)
    if command.due_on != measure.due_on:
        _require_ahead(session, command)
    columns = _columns(session, command)
    if all(getattr(measure, name) == value for name, value in columns.items()):
        return Stored(measure, Outcome.UNCHANGED)
    before, after = _spoken(session, measure), command.model_dump(include=set(_NAMES))
    moved = [name for name in _NAMES if before[name] != after[name]]
    for name, value in columns.items():
        setattr(measure, name, value)
    measure.version += 1
    session.add(measure)
    details = {"before": {name: before[name] for name in moved}, "after": {name: after[name] for name in moved}}
    record(session, action="edit_measure", aggregate="measure", key=str(measure.id), by=by, details=details)
    return Stored(measure, Outcome.CHANGED)


def set_measure_state(session: Session, command: SetMeasureState, *, by: Actor) -> Stored[Measure]:
    """Say where a measure stands now, what happened, or both.

    A sentence is only ever added to the log, so it needs no version: it is kept whatever others did meanwhile.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which measure, its state, a sentence for the log, and the version the person saw.
        by: Who acts; those who decide, the lead of the measure's project, or whoever holds its owner's link.

    Returns:
        The row and whether anything changed; the same state again, or the latest sentence again on the same day,
        leaves no journal entry.

    Raises:
        NotFound: There is no such measure.
        NotPermitted: The actor does not report on this measure.
        Conflict: Its state is to change, and somebody changed it since ``command.version``.
    """
    measure = locked_measure(session, command.measure_id)
    allowed = updates_measure(by, project_of(session, measure), measure_id=measure.id)
    require(allowed, action="set_measure_state")
    before = measure.state
    moves = command.state is not None and command.state is not before
    if moves and measure.version != command.version:
        raise Conflict(what="measure", key=measure.title)
    if command.state is not None and moves:
        _move(session, measure, command.state)
    written = command.text is not None and _write(session, measure, command.text, by=by)
    if not moves and not written:
        return Stored(measure, Outcome.UNCHANGED)
    details: dict[str, object] = {"before": {"state": before}, "after": {"state": measure.state}} if moves else {}
    details |= {"log": True} if written else {}
    record(session, action="set_measure_state", aggregate="measure", key=str(measure.id), by=by, details=details)
    return Stored(measure, Outcome.CHANGED)


def locked_measure(session: Session, measure_id: int) -> Measure:
    """Return a measure, locked against other writers.

    Raises:
        NotFound: There is no such measure.
    """
    measure = session.exec(select(Measure).where(col(Measure.id) == measure_id).with_for_update()).first()
    if measure is None:
        raise NotFound(what="measure", key=str(measure_id))
    return measure


def project_of(session: Session, measure: Measure) -> str | None:
    """Return the slug of the project a measure belongs to, ``None`` when it belongs to none."""
    return session.get_one(Project, measure.project_id).slug if measure.project_id else None


def _require_ahead(session: Session, command: MeasureFields) -> None:
    today = today_of(session)
    if command.due_on < today:
        raise PeriodInvalid(start=today.isoformat(), end=command.due_on.isoformat())


def _columns(session: Session, command: MeasureFields) -> _Columns:
    if command.factor_id is not None:
        catalogue.load().factor(command.factor_id)
    return {
        "title": command.title,
        "text": command.text,
        "owner_organisation_id": id_of(session, Organisation, command.owner_organisation),
        "owner": command.owner,
        "due_on": command.due_on,
        "factor_id": command.factor_id,
        "project_id": id_of(session, Project, command.project),
    }


def _spoken(session: Session, measure: Measure) -> dict[str, object]:
    """Return what a measure says, under the names of the command."""
    owner = session.get_one(Organisation, measure.owner_organisation_id) if measure.owner_organisation_id else None
    named = {"owner_organisation": owner.slug if owner else None, "project": project_of(session, measure)}
    return {name: named.get(name, getattr(measure, name, None)) for name in _NAMES}


def _move(session: Session, measure: Measure, state: MeasureState) -> None:
    closed = state in CLOSED_STATES
    was_closed = measure.state in CLOSED_STATES
    measure.finished_on = (measure.finished_on if was_closed else today_of(session)) if closed else None
    measure.state = state
    measure.version += 1
    session.add(measure)


def _write(session: Session, measure: Measure, text: str, *, by: Actor) -> bool:
    """Add a line to the log, unless it repeats the latest one: a second press of a button says nothing new."""
    latest = session.exec(
        select(MeasureEntry).where(MeasureEntry.measure_id == measure.id).order_by(col(MeasureEntry.id).desc())
    ).first()
    today = today_of(session)
    line = (text, by.role, by.label, today)
    if latest is not None and (latest.text, latest.role, latest.label, latest.written_on) == line:
        return False
    entry = MeasureEntry(
        measure_id=measure.id or 0, role=by.role, label=by.label, text=text, state=measure.state, written_on=today
    )
    session.add(entry)
    return True
