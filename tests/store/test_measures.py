"""Measures: who takes them on, who owns them, and what happens when two people change one at once."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.errors import Conflict, NotFound, NotPermitted, PeriodInvalid
from bkcore.model.journal import JournalEntry
from bkcore.model.steering import Measure
from bkcore.reports.measures import measures_of
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.services.records import Outcome
from bkcore.vocabulary import MeasureState
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of, organisation, project

TODAY = date(2026, 11, 22)
LEAD = lead_of("jugendkonferenz")


def plan(session: Session, *, by=LEAD, **fields: object) -> Measure:
    values = {
        "title": "Ideenwand aufhängen",
        "owner": "Projektleitung",
        "due_on": "2026-12-31",
        "project": "jugendkonferenz",
        **fields,
    }
    return plan_measure(session, PlanMeasure.model_validate(values), by=by)


def move(session: Session, measure: Measure, state: MeasureState, *, version: int = 1, by=LEAD):
    command = SetMeasureState(measure_id=measure.id or 0, state=state, version=version)
    return set_measure_state(session, command, by=by)


def journal(session: Session) -> list[str]:
    return [entry.action for entry in session.exec(select(JournalEntry)) if entry.aggregate == "measure"]


def test_a_lead_takes_on_a_measure_of_the_own_project(session: Session) -> None:
    project(session)
    measure = plan(session, factor_id="partizipation", action_id="partizipation-a2")
    assert (measure.state, measure.version) == (MeasureState.OPEN, 1)
    assert journal(session) == ["plan_measure"]
    found = measures_of(session, project="jugendkonferenz", by=LEAD)
    assert [(one.title, one.owner, one.due_on) for one in found] == [
        ("Ideenwand aufhängen", "Projektleitung", date(2026, 12, 31))
    ]


def test_nobody_takes_on_measures_of_another_project(session: Session) -> None:
    project(session)
    project(session, "blog")
    with pytest.raises(NotPermitted):
        plan(session, project="blog")
    with pytest.raises(NotPermitted):
        plan(session, project=None)
    assert plan(session, project=None, by=STEERING_GROUP).project_id is None


def test_a_measure_needs_an_owner_and_a_day_ahead(session: Session) -> None:
    project(session)
    with pytest.raises(ValidationError, match="owner_missing"):
        plan(session, owner="  ")
    with pytest.raises(PeriodInvalid):
        plan(session, due_on="2026-11-21")
    assert plan(session, due_on="2026-11-22").due_on == TODAY
    assert session.exec(select(Measure)).all()[0].owner == "Projektleitung"


def test_the_owner_may_be_an_organisation_of_the_network(session: Session) -> None:
    project(session)
    organisation(session, "awo", name="AWO")
    plan(session, owner="", owner_organisation="awo")
    plan(session, owner="Leitung", owner_organisation="awo", due_on="2027-01-31")
    assert [one.owner for one in measures_of(session, project="jugendkonferenz", by=LEAD)] == ["AWO", "AWO, Leitung"]
    with pytest.raises(NotFound):
        plan(session, owner_organisation="unbekannt")
    with pytest.raises(NotFound):
        plan(session, factor_id="unbekannt")


def test_what_is_done_moves_below_what_is_left_to_do(session: Session) -> None:
    project(session)
    first = plan(session, title="Erste")
    plan(session, title="Zweite", due_on="2027-01-31")
    assert move(session, first, MeasureState.DONE).outcome is Outcome.CHANGED
    found = measures_of(session, project="jugendkonferenz", by=ADMINISTRATION)
    assert [one.title for one in found] == ["Zweite", "Erste"]
    assert found[0].is_overdue(date(2027, 2, 1))
    assert not found[1].is_overdue(date(2027, 2, 1))


def test_the_same_state_again_changes_nothing(session: Session) -> None:
    project(session)
    measure = plan(session)
    assert move(session, measure, MeasureState.OPEN).outcome is Outcome.UNCHANGED
    assert journal(session) == ["plan_measure"]


def test_whoever_saw_an_older_state_is_told_that_somebody_was_faster(session: Session) -> None:
    project(session)
    measure = plan(session)
    move(session, measure, MeasureState.UNDER_WAY)
    with pytest.raises(Conflict):
        move(session, measure, MeasureState.DONE, version=1, by=STEERING_GROUP)
    assert move(session, measure, MeasureState.DONE, version=2, by=STEERING_GROUP).row.version == 3
    assert journal(session) == ["plan_measure", "set_measure_state", "set_measure_state"]


def test_a_lead_reports_no_measure_of_another_project(session: Session) -> None:
    project(session)
    project(session, "blog")
    measure = plan(session)
    with pytest.raises(NotPermitted):
        move(session, measure, MeasureState.DONE, by=lead_of("blog"))
    with pytest.raises(NotFound):
        set_measure_state(session, SetMeasureState(measure_id=99, state=MeasureState.DONE, version=1), by=LEAD)
    with pytest.raises(NotPermitted):
        measures_of(session, project="jugendkonferenz", by=lead_of("blog"))
