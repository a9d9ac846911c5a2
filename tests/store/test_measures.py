"""Measures: who takes them on, who owns them, and what happens when two people change one at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.commands.measures import EditMeasure, PlanMeasure, SetMeasureState
from bkcore.errors import Conflict, NotFound, NotPermitted, PeriodInvalid
from bkcore.model.journal import JournalEntry
from bkcore.model.steering import Measure
from bkcore.reports import measure_board, measure_detail
from bkcore.reports.measure_board import BoardMeasure
from bkcore.reports.measure_effect import Missing, effect_of
from bkcore.reports.measures import measures_of
from bkcore.services.measures import edit_measure, plan_measure, set_measure_state
from bkcore.services.ratings import put_rating
from bkcore.services.records import Outcome
from bkcore.services.rounds import put_round
from bkcore.vocabulary import MeasureOrigin, MeasureState, Role
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


def edit(session: Session, measure: Measure, *, by=STEERING_GROUP, version: int = 1, **fields: object):
    values = {"title": measure.title, "owner": measure.owner, "due_on": measure.due_on, "project": "jugendkonferenz"}
    command = EditMeasure.model_validate({**values, **fields, "measure_id": measure.id, "version": version})
    return edit_measure(session, command, by=by)


def report(session: Session, measure: Measure, text: str, *, by=STEERING_GROUP, version: int = 1):
    command = SetMeasureState(measure_id=measure.id or 0, text=text, version=version)
    return set_measure_state(session, command, by=by)


def test_where_a_measure_came_from_is_kept(session: Session) -> None:
    project(session)
    assert plan(session).origin is MeasureOrigin.BY_HAND
    assert plan(session, origin="beschluss", by=STEERING_GROUP).origin is MeasureOrigin.DECISION
    assert plan(session, action_id="partizipation-a2", origin="beschluss").origin is MeasureOrigin.RECOMMENDATION


def test_what_a_measure_said_before_an_edit_stays_in_the_journal(session: Session) -> None:
    project(session)
    organisation(session, "awo", name="AWO")
    measure = plan(session, text="Am Eingang")
    outcome = edit(session, measure, title="Ideenwand bauen", text="Im Foyer", owner_organisation="awo").outcome
    assert (outcome, measure.version) == (Outcome.CHANGED, 2)
    entry = session.exec(select(JournalEntry).where(JournalEntry.action == "edit_measure")).one()
    assert entry.details["before"] == {
        "title": "Ideenwand aufhängen",
        "text": "Am Eingang",
        "owner_organisation": None,
    }
    assert entry.details["after"]["owner_organisation"] == "awo"
    again = {"title": "Ideenwand bauen", "text": "Im Foyer", "owner_organisation": "awo", "version": 2}
    assert edit(session, measure, **again).outcome is Outcome.UNCHANGED


def test_of_two_people_who_edit_one_measure_the_second_is_told(session: Session) -> None:
    project(session)
    measure = plan(session)
    edit(session, measure, title="Die Erste schreibt")
    with pytest.raises(Conflict):
        edit(session, measure, title="Der Zweite schreibt")
    assert measure.title == "Die Erste schreibt"


def test_an_overdue_measure_is_edited_without_a_new_day_and_gets_none_in_the_past(session: Session) -> None:
    project(session)
    measure = plan(session)
    measure.due_on = date(2026, 11, 1)
    assert edit(session, measure, title="Spät").outcome is Outcome.CHANGED
    with pytest.raises(PeriodInvalid):
        edit(session, measure, due_on="2026-11-02", version=2)


def test_a_lead_moves_no_measure_to_another_project(session: Session) -> None:
    project(session)
    project(session, "blog")
    measure = plan(session)
    with pytest.raises(NotPermitted):
        edit(session, measure, by=LEAD, project="blog")
    assert edit(session, measure, by=LEAD, title="Eigene").outcome is Outcome.CHANGED


def test_a_sentence_is_added_whatever_others_did_and_said_twice_it_stands_once(session: Session) -> None:
    project(session)
    measure = plan(session)
    edit(session, measure, title="Inzwischen anders")
    report(session, measure, "Wand bestellt.", version=1)
    assert report(session, measure, "Wand bestellt.", version=1).outcome is Outcome.UNCHANGED
    report(session, measure, "Wand geliefert.", by=LEAD)
    found = measure_detail.build(session, measure_id=measure.id, by=STEERING_GROUP, today=TODAY)
    assert [(line.text, line.role, line.day) for line in found.log] == [
        ("Wand geliefert.", Role.PROJECT_LEAD, TODAY),
        ("Wand bestellt.", Role.STEERING_GROUP, TODAY),
    ]
    assert [line.action for line in found.history] == [*["set_measure_state"] * 2, "edit_measure", "plan_measure"]
    assert "bestellt" not in str([entry.details for entry in session.exec(select(JournalEntry))])


def test_the_day_a_measure_is_finished_is_known_while_it_is(session: Session) -> None:
    project(session)
    measure = plan(session)
    for number, state, day in (
        (1, MeasureState.DONE, TODAY),
        (2, MeasureState.OPEN, None),
        (3, MeasureState.DROPPED, TODAY),
    ):
        move(session, measure, state, version=number)
        assert measure.finished_on == day


def test_the_board_begins_with_what_is_overdue(session: Session) -> None:
    project(session)
    plan(session, title="Später")
    late, done = plan(session, title="Überfällig"), plan(session, title="Erledigt")
    late.due_on = date(2026, 11, 1)
    move(session, done, MeasureState.DONE)
    report = measure_board.build(session, by=STEERING_GROUP)
    assert [one.title for one in report.measures] == ["Überfällig", "Später", "Erledigt"]
    assert [one.is_overdue(TODAY) for one in report.measures] == [True, False, False]
    with pytest.raises(NotPermitted):
        measure_board.build(session, by=LEAD)


def rated(session: Session, slug: str, *, opens: date, level: int, projects: int = 3) -> None:
    """Record a closed round in which the lead of every project rated one factor."""
    turn = {"slug": slug, "title": slug, "opens_on": opens, "closes_on": opens + timedelta(days=27)}
    put_round(session, PutRound.model_validate(turn | {"catalogue_version": catalogue.load().version}), by=SYSTEM)
    factor = catalogue.load().factor("augenhoehe")
    for number in range(projects):
        project(session, f"p-{number}")
        for indicator in factor.indicators:
            answer = {"round": slug, "project": f"p-{number}", "view": "leitung", "rater": f"r{number}", "level": level}
            put_rating(session, PutRating.model_validate(answer | {"indicator_id": indicator.id}), by=SYSTEM)


def finished(session: Session, *, taken_on: date, done_on: date, **fields: object) -> BoardMeasure:
    measure = plan(session, by=STEERING_GROUP, **{"project": None, "factor_id": "augenhoehe", **fields})
    measure.created_at = datetime.combine(taken_on, time(12), tzinfo=UTC)
    measure.state, measure.finished_on = MeasureState.DONE, done_on
    session.flush()
    return measure_board.read(session, measure_id=measure.id)[0]


def test_the_factor_stands_before_and_after_in_the_nearest_rounds_outside_the_measure(session: Session) -> None:
    for slug, day, level in (
        ("zu-frueh", date(2023, 3, 1), 1),
        ("davor", date(2024, 3, 1), 2),
        ("waehrend", date(2025, 3, 1), 5),
        ("danach", date(2026, 3, 1), 4),
        ("viel-spaeter", date(2026, 8, 1), 3),
    ):
        rated(session, slug, opens=day, level=level)
    one = finished(session, taken_on=date(2024, 6, 1), done_on=date(2025, 3, 15))
    found = effect_of(session, one, today=TODAY)
    assert (found.before.round_title, found.before.score) == ("davor", 2.0)
    assert (found.after.round_title, found.after.score) == ("danach", 4.0)
    of_project = finished(session, taken_on=date(2024, 6, 1), done_on=date(2025, 3, 15), project="p-1")
    assert effect_of(session, of_project, today=TODAY).after.score == 4.0


def test_what_cannot_be_compared_says_why(session: Session) -> None:
    rated(session, "davor", opens=date(2024, 3, 1), level=2, projects=2)
    one = finished(session, taken_on=date(2024, 6, 1), done_on=date(2025, 3, 15))
    found = effect_of(session, one, today=TODAY)
    assert (found.before.missing, found.after.missing) == (Missing.TOO_FEW, Missing.NO_ROUND)
    elsewhere = finished(session, taken_on=date(2024, 6, 1), done_on=date(2025, 3, 15), project="p-0", factor_id=None)
    assert effect_of(session, elsewhere, today=TODAY).before.missing is Missing.NO_FACTOR
    unfinished = replace(one, state=MeasureState.OPEN, finished_on=None)
    assert effect_of(session, unfinished, today=TODAY).after.missing is Missing.NOT_DONE
