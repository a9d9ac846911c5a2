"""Services on measures."""

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, plans_measures, require, updates_measure
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.errors import Conflict, NotFound, PeriodInvalid
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.model.steering import Measure
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, id_of
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import MeasureState


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
    if command.factor_id is not None:
        catalogue.load().factor(command.factor_id)
    today = today_of(session)
    if command.due_on < today:
        raise PeriodInvalid(start=today.isoformat(), end=command.due_on.isoformat())
    measure = Measure(
        title=command.title,
        text=command.text,
        owner_organisation_id=id_of(session, Organisation, command.owner_organisation),
        owner=command.owner,
        due_on=command.due_on,
        factor_id=command.factor_id,
        project_id=id_of(session, Project, command.project),
        action_id=command.action_id,
        state=MeasureState.OPEN,
        created_at=now_of(session),
    )
    session.add(measure)
    session.flush()
    details = {"after": command.model_dump(exclude_none=True, exclude={"text"})}
    record(session, action="plan_measure", aggregate="measure", key=str(measure.id), by=by, details=details)
    return measure


def set_measure_state(session: Session, command: SetMeasureState, *, by: Actor) -> Stored[Measure]:
    """Say where a measure stands now.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which measure, its state, and the version the person saw.
        by: Who acts; those who decide, or the lead of the measure's project.

    Returns:
        The row and whether anything changed; the same state again leaves no journal entry.

    Raises:
        NotFound: There is no such measure.
        NotPermitted: The actor reports no measures of this project.
        Conflict: Somebody changed it since ``command.version``.
    """
    found = select(Measure).where(col(Measure.id) == command.measure_id).with_for_update()
    measure = session.exec(found).first()
    if measure is None:
        raise NotFound(what="measure", key=str(command.measure_id))
    project = session.get(Project, measure.project_id) if measure.project_id else None
    require(updates_measure(by, project.slug if project else None), action="set_measure_state")
    if measure.version != command.version:
        raise Conflict(what="measure", key=measure.title)
    if measure.state is command.state:
        return Stored(measure, Outcome.UNCHANGED)
    details = {"before": {"state": measure.state}, "after": {"state": command.state}}
    measure.state = command.state
    measure.version += 1
    session.add(measure)
    record(session, action="set_measure_state", aggregate="measure", key=str(measure.id), by=by, details=details)
    return Stored(measure, Outcome.CHANGED)
