"""Members: every state of the page, and everything the administration can do on it."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bkcore.commands.members import BeginRepresentation, CreateSeat, WriteHandover
from bkcore.model.members import Representation, Seat
from bkcore.reports.members import MemberFigures, MembersReport
from bkcore.services.members import begin_representation, create_seat, write_handover
from bkcore.store.unit_of_work import reading, unit_of_work
from dashboard.texts import members as texts
from tests.factories import ADMINISTRATION, STEERING_GROUP, organisation
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import words

NAME = "Erika Quastenflosser"


@pytest.fixture
def two(sqlite_engine: Engine) -> Engine:
    """Two seats since two years: on one the second person since half a year, the other is empty."""
    first = TODAY - timedelta(days=730)
    with unit_of_work(sqlite_engine) as session:
        for slug in ("awo", "schule"):
            organisation(session, slug, name=slug.upper())
            create_seat(session, CreateSeat(organisation=slug, begins_on=first), by=ADMINISTRATION)
        for name, day in (("Der Frühere", first), (NAME, TODAY - timedelta(days=100))):
            command = BeginRepresentation(seat="awo-sitz", name=name, contact="a@b.example", begins_on=day)
            begin_representation(session, command, by=ADMINISTRATION)
    return sqlite_engine


def rows(engine: Engine, table: type) -> list:
    with reading(engine) as session:
        return list(session.exec(select(table)))


def test_without_seats_the_page_says_who_begins_and_a_seat_is_given(sqlite_engine, monkeypatch):
    assert "Die Verwaltung trägt die Sitze ein." in words(
        opened("members", sqlite_engine, monkeypatch, by=STEERING_GROUP)
    )
    with unit_of_work(sqlite_engine) as session:
        organisation(session, "awo", name="AWO")
    app = opened("members", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    app.button(key="members-new").click().run()
    app.button(key="members-save").click().run()
    assert "Hier fehlt eine Angabe." in str(app.session_state["complaints-members"])
    app.button(key="members-new").click().run()
    app.selectbox(key="members-organisation").select("awo")
    app.button(key="members-save").click().run()
    assert not app.exception
    assert [seat.slug for seat in rows(sqlite_engine, Seat)] == ["awo-sitz"]
    assert "Der eine Sitz ist nicht besetzt." in words(app)
    assert "Nicht definiert: Vor einem Jahr saß hier noch niemand." in words(app)


def test_the_finding_and_the_figures_with_their_definitions(two, monkeypatch):
    shown = words(opened("members", two, monkeypatch, by=STEERING_GROUP))
    assert "Einer von zwei Sitzen ist besetzt." in shown
    assert "Wer vor einem Jahr hier saß, sitzt nicht mehr auf demselben Sitz." in shown
    assert "1 von 2</dd>" in shown  # seats filled
    assert "1 von 1</dd>" in shown  # new since a year
    assert "0 von 1</dd>" in shown  # stayed
    assert "0,3 Jahre" in shown
    assert "nicht besetzt" in shown


@pytest.mark.parametrize(
    ("stayed", "said"),
    [
        ((1, 1), "Wer vor einem Jahr hier saß, sitzt noch auf demselben Sitz."),
        ((0, 4), "Niemand von vier, die vor einem Jahr hier saßen, sitzt noch auf demselben Sitz."),
        ((1, 4), "Eine Person von vier, die vor einem Jahr hier saßen, sitzt noch auf demselben Sitz."),
        ((3, 4), "Drei von vier, die vor einem Jahr hier saßen, sitzen noch auf demselben Sitz."),
        ((4, 4), "Alle vier, die vor einem Jahr hier saßen, sitzen noch auf demselben Sitz."),
    ],
)
def test_who_stayed_is_counted_in_a_sentence(stayed, said):
    figures = MemberFigures(filled=(4, 4), new=(0, 4), stayed=stayed, service=1.0)
    assert texts.head(MembersReport(seats=(), figures=figures, organisations={}), today=TODAY)[1] == said


def test_the_steering_group_reads_names_of_today_and_nothing_more(two, monkeypatch):
    app = opened("members", two, monkeypatch, by=STEERING_GROUP, query={"sitz": "awo-sitz"})
    shown = words(app)
    assert NAME in shown
    assert "Vertretung 1" in shown
    assert "Der Frühere" not in shown
    assert "a@b.example" not in shown
    assert not [button for button in app.button if button.key.startswith("members-")]


def test_a_representation_begins_and_ends(two, monkeypatch):
    app = opened("members", two, monkeypatch, by=ADMINISTRATION, query={"sitz": "awo-sitz"})
    assert "a@b.example" in words(app)
    app.button(key="members-begin").click().run()
    app.text_input(key="members-name").set_value("Die Nächste")
    app.button(key="members-save").click().run()
    assert not app.exception
    assert [row.ends_on for row in rows(two, Representation)] == [
        TODAY - timedelta(days=101),
        TODAY - timedelta(days=1),
        None,
    ]
    app.button(key="members-end").click().run()
    app.button(key="members-save").click().run()
    assert rows(two, Representation)[-1].ends_on == TODAY
    app.button(key="members-end-seat").click().run()
    app.button(key="members-save").click().run()
    assert not app.exception
    assert rows(two, Seat)[0].ends_on == TODAY


def test_a_hand_over_note_is_written_and_a_faster_one_is_told(two, monkeypatch):
    app = opened("members", two, monkeypatch, by=ADMINISTRATION, query={"sitz": "awo-sitz"})
    with unit_of_work(two) as session:
        write_handover(session, WriteHandover(seat="awo-sitz", text="Von der Ersten", version=1), by=ADMINISTRATION)
    app.text_area(key="members-note-awo-sitz").set_value("Von der Zweiten")
    app.button(key="members-handover").click().run()
    assert "gespeichert ist jetzt: „Von der Ersten“" in words(app)
    assert app.text_area(key="members-note-awo-sitz").value == "Von der Zweiten"
    app.button(key="members-handover").click().run()
    assert rows(two, Seat)[0].handover == "Von der Zweiten"


def test_a_person_is_erased_at_once_and_the_seat_keeps_its_history(two, monkeypatch):
    app = opened("members", two, monkeypatch, by=ADMINISTRATION, query={"sitz": "awo-sitz"})
    person = next(row for row in rows(two, Representation) if row.name == NAME)
    app.selectbox(key="members-erase-who").select(person.id).run()
    app.button(key="members-erase").click().run()
    app.button(key="members-erase-yes").click().run()
    assert not app.exception
    shown = words(app)
    assert NAME not in shown
    assert "Vertretung 2" in shown
    assert "gelöscht am" in shown
    assert shown.count("<h1") == 1
