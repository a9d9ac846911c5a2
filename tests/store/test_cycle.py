"""The yearly cycle: where it stands and what comes next, for the administration and for the steering group."""

from datetime import date, timedelta

from sqlmodel import Session

from bkcore.commands.assessments import CloseRound
from bkcore.commands.measures import PlanMeasure
from bkcore.commands.meetings import EndMeeting, PrepareMeeting, StartMeeting
from bkcore.commands.year_reports import AddStation, FrameReport, ReleaseReport
from bkcore.model.steering import Measure
from bkcore.publication.meeting.start import start_meeting
from bkcore.publication.yearly.release import release_report
from bkcore.reports import network, overview
from bkcore.reports.cycle import Progress, Step
from bkcore.services.measures import plan_measure
from bkcore.services.meetings import end_meeting, prepare_meeting
from bkcore.services.rounds import close_round
from bkcore.services.year_reports import add_station, frame_report
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP

TODAY = date(2026, 11, 22)


def cycle_of(session: Session, today: date = TODAY):
    session.flush()
    return overview.standing(session, overview.build(session, network.load(session), today=today))


def both(session: Session) -> tuple[Step, Step]:
    cycle = cycle_of(session)
    return cycle.next_step(administers=True), cycle.next_step(administers=False)


def recorded(session: Session) -> None:
    factories.organisation(session)
    factories.activity(session, partners=("awo",), date="2026-05-01")


def rated(session: Session) -> None:
    factories.open_a_round(session)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)


def meeting(session: Session, *, ended: bool) -> None:
    row = prepare_meeting(session, PrepareMeeting(title="Sitzung", held_on=TODAY), by=STEERING_GROUP)
    if ended:
        start_meeting(session, StartMeeting(meeting_id=row.id or 0), by=STEERING_GROUP)
        end_meeting(session, EndMeeting(meeting_id=row.id or 0), by=STEERING_GROUP)


def test_an_empty_database_begins_with_the_record(session: Session) -> None:
    assert both(session) == (Step.RECORD, Step.PREPARE_MEETING)
    assert cycle_of(session).round is Progress.AHEAD


def test_a_running_round_is_reminded_of_by_the_administration_alone(session: Session) -> None:
    recorded(session)
    factories.project(session)
    factories.open_a_round(session)
    factories.invitation(session)
    assert both(session) == (Step.REMIND, Step.PREPARE_MEETING)
    assert cycle_of(session).round is Progress.CURRENT


def test_after_a_round_comes_the_meeting_then_the_report(session: Session) -> None:
    recorded(session)
    assert both(session)[0] is Step.PLAN_ROUND
    rated(session)
    assert both(session) == (Step.PREPARE_MEETING, Step.PREPARE_MEETING)
    meeting(session, ended=True)
    cycle = cycle_of(session)
    assert (cycle.round, cycle.meeting, cycle.report) == (Progress.DONE, Progress.DONE, Progress.AHEAD)
    assert both(session) == (Step.WRITE_REPORT, Step.NOTHING)


def test_a_meeting_that_is_prepared_or_runs_comes_next(session: Session) -> None:
    recorded(session)
    rated(session)
    meeting(session, ended=False)
    cycle = cycle_of(session)
    assert cycle.meeting is Progress.CURRENT
    assert cycle.prepared.title == "Sitzung"
    assert cycle.next_step(administers=False) is Step.MEET
    start_meeting(session, StartMeeting(meeting_id=cycle.prepared.id), by=STEERING_GROUP)
    assert both(session) == (Step.MEETING_RUNS, Step.MEETING_RUNS)


def test_an_overdue_measure_comes_before_the_report(session: Session) -> None:
    recorded(session)
    rated(session)
    meeting(session, ended=True)
    plan = PlanMeasure(title="Plakate", owner="Presse", due_on=TODAY + timedelta(days=3))
    measure = plan_measure(session, plan, by=STEERING_GROUP)
    assert cycle_of(session).measures is Progress.DONE
    session.get_one(Measure, measure.id).due_on = TODAY - timedelta(days=1)
    assert both(session) == (Step.OVERDUE, Step.OVERDUE)
    assert cycle_of(session).measures is Progress.CURRENT


def test_the_council_is_done_when_every_body_has_met(session: Session) -> None:
    recorded(session)
    frame_report(session, FrameReport(year=2025), by=ADMINISTRATION)
    station = {"year": 2025, "body": "Rat", "held_on": TODAY + timedelta(days=9), "role": "Entscheidung"}
    add_station(session, AddStation.model_validate(station), by=ADMINISTRATION)
    assert cycle_of(session).report is Progress.CURRENT
    release_report(session, ReleaseReport(year=2025), by=ADMINISTRATION)
    cycle = cycle_of(session)
    assert (cycle.report, cycle.council, cycle.sitting) == (Progress.DONE, Progress.CURRENT, TODAY + timedelta(days=9))
    assert cycle_of(session, TODAY + timedelta(days=10)).council is Progress.DONE
