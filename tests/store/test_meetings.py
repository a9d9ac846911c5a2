"""Meetings: prepared, frozen at the start, written down, decided, ended; the next one compares with what was shown."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from bkcore.commands.council import MakeRelease
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.commands.meetings import (
    AddTopic,
    CancelMeeting,
    EditDecision,
    EditMeeting,
    EndMeeting,
    NoteAttendance,
    PrepareMeeting,
    RecordDecision,
    RecordMeeting,
    RemoveDecision,
    ReopenMeeting,
    ShowItem,
    StartMeeting,
    TakeBackStart,
    WriteItem,
)
from bkcore.commands.members import CreateSeat
from bkcore.errors import (
    Conflict,
    MeetingBegun,
    MeetingNotRunning,
    MeetingRunning,
    NotFound,
    NotPermitted,
    PeriodInvalid,
)
from bkcore.model.journal import JournalEntry
from bkcore.model.meetings import Meeting
from bkcore.model.steering import Measure
from bkcore.publication import release
from bkcore.publication.meeting.document import digest, parse
from bkcore.publication.meeting.start import guest_token, start_meeting
from bkcore.reports import measure_detail, network
from bkcore.reports import meetings as reports
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.services.meeting_notes import (
    add_topic,
    edit_decision,
    note_attendance,
    record_decision,
    remove_decision,
    show_item,
    write_item,
)
from bkcore.services.meeting_record import record_meeting
from bkcore.services.meetings import (
    cancel_meeting,
    edit_meeting,
    end_meeting,
    prepare_meeting,
    reopen_meeting,
    take_back_start,
)
from bkcore.services.members import create_seat
from bkcore.services.records import Outcome
from bkcore.vocabulary import AgendaKind, DecisionResult, MeasureOrigin, MeasureState, MeetingState
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, organisation, project

KEY = "a-key-of-this-test"
DECISION = {"text": "Wir laden die Schulen ein.", "result": "angenommen"}
MEASURE = {"title": "Schulen einladen", "owner_organisation": "awo", "due_on": "2026-12-31"}


def prepared(session: Session, **fields: object) -> Meeting:
    values = {"title": "3. Sitzung", "held_on": "2026-11-22", "starts_at": "18:00", "place": "Rathaus", **fields}
    return prepare_meeting(session, PrepareMeeting.model_validate(values), by=STEERING_GROUP)


def started(session: Session, **fields: object) -> Meeting:
    meeting = prepared(session, **fields)
    return start_meeting(session, StartMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP, key=KEY)


def detail(session: Session, meeting: Meeting) -> reports.MeetingDetail:
    session.flush()
    return reports.detail(session, meeting_id=meeting.id or 0, by=STEERING_GROUP)


def decide(session: Session, meeting: Meeting, **fields: object):
    item = detail(session, meeting).items[-1]
    command = RecordDecision.model_validate({"item_id": item.id, **DECISION, **fields})
    return record_decision(session, command, by=STEERING_GROUP)


def end(session: Session, meeting: Meeting) -> Meeting:
    return end_meeting(session, EndMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)


def source_of(session: Session, measure_id: int):
    return measure_detail.build(session, measure_id=measure_id, by=STEERING_GROUP, today=date(2026, 11, 22)).source


def actions(session: Session) -> list[str]:
    return [entry.action for entry in session.exec(select(JournalEntry)) if entry.aggregate == "meeting"]


def test_a_prepared_meeting_has_the_template_and_its_topics_and_knows_who_holds_a_seat(session: Session) -> None:
    organisation(session, "awo", name="AWO")
    organisation(session, "schule", name="Schule")
    create_seat(session, CreateSeat(organisation="awo", begins_on=date(2024, 1, 1)), by=ADMINISTRATION)
    assert reports.build(session, by=STEERING_GROUP).seats == ("awo",)
    meeting = prepared(session, invited=("awo", "schule"), topics=("Fest 2027",))
    found = detail(session, meeting)
    assert [item.title for item in found.items] == [
        "Seit dem letzten Mal",
        "Das Netzwerk",
        "Die Gelingensfaktoren",
        "Wer fehlt?",
        "Maßnahmen",
        "Fest 2027",
    ]
    assert [(one.name, one.invited, one.present) for one in found.attendance] == [
        ("AWO", True, False),
        ("Schule", True, False),
    ]
    assert found.basis == ""
    assert actions(session) == ["prepare_meeting"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kinds": (), "topics": ()}, "agenda_missing"),
        ({"kinds": ("thema",)}, "agenda_kind"),
        ({"starts_at": "25:00"}, "string_pattern_mismatch"),
    ],
)
def test_a_meeting_without_sense_is_refused(fields: dict[str, object], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        PrepareMeeting.model_validate({"title": "Sitzung", "held_on": "2026-11-22", **fields})


def test_a_prepared_meeting_is_changed_until_it_begins_and_nobody_writes_over_a_colleague(session: Session) -> None:
    organisation(session)
    meeting = prepared(session)
    wish = {"meeting_id": meeting.id, "version": 1, "title": "Herbst", "held_on": "2026-11-30", "invited": ("awo",)}
    edit_meeting(session, EditMeeting.model_validate({**wish, "kinds": ("netzwerk",)}), by=STEERING_GROUP)
    found = detail(session, meeting)
    assert (found.row.title, [item.kind for item in found.items]) == ("Herbst", [AgendaKind.NETWORK])
    with pytest.raises(Conflict):
        edit_meeting(session, EditMeeting.model_validate(wish), by=STEERING_GROUP)
    with pytest.raises(NotFound):
        edit_meeting(
            session, EditMeeting.model_validate({**wish, "version": 2, "release_number": 9}), by=STEERING_GROUP
        )
    start_meeting(session, StartMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)
    with pytest.raises(MeetingBegun):
        edit_meeting(session, EditMeeting.model_validate({**wish, "version": 3}), by=STEERING_GROUP)
    with pytest.raises(MeetingBegun):
        cancel_meeting(session, CancelMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)


def test_a_meeting_that_is_called_off_cannot_begin(session: Session) -> None:
    meeting = prepared(session)
    cancel_meeting(session, CancelMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)
    with pytest.raises(MeetingBegun):
        start_meeting(session, StartMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)


def test_what_it_looks_at_is_frozen_at_the_start(session: Session) -> None:
    organisation(session)
    activity(session, "fest", partners=("awo",), date="2025-05-01")
    meeting = started(session)
    assert meeting.state is MeetingState.RUNNING
    assert digest(meeting.basis or "") == meeting.digest
    before = parse(meeting.basis or "")
    assert [point.kind for point in before.points] == [kind for kind in AgendaKind if kind is not AgendaKind.TOPIC]
    activity(session, "lesung", partners=("awo",), date="2025-06-01")
    assert parse(detail(session, meeting).basis) == before
    assert before.snapshot.held == ("fest",)
    assert before.point("netzwerk").key_figures[0].text == "1"
    with pytest.raises(MeetingRunning):
        started(session, title="Zweite")


def test_a_meeting_is_held_on_the_day_it_begins(session: Session) -> None:
    assert started(session, held_on="2026-12-10").held_on == date(2026, 11, 22)


def test_a_start_by_mistake_is_taken_back_only_while_nothing_is_written(session: Session) -> None:
    meeting = started(session)
    back = TakeBackStart(meeting_id=meeting.id or 0)
    take_back_start(session, back, by=STEERING_GROUP)
    assert (meeting.state, meeting.basis, meeting.token_hash) == (MeetingState.PREPARED, None, None)
    with pytest.raises(MeetingNotRunning):
        take_back_start(session, back, by=STEERING_GROUP)
    start_meeting(session, StartMeeting(meeting_id=meeting.id or 0), by=STEERING_GROUP)
    decision = decide(session, meeting)
    with pytest.raises(MeetingBegun):
        take_back_start(session, back, by=STEERING_GROUP)
    remove_decision(session, RemoveDecision(decision_id=decision.id or 0, version=1), by=STEERING_GROUP)
    with pytest.raises(MeetingBegun):  # its number was given
        take_back_start(session, back, by=STEERING_GROUP)


def test_the_first_meeting_looks_back_half_a_year_by_the_days_of_the_activities(session: Session) -> None:
    organisation(session)
    activity(session, "neulich", partners=("awo",), date="2026-09-01")
    activity(session, "lange-her", partners=("awo",), date="2024-09-01")
    point = parse(started(session).basis or "").point("rueckblick")
    assert [line.title for line in point.listings[0].lines] == ["Neulich"]
    assert "erste Sitzung" in point.paragraphs[0]
    assert point.finding.startswith("Seit dem 26. Mai 2026: eine Aktivität")


def test_the_next_meeting_compares_with_exactly_what_was_shown(session: Session) -> None:
    organisation(session, "awo", name="AWO")
    organisation(session, "schule", name="Schule")
    activity(session, "fest", partners=("awo",), date="2025-05-01")
    open_measure = plan_measure(session, PlanMeasure.model_validate(MEASURE), by=STEERING_GROUP)
    first = started(session)
    end(session, first)
    activity(session, "nachgetragen", partners=("awo", "schule"), date="2024-03-01")
    activity(session, "lauf", partners=("schule",), date="2026-10-01")
    done = SetMeasureState(measure_id=open_measure.id or 0, state=MeasureState.DONE, version=1)
    set_measure_state(session, done, by=STEERING_GROUP)
    second = parse(started(session, title="4. Sitzung").basis or "")
    point = second.point("rueckblick")
    activities, new, returned, measures = point.listings
    assert [line.title for line in activities.lines] == ["Lauf", "Nachgetragen"]
    assert [line.title for line in new.lines] == []  # the school is now known since 2024, so it came back in 2026
    assert [line.title for line in returned.lines] == ["Schule"]
    assert [line.title for line in measures.lines] == ["Schulen einladen"]
    assert second.compared_with == "3. Sitzung, 22. November 2026"
    moved = {row[0]: row[1:] for row in point.tables[0].rows}
    assert moved == {"Organisationen zum ersten Mal dabei 2025": ("–", "0")}  # the base year moved back a year


def test_a_third_meeting_with_nothing_new_says_so(session: Session) -> None:
    organisation(session)
    activity(session, "fest", partners=("awo",), date="2025-05-01")
    end(session, started(session))
    point = parse(started(session).basis or "").point("rueckblick")
    assert point.finding == "Seit dem 22. November 2026 ist nichts Neues festgehalten."
    assert point.tables == ()
    assert any("Keine der Zahlen" in text for text in point.paragraphs)


def test_a_release_can_be_the_basis_and_is_what_guests_read(session: Session) -> None:
    organisation(session)
    activity(session, "fest", partners=("awo",), date="2025-05-01")
    made = release.make(session, MakeRelease(), by=ADMINISTRATION)
    activity(session, "lesung", partners=("awo",), date="2025-06-01")
    meeting = started(session, release_number=made.number)
    found = parse(meeting.basis or "")
    assert found.release == meeting.guest_release == made.number
    joint = next(one for one in found.point("netzwerk").key_figures if one.key == "joint_activities")
    assert joint.text.endswith("1")


def test_the_address_of_the_guests_ends_with_the_meeting(session: Session) -> None:
    meeting = started(session)
    assert guest_token(meeting, key=KEY)
    assert guest_token(meeting, key="another") is None
    end(session, meeting)
    assert meeting.token_hash is None
    assert guest_token(meeting, key=KEY) is None


def test_the_point_looked_at_moves_without_a_journal_entry(session: Session) -> None:
    meeting = started(session, topics=("Fest",))
    before = actions(session)
    show_item(session, ShowItem(meeting_id=meeting.id or 0, position=5), by=STEERING_GROUP)
    assert detail(session, meeting).position == 5
    with pytest.raises(NotFound):
        show_item(session, ShowItem(meeting_id=meeting.id or 0, position=9), by=STEERING_GROUP)
    assert actions(session) == before


def test_notes_are_kept_and_two_people_who_write_at_once_lose_no_word(session: Session) -> None:
    meeting = started(session)
    item = detail(session, meeting).items[0]
    write_item(session, WriteItem(item_id=item.id, notes="Viel Betrieb.", version=1), by=STEERING_GROUP)
    with pytest.raises(Conflict):
        write_item(session, WriteItem(item_id=item.id, notes="Wenig Betrieb.", version=1), by=ADMINISTRATION)
    assert detail(session, meeting).items[0].notes == "Viel Betrieb."
    same = write_item(session, WriteItem(item_id=item.id, notes="Viel Betrieb.", version=1), by=ADMINISTRATION)
    assert same.row.version == 2


def test_attendance_is_noted_by_organisation_invited_or_not(session: Session) -> None:
    for slug in ("awo", "schule", "moschee"):
        organisation(session, slug, name=slug.title())
    meeting = started(session, invited=("awo", "schule"))
    here = NoteAttendance(meeting_id=meeting.id or 0, present=("awo", "moschee"), guests="Bürgermeister")
    note_attendance(session, here, by=STEERING_GROUP)
    found = {one.slug: (one.invited, one.present) for one in detail(session, meeting).attendance}
    assert found == {"awo": (True, True), "schule": (True, False), "moschee": (False, True)}
    note_attendance(session, here.model_copy(update={"present": ("awo",)}), by=STEERING_GROUP)
    assert "moschee" not in {one.slug for one in detail(session, meeting).attendance}
    before = actions(session)
    note_attendance(session, here.model_copy(update={"present": ("awo",)}), by=STEERING_GROUP)
    assert actions(session) == before


def test_a_decision_is_typed_once_and_creates_its_measure(session: Session) -> None:
    organisation(session, "awo", name="AWO")
    project(session)
    meeting = started(session, topics=("Schulen",))
    votes = {"votes_for": 7, "votes_against": 0, "votes_abstained": 1}
    decide(session, meeting, **votes, measure={**MEASURE, "project": "jugendkonferenz", "factor_id": "partizipation"})
    (found,) = detail(session, meeting).items[-1].decisions
    assert (found.number, found.result, found.votes) == (1, DecisionResult.ACCEPTED, (7, 0, 1))
    assert (found.measure.title, found.measure.owner, found.measure.origin) == (
        "Schulen einladen",
        "AWO",
        MeasureOrigin.DECISION,
    )
    source = source_of(session, found.measure.id)
    assert (source.number, source.meeting, source.held_on) == (1, "3. Sitzung", date(2026, 11, 22))
    with pytest.raises(PeriodInvalid):
        decide(session, meeting, measure={**MEASURE, "due_on": "2026-01-01"})
    with pytest.raises(ValidationError, match="votes_incomplete"):
        decide(session, meeting, votes_for=7)


def test_a_decision_is_corrected_and_taken_back_while_the_meeting_runs(session: Session) -> None:
    organisation(session)
    meeting = started(session)
    first = decide(session, meeting, measure=MEASURE)
    edit = EditDecision.model_validate({"decision_id": first.id, "version": 1, **DECISION, "result": "vertagt"})
    edit_decision(session, edit, by=STEERING_GROUP)
    with pytest.raises(Conflict):
        edit_decision(session, edit.model_copy(update={"text": "Anders"}), by=STEERING_GROUP)
    remove_decision(session, RemoveDecision(decision_id=first.id or 0, version=2), by=STEERING_GROUP)
    assert detail(session, meeting).items[-1].decisions == ()
    assert source_of(session, first.measure_id) is None
    assert session.exec(select(Measure)).one().state is MeasureState.OPEN
    assert decide(session, meeting).number == 2  # a number is never given twice
    with pytest.raises(NotFound):
        remove_decision(session, RemoveDecision(decision_id=first.id or 0, version=3), by=STEERING_GROUP)


def test_after_the_end_nothing_is_written_until_the_administration_opens_it_again(session: Session) -> None:
    meeting = started(session)
    item = detail(session, meeting).items[0]
    basis = meeting.basis
    end(session, meeting)
    for late in (
        lambda: write_item(session, WriteItem(item_id=item.id, notes="Spät", version=1), by=ADMINISTRATION),
        lambda: decide(session, meeting),
        lambda: add_topic(session, AddTopic(meeting_id=meeting.id or 0, title="Spät"), by=ADMINISTRATION),
        lambda: end(session, meeting),
    ):
        with pytest.raises(MeetingNotRunning):
            late()
    again = ReopenMeeting(meeting_id=meeting.id or 0)
    with pytest.raises(NotPermitted):
        reopen_meeting(session, again, by=STEERING_GROUP)
    reopen_meeting(session, again, by=ADMINISTRATION)
    write_item(session, WriteItem(item_id=item.id, notes="Berichtigt", version=1), by=ADMINISTRATION)
    assert meeting.basis == basis
    assert meeting.token_hash is None
    with pytest.raises(MeetingNotRunning):
        reopen_meeting(session, again, by=ADMINISTRATION)


def test_leads_hold_no_meetings(session: Session) -> None:
    lead = lead_of("jugendkonferenz")
    with pytest.raises(NotPermitted):
        prepare_meeting(session, PrepareMeeting(title="Sitzung", held_on=date(2026, 11, 22)), by=lead)
    with pytest.raises(NotPermitted):
        reports.build(session, by=lead)


def test_an_ended_meeting_becomes_an_activity_with_the_organisations_that_were_there_once(session: Session) -> None:
    organisation(session, "awo", name="AWO")
    organisation(session, "schule", name="Schule")
    meeting = started(session, invited=("awo", "schule"))
    here = NoteAttendance(meeting_id=meeting.id or 0, present=("awo",))
    note_attendance(session, here, by=STEERING_GROUP)
    wish = RecordMeeting(meeting_id=meeting.id or 0)
    with pytest.raises(MeetingNotRunning):
        record_meeting(session, wish, by=ADMINISTRATION)
    end(session, meeting)
    with pytest.raises(NotPermitted):
        record_meeting(session, wish, by=STEERING_GROUP)
    assert not detail(session, meeting).is_recorded
    record_meeting(session, wish, by=ADMINISTRATION)
    again = record_meeting(session, wish, by=ADMINISTRATION)
    assert again.outcome is Outcome.UNCHANGED
    assert detail(session, meeting).is_recorded
    frames = network.load(session)
    assert frames.activities["kind"].tolist() == ["sitzung_steuerungsgruppe"]
    assert frames.participations["organisation_id"].tolist() == ["awo"]
