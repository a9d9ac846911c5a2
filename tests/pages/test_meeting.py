"""Meetings: every state of the page, from an empty list to the minutes."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bkcore.commands.meetings import EndMeeting, PrepareMeeting, StartMeeting, WriteItem
from bkcore.model.meetings import Decision, Meeting, MeetingItem
from bkcore.model.steering import Measure
from bkcore.publication.meeting.start import start_meeting
from bkcore.services.meeting_notes import write_item
from bkcore.services.meetings import end_meeting, prepare_meeting
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import DecisionResult, MeasureOrigin, MeetingState
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, organisation
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import words


@pytest.fixture
def network(sqlite_engine: Engine) -> Engine:
    """A small network."""
    with unit_of_work(sqlite_engine) as session:
        for slug in ("awo", "schule"):
            organisation(session, slug, name=slug.upper())
        held = (TODAY - timedelta(days=400)).isoformat()
        activity(session, "fest", partners=("awo", "schule"), date=held)
    return sqlite_engine


@pytest.fixture
def prepared(network: Engine) -> Engine:
    """A prepared meeting, number 1."""
    with unit_of_work(network) as session:
        command = PrepareMeeting.model_validate(
            {"title": "Erste Sitzung", "held_on": TODAY, "place": "Rathaus", "invited": ("awo",), "topics": ("Fest",)}
        )
        prepare_meeting(session, command, by=STEERING_GROUP)
    return network


@pytest.fixture
def running(prepared: Engine) -> Engine:
    """The same, running."""
    with unit_of_work(prepared) as session:
        start_meeting(session, StartMeeting(meeting_id=1), by=STEERING_GROUP, key="k")
    return prepared


@pytest.fixture
def ended(running: Engine) -> Engine:
    """The same, ended."""
    with unit_of_work(running) as session:
        end_meeting(session, EndMeeting(meeting_id=1), by=STEERING_GROUP)
    return running


def rows(engine: Engine, table: type) -> list:
    with reading(engine) as session:
        return list(session.exec(select(table)))


def meeting(engine: Engine) -> Meeting:
    return rows(engine, Meeting)[-1]


def test_without_a_meeting_the_page_says_how_to_begin_and_one_is_prepared(network, monkeypatch):
    app = opened("meeting", network, monkeypatch, by=STEERING_GROUP)
    assert "Noch ist keine Sitzung vorbereitet." in words(app)
    app.button(key="meeting-new").click().run()
    app.text_input(key="meeting-title").set_value("Herbstsitzung")
    app.text_area(key="meeting-topics").set_value("Fest 2027\n\n  Haushalt ")
    app.multiselect(key="meeting-invited").select("awo")
    app.button(key="meeting-save").click().run()
    assert not app.exception
    found = meeting(network)
    assert (found.title, found.starts_at, found.state) == ("Herbstsitzung", "18:00", MeetingState.PREPARED)
    titles = [item.title for item in rows(network, MeetingItem)]
    assert titles[-2:] == ["Fest 2027", "Haushalt"]


def test_a_meeting_without_a_name_is_told_at_the_field(network, monkeypatch):
    app = opened("meeting", network, monkeypatch, by=STEERING_GROUP)
    app.button(key="meeting-new").click().run()
    app.text_input(key="meeting-title").set_value("")
    app.button(key="meeting-save").click().run()
    assert "Hier fehlt eine Angabe." in str(app.session_state["complaints-meeting"]) + words(app)
    assert rows(network, Meeting) == []


@pytest.mark.parametrize("asked", ["99", "abc", "1" * 20])
def test_an_address_of_no_meeting_is_told_and_the_list_is_there(prepared, monkeypatch, asked):
    shown = words(opened("meeting", prepared, monkeypatch, by=STEERING_GROUP, query={"sitzung": asked}))
    assert "Diese Sitzung gibt es nicht." in shown
    assert "Erste Sitzung" in shown


def test_a_prepared_meeting_shows_what_it_would_show_and_begins_after_a_question(prepared, monkeypatch):
    app = opened("meeting", prepared, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    shown = words(app)
    assert "AWO" in shown
    assert "Festgehalten wird es erst beim Beginn." in shown
    assert "6 · Fest" in shown
    app.button(key="meeting-start").click().run()
    app.button(key="meeting-start-yes").click().run()
    assert not app.exception
    assert meeting(prepared).state is MeetingState.RUNNING
    assert "TOP 1 von 6" in words(app)


def test_a_prepared_meeting_is_changed_and_called_off(prepared, monkeypatch):
    app = opened("meeting", prepared, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    app.button(key="meeting-edit").click().run()
    assert app.text_area(key="meeting-topics").value == "Fest"
    app.text_input(key="meeting-place").set_value("VHS")
    app.button(key="meeting-save").click().run()
    assert meeting(prepared).place == "VHS"
    app.button(key="meeting-cancel").click().run()
    app.button(key="meeting-cancel-yes").click().run()
    assert not app.exception
    assert meeting(prepared).state is MeetingState.CANCELLED
    assert "abgesagt" in words(app)


def test_a_start_by_mistake_is_taken_back(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    app.button(key="meeting-take-back").click().run()
    app.button(key="meeting-take-back-yes").click().run()
    assert not app.exception
    assert meeting(running).state is MeetingState.PREPARED
    assert "Festgehalten wird es erst beim Beginn." in words(app)


def test_every_point_opens_by_its_address_and_by_the_buttons_and_guests_follow(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    assert "TOP 1 von 6 · Seit dem letzten Mal" in words(app)
    for place in range(2, 7):
        app.button(key="meeting-next").click().run()
        assert not app.exception
        assert f"TOP {place} von 6" in words(app)
        assert words(app).count("<h1") == 1
        assert meeting(running).position == place - 1
    assert app.button(key="meeting-next").disabled
    app.button(key="meeting-previous").click().run()
    assert app.query_params["punkt"] == "5"
    again = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1", "punkt": "2"})
    assert "Das Netzwerk" in words(again)
    unknown = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1", "punkt": "17"})
    assert "Diesen Punkt gibt es in der Tagesordnung nicht." in words(unknown)


def test_notes_are_saved_and_a_faster_colleague_is_told(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1", "punkt": "6"})
    item = next(one for one in rows(running, MeetingItem) if one.title == "Fest")
    field = f"meeting-notes-{item.id}"
    app.text_area(key=field).set_value("Am 5. Juni.")
    app.button(key="meeting-notes").click().run()
    assert rows(running, MeetingItem)[-1].notes == "Am 5. Juni."
    with unit_of_work(running) as session:
        write_item(session, WriteItem(item_id=item.id, notes="Am 6. Juni.", version=2), by=ADMINISTRATION)
    app.text_area(key=field).set_value("Am 7. Juni.")
    app.button(key="meeting-notes").click().run()
    assert "gespeichert ist jetzt: „Am 6. Juni.“" in words(app)
    assert app.text_area(key=field).value == "Am 7. Juni."
    assert rows(running, MeetingItem)[-1].notes == "Am 6. Juni."
    app.button(key="meeting-notes").click().run()
    assert rows(running, MeetingItem)[-1].notes == "Am 7. Juni."


def test_what_a_colleague_wrote_appears_when_one_has_written_nothing(running, monkeypatch):
    query = {"sitzung": "1", "punkt": "6"}
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query=query)
    item = rows(running, MeetingItem)[-1]
    with unit_of_work(running) as session:
        write_item(session, WriteItem(item_id=item.id, notes="Vom Kollegen.", version=1), by=ADMINISTRATION)
    app.run()
    assert app.text_area(key=f"meeting-notes-{item.id}").value == "Vom Kollegen."


def test_a_note_that_names_a_person_is_saved_with_a_soft_hint(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1", "punkt": "6"})
    item = rows(running, MeetingItem)[-1]
    app.text_area(key=f"meeting-notes-{item.id}").set_value("Rückfragen an erika@verein.example")
    app.button(key="meeting-notes").click().run()
    assert "Das sieht nach einer Person aus: „erika@verein.example“" in words(app)
    assert "erika@" in rows(running, MeetingItem)[-1].notes


def test_a_decision_with_votes_and_a_measure_is_typed_once(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1", "punkt": "6"})
    app.button(key="decision-new").click().run()
    app.button(key="decision-save").click().run()
    assert rows(running, Decision) == []
    app.button(key="decision-new").click().run()
    app.text_area(key="decision-text").set_value("Wir laden ein.")
    app.checkbox(key="decision-counted").check()
    app.checkbox(key="decision-creates").check()
    # The fields that these two open are drawn by the dialog alone, which a whole run closes.
    app.session_state["decision-votes_for"] = 7
    app.session_state["decision-measure-title"] = "Einladung schreiben"
    app.session_state["decision-measure-owner_organisation"] = "awo"
    app.button(key="decision-save").click().run()
    assert not app.exception
    (decision,) = rows(running, Decision)
    assert (decision.votes_for, decision.votes_against, decision.result) == (7, 0, DecisionResult.ACCEPTED)
    (measure,) = rows(running, Measure)
    assert (measure.title, measure.origin) == ("Einladung schreiben", MeasureOrigin.DECISION)
    shown = words(app)
    assert "Beschluss 1: angenommen (7 dafür, 0 dagegen, 0 enthalten)" in shown
    assert "Maßnahme: Einladung schreiben (AWO, bis" in shown
    app.button(key="decision-edit-1").click().run()
    app.radio(key="decision-result").set_value(DecisionResult.POSTPONED)
    app.button(key="decision-save").click().run()
    assert rows(running, Decision)[0].result is DecisionResult.POSTPONED
    app.button(key="decision-remove-1").click().run()
    app.button(key="decision-remove-1-yes").click().run()
    assert "Zu diesem Punkt ist noch nichts beschlossen." in words(app)


def test_a_measure_without_an_owner_is_told_and_nothing_is_lost(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    app.button(key="decision-new").click().run()
    app.text_area(key="decision-text").set_value("Wir laden ein.")
    app.checkbox(key="decision-creates").check()
    app.session_state["decision-measure-title"] = "Einladung schreiben"
    app.button(key="decision-save").click().run()
    told = str(app.session_state["complaints-decision"]) + words(app)
    assert "wer sich kümmert" in told
    assert rows(running, Decision) == rows(running, Measure) == []


def test_attendance_and_one_more_topic(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    assert "Niemand ist als anwesend festgehalten." in words(app)
    app.button(key="meeting-attending").click().run()
    assert app.multiselect(key="attendance-present").value == ["awo"]
    app.text_input(key="attendance-guests").set_value("Presse")
    app.button(key="attendance-save").click().run()
    assert "Eine Organisation ist als anwesend festgehalten." in words(app)
    app.button(key="meeting-topic").click().run()
    app.text_input(key="meeting-topic-title").set_value("Haushalt")
    app.button(key="meeting-topic-save").click().run()
    assert not app.exception
    assert "7 · Haushalt" in words(app)


def test_the_end_brings_the_minutes_and_only_the_administration_opens_again(running, monkeypatch):
    app = opened("meeting", running, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    app.button(key="meeting-end").click().run()
    app.button(key="meeting-end-yes").click().run()
    assert not app.exception
    assert "Kein Beschluss, keine Maßnahme." in words(app)
    assert not [button for button in app.button if button.key == "meeting-reopen"]
    app = opened("meeting", running, monkeypatch, by=ADMINISTRATION, query={"sitzung": "1"})
    app.button(key="meeting-reopen").click().run()
    app.button(key="meeting-reopen-yes").click().run()
    assert meeting(running).state is MeetingState.RUNNING


def test_an_ended_meeting_shows_every_point_and_moves_nobody(ended, monkeypatch):
    app = opened("meeting", ended, monkeypatch, by=STEERING_GROUP, query={"sitzung": "1"})
    for place in range(2, 7):
        app.button(key="meeting-next").click().run()
        assert not app.exception
        assert app.query_params["punkt"] == str(place)
    assert meeting(ended).position == 0
    assert words(app).count("<h1") == 1
