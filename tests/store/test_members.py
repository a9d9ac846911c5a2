"""Seats and who represents whom there: history, hand-over, and an erasure that leaves no name anywhere."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.activities import PutActivity
from bkcore.commands.capture import CaptureActivity, CreateCaptureLink
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.commands.meetings import PrepareMeeting, StartMeeting
from bkcore.commands.members import (
    BeginRepresentation,
    CreateSeat,
    EndRepresentation,
    EndSeat,
    EraseDuePersons,
    ErasePerson,
    WriteHandover,
)
from bkcore.errors import Conflict, NotFound, NotPermitted, PeriodInvalid
from bkcore.model.activities import Activity
from bkcore.model.journal import JournalEntry
from bkcore.model.meetings import Meeting
from bkcore.model.members import Representation
from bkcore.model.registry import TABLES
from bkcore.publication.meeting.document import canonical, digest, parse
from bkcore.publication.meeting.start import start_meeting
from bkcore.reports.members import build
from bkcore.services.activities import put_activity
from bkcore.services.capture import capture_activity
from bkcore.services.capture_links import create_capture_link
from bkcore.services.journal import record
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.services.meetings import prepare_meeting
from bkcore.services.member_erasure import erase_due_persons, erase_person
from bkcore.services.members import (
    begin_representation,
    create_seat,
    end_representation,
    end_seat,
    write_handover,
)
from bkcore.store.scrubbing import scrub
from bkcore.store.unit_of_work import reading, unit_of_work
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, organisation, project

TODAY = date(2026, 11, 22)
NAME, MAIL = "Özlem Çelik-Quastenflosser", "oezlem@quastenflosser.example"
SEAT = "awo-sitz"


def seat(session: Session, slug: str = "awo", *, begins_on: date = date(2024, 1, 1), title: str = "Sitz") -> str:
    organisation(session, slug, name=slug.upper())
    return create_seat(session, CreateSeat(organisation=slug, title=title, begins_on=begins_on), by=SYSTEM).row.slug


def begin(session: Session, day: date, *, name: str = NAME, slug: str = SEAT, by=ADMINISTRATION) -> Representation:
    command = BeginRepresentation(seat=slug, name=name, contact=MAIL, begins_on=day)
    return begin_representation(session, command, by=by)


def report(session: Session, *, by=ADMINISTRATION, kept_days: int = 180):
    return build(session, by=by, today=TODAY, kept_days=kept_days)


def test_whoever_comes_next_ends_the_one_before_on_the_day_before(session: Session) -> None:
    assert seat(session) == SEAT
    begin(session, date(2024, 1, 1))
    begin(session, date(2026, 9, 1), name="Die Nächste")
    (found,) = report(session).seats
    assert [(one.number, one.name, one.begins_on, one.ends_on) for one in found.sittings] == [
        (2, "Die Nächste", date(2026, 9, 1), None),
        (1, NAME, date(2024, 1, 1), date(2026, 8, 31)),
    ]
    assert found.current(TODAY).number == 2
    assert found.sittings[1].erase_on == date(2026, 8, 31) + timedelta(days=180)


def test_days_that_do_not_fit_are_refused(session: Session) -> None:
    seat(session)
    with pytest.raises(PeriodInvalid):
        begin(session, date(2023, 12, 31))
    begin(session, date(2025, 1, 1))
    for day in (date(2024, 6, 1), date(2025, 1, 1)):
        with pytest.raises(PeriodInvalid):
            begin(session, day, name="Zu früh")
    with pytest.raises(PeriodInvalid):
        end_representation(session, EndRepresentation(seat=SEAT, ends_on=date(2024, 12, 31)), by=ADMINISTRATION)
    end_representation(session, EndRepresentation(seat=SEAT, ends_on=TODAY), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        end_representation(session, EndRepresentation(seat=SEAT, ends_on=TODAY), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        begin(session, TODAY, slug="gibt-es-nicht")


def test_a_second_seat_of_an_organisation_gets_its_own_name(session: Session) -> None:
    assert [seat(session), seat(session), seat(session, title="Stellvertretung")] == [
        "awo-sitz",
        "awo-sitz-1",
        "awo-stellvertretung",
    ]


def test_a_seat_ends_with_whoever_sits_on_it_and_stays_readable(session: Session) -> None:
    seat(session)
    seat(session, "schule")
    begin(session, date(2025, 1, 1))
    end_seat(session, EndSeat(seat=SEAT, ends_on=date(2026, 10, 31), version=1), by=ADMINISTRATION)
    with pytest.raises(Conflict):
        end_seat(session, EndSeat(seat=SEAT, ends_on=TODAY, version=1), by=ADMINISTRATION)
    found = report(session).seats
    assert [(one.slug, one.exists(TODAY)) for one in found] == [("schule-sitz", True), (SEAT, False)]
    assert found[1].sittings[0].ends_on == date(2026, 10, 31)
    with pytest.raises(PeriodInvalid):
        begin(session, date(2026, 11, 1), name="Zu spät")


def test_of_two_people_who_write_a_hand_over_note_the_second_is_told(session: Session) -> None:
    seat(session)
    write_handover(session, WriteHandover(seat=SEAT, text="Schlüssel beim Hausdienst", version=1), by=ADMINISTRATION)
    with pytest.raises(Conflict):
        write_handover(session, WriteHandover(seat=SEAT, text="Etwas anderes", version=1), by=ADMINISTRATION)
    entries = session.exec(select(JournalEntry)).all()
    assert "Hausdienst" not in str([entry.details for entry in entries])
    assert report(session).seats[0].handover == "Schlüssel beim Hausdienst"


def test_the_steering_group_sees_who_sits_now_and_neither_addresses_nor_who_sat_before(session: Session) -> None:
    seat(session)
    begin(session, date(2024, 1, 1), name="Die Frühere")
    begin(session, date(2026, 9, 1))
    (found,) = report(session, by=STEERING_GROUP).seats
    assert [(one.name, one.contact) for one in found.sittings] == [(NAME, ""), ("", "")]
    assert [one.contact for one in report(session).seats[0].sittings] == [MAIL, MAIL]
    with pytest.raises(NotPermitted):
        report(session, by=lead_of("jugendkonferenz"))
    with pytest.raises(NotPermitted):
        begin(session, TODAY, by=STEERING_GROUP)


def test_a_name_is_not_shown_after_its_time_even_before_it_is_erased(session: Session) -> None:
    seat(session)
    begin(session, date(2024, 1, 1))
    end_representation(session, EndRepresentation(seat=SEAT, ends_on=date(2026, 11, 12)), by=ADMINISTRATION)
    shown = [report(session, kept_days=days).seats[0].sittings[0].name for days in (11, 10)]
    assert shown == [NAME, ""]


def test_what_is_due_is_erased_and_the_history_of_the_seat_stays(session: Session) -> None:
    seat(session)
    begin(session, date(2024, 1, 1))
    begin(session, date(2026, 5, 27), name="Die Nächste")
    assert erase_due_persons(session, EraseDuePersons(kept_days=181), by=SYSTEM) == 0
    assert erase_due_persons(session, EraseDuePersons(kept_days=180), by=SYSTEM) == 1
    assert erase_due_persons(session, EraseDuePersons(kept_days=180), by=SYSTEM) == 0
    sittings = report(session).seats[0].sittings
    assert [(one.number, one.name, one.ends_on, one.erased_on) for one in sittings] == [
        (2, "Die Nächste", None, None),
        (1, "", date(2026, 5, 26), TODAY),
    ]


def test_an_erased_row_takes_no_name_again(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        seat(session)
        row = begin(session, date(2024, 1, 1))
        erase_person(session, ErasePerson(representation_id=row.id), by=ADMINISTRATION)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE representation SET name = 'Wieder da'"))


def everything(engine: Engine) -> str:
    """Return all cells of all tables as one text."""
    with engine.connect() as connection:
        rows = [tuple(row) for table in TABLES.sorted_tables for row in connection.execute(table.select())]
    return json.dumps(rows, default=str, ensure_ascii=False).casefold()


def test_erasing_leaves_the_name_in_no_table_and_in_no_byte_of_the_database(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        seat(session)
        row = begin(session, date(2024, 1, 1))
        note = WriteHandover(seat=SEAT, text=f"Fragen an {NAME.upper()}, {MAIL}.", version=1)
        write_handover(session, note, by=ADMINISTRATION)
        # Against the rule, a name was written where none belongs: into the log of a measure, and what is journalled.
        plan = PlanMeasure(title=f"Treffen mit {NAME}", owner="Presse", due_on=TODAY)
        measure = plan_measure(session, plan, by=STEERING_GROUP)
        said = SetMeasureState(measure_id=measure.id, text=f"{NAME} hat zugesagt.", version=1)
        set_measure_state(session, said, by=STEERING_GROUP)
        meeting = prepare_meeting(
            session, PrepareMeeting(title=f"Sitzung bei {NAME}", held_on=TODAY), by=STEERING_GROUP
        )
        start_meeting(session, StartMeeting(meeting_id=meeting.id), by=STEERING_GROUP)
        # And quick capture: the name of what took place, who else was there, a sentence, and for whom the address is.
        said_of_it = {
            "title": f"Lesung bei {NAME}",
            "others": "Teestube",
            "sentence": f"{NAME.lower()} las vor.",
        }
        captured = {"project": "lesekreis", "day": TODAY, "result": "stattgefunden", "organisations": ["awo"]}
        project(session, "lesekreis")
        capture_activity(session, CaptureActivity.model_validate(captured | said_of_it), by=lead_of("lesekreis"))
        create_capture_link(session, CreateCaptureLink(project="lesekreis", label=NAME), by=ADMINISTRATION)
        details = {"before": {"note": [NAME]}, "after": {"note": f"{NAME}s Platz"}}
        record(session, action="x", aggregate="record", key="x", by=SYSTEM, details=details)
    assert "quastenflosser" in everything(engine)
    with unit_of_work(engine, now=NOW) as session:
        erase_person(session, ErasePerson(representation_id=row.id), by=ADMINISTRATION)
    scrub(engine)
    assert "quastenflosser" not in everything(engine)
    with reading(engine) as session:
        told = {entry.action: entry.details for entry in session.exec(select(JournalEntry))}
        assert told["plan_measure"]["after"]["title"] == "Treffen mit Vertretung 1"
        shown = session.exec(select(Meeting)).one()
        assert shown.title == "Sitzung bei Vertretung 1"
        assert "Treffen mit Vertretung 1" in shown.basis
        assert digest(shown.basis) == shown.digest
        assert canonical(parse(shown.basis)) == shown.basis
        assert told["x"] == {"before": {"note": ["Vertretung 1"]}, "after": {"note": "Vertretung 1 Platz"}}
        assert told["erase_person"] == {"number": 1}
        reading_ = session.exec(select(Activity)).one()
        assert reading_.title == "Lesung bei Vertretung 1"
        assert reading_.note == "Vertretung 1 las vor.\nAußerdem dabei: Teestube"
        assert reading_.slug == "2026-11-22-lesekreis-lesung-bei-vertretung-1"
        assert session.exec(select(JournalEntry.key).where(JournalEntry.action == "capture_activity")).all() == [
            reading_.slug
        ]
        assert build(session, by=ADMINISTRATION, today=TODAY, kept_days=180).seats[0].handover == (
            "Fragen an Vertretung 1, Vertretung 1."
        )


def test_an_erased_name_is_not_written_back_by_whoever_had_the_old_text_open(session: Session) -> None:
    seat(session)
    row = begin(session, date(2024, 1, 1))
    activity(session, "fest", note=f"{NAME.lower()} hat geladen.", title="Fest")
    seen = PutActivity(
        slug="fest", title="Fest", date="2024-05-01", precision="tag", status="stattgefunden", note=NAME, version=1
    )
    erase_person(session, ErasePerson(representation_id=row.id), by=ADMINISTRATION)
    with pytest.raises(Conflict):
        put_activity(session, seen, by=ADMINISTRATION)


def test_two_titles_that_become_one_keep_two_keys_and_a_long_one_still_fits(session: Session) -> None:
    seat(session)
    row = begin(session, date(2024, 1, 1), name="Ö Q")
    activity(session, "lesung-vertretung-1", title="Lesung")
    activity(session, "lesung-oe-q", title=f"Ö Q {'x' * 196}")
    erase_person(session, ErasePerson(representation_id=row.id), by=ADMINISTRATION)
    found = dict(session.exec(select(Activity.slug, Activity.title)).all())
    assert set(found) == {"lesung-vertretung-1", "lesung-vertretung-1-1"}
    assert found["lesung-vertretung-1-1"] == f"Vertretung 1 {'x' * 187}"


def test_no_byte_of_the_sqlite_files_holds_an_erased_name(sqlite_engine: Engine) -> None:
    with unit_of_work(sqlite_engine, now=NOW) as session:
        seat(session)
        row = begin(session, date(2024, 1, 1))
        note = WriteHandover(seat=SEAT, text=f"Fragen an {NAME}. " * 20, version=1)
        write_handover(session, note, by=ADMINISTRATION)
    assert any(b"Quastenflosser" in content for content in _files(sqlite_engine))
    with unit_of_work(sqlite_engine, now=NOW) as session:
        erase_person(session, ErasePerson(representation_id=row.id), by=ADMINISTRATION)
    scrub(sqlite_engine)
    assert not any(b"uastenflosser" in content for content in _files(sqlite_engine))


def _files(engine: Engine) -> list[bytes]:
    path = Path(engine.url.database)
    return [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]


def test_figures_speak_of_continuity_and_change(session: Session) -> None:
    none = report(session).figures
    assert (none.filled, none.new, none.stayed, none.service) == (None, None, None, None)
    seat(session)
    seat(session, "schule")
    begin(session, date(2024, 11, 22))
    figures = report(session).figures
    assert (figures.filled, figures.new, figures.stayed) == ((1, 2), (0, 1), (1, 1))
    assert figures.service == pytest.approx(2.0, abs=0.01)
