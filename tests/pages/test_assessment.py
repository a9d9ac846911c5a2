import json
from datetime import timedelta

import pytest

from bkcore.access import Actor
from bkcore.commands.assessments import OpenRound
from bkcore.reports import assessment_desk as reports
from bkcore.services.rounds import open_round
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role, View
from tests.factories import ADMINISTRATION, invitation, lead_of, open_a_round, project, rater_of
from tests.pages.acting import LAST_DAY, TODAY, answer, close, hand_in, invited_lead, opened
from tests.pages.scenes import words

FACTOR = {"schritt": "identitaeten"}


@pytest.fixture
def lead(sqlite_engine):
    return invited_lead(sqlite_engine)


def stored(engine, by):
    with reading(engine) as session:
        return reports.desk(session, by=by, today=TODAY).assessment


def ladders(app):
    asked = [json.loads(block.proto.json).get("asked", {}) for block in app.get("bidi_component")]
    return [one for one in asked if "levels" in one]


def button(app, key):
    return next(one for one in app.button if one.key == key)


def test_without_a_round_the_page_says_so(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead_of("jugendkonferenz"))
    assert "Zurzeit läuft keine Runde." in words(app)
    assert not app.button


def plan_a_round(engine):
    with unit_of_work(engine) as session:
        day = TODAY + timedelta(days=7)
        command = OpenRound(title="Frühjahr 2099", opens_on=day, closes_on=day + timedelta(days=7))
        open_round(session, command, by=ADMINISTRATION)


def test_a_planned_round_is_named_with_its_days(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session)
    plan_a_round(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead_of("jugendkonferenz"))
    assert "„Frühjahr 2099“ ist geplant: vom " in words(app)
    assert "Zurzeit läuft keine Runde." not in words(app)


def test_after_a_round_the_next_planned_one_is_named_beside_it(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    hand_in(sqlite_engine, lead)
    close(sqlite_engine)
    plan_a_round(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead_of("jugendkonferenz"))
    assert "Diese Runde ist beendet" in words(app)
    assert "„Frühjahr 2099“ ist geplant: vom " in words(app)


def test_a_lead_who_was_not_invited_begins_with_one_button(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session)
        open_a_round(session, closes_on=LAST_DAY)
    by = lead_of("jugendkonferenz")
    app = opened("assessment", sqlite_engine, monkeypatch, by=by)
    button(app, "begin").click().run()
    assert stored(sqlite_engine, by).view is View.LEAD
    assert [button(app, key).label for key in ("start-short", "start-full")] == [
        "Kurz einschätzen",
        "Ausführlich einschätzen",
    ]


def test_the_start_says_how_long_until_when_and_who_sees_it(sqlite_engine, monkeypatch, lead):
    shown = words(opened("assessment", sqlite_engine, monkeypatch, by=lead))
    for sentence in (
        "noch nicht gemessen",
        "Das Lesen braucht etwa drei Minuten, dazu kommt das Auswählen.",
        "einschließlich",
        "jederzeit aufhören",
        "Wer was sieht",
    ):
        assert sentence in shown


def test_a_factor_shows_four_ladders_with_every_text(sqlite_engine, monkeypatch, lead):
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    asked = ladders(app)
    assert len(asked) == 4
    assert all(len(one["levels"]) == 5 and all(level["text"] for level in one["levels"]) for one in asked)
    assert [one["state"] for one in asked] == ["noch offen"] * 4
    assert "Faktor 1 von 8 · noch etwa" in words(app)


def test_half_filled_answers_are_there_again_on_another_device(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2="weiss_nicht")
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert [one["value"] for one in ladders(app)] == [2, "weiss_nicht", None, None]
    welcome = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "2 von 32 Fragen sind beantwortet." in words(welcome)
    button(welcome, "start-resume").click().run()
    assert welcome.query_params["schritt"] == "identitaeten"


def test_forth_and_back_move_by_factor_and_keep_the_address(sqlite_engine, monkeypatch, lead):
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    button(app, "next").click().run()
    assert app.query_params["schritt"] == "zielgruppen"
    button(app, "back").click().run()
    assert app.query_params["schritt"] == "identitaeten"
    button(app, "list-verankerung").click().run()
    button(app, "next").click().run()
    assert app.query_params["schritt"] == "abgabe"


def test_an_address_that_names_nothing_leads_to_the_start(sqlite_engine, monkeypatch, lead):
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query={"schritt": "gibt-es-nicht"})
    assert button(app, "start-full")
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht (Schritt). Gezeigt wird: Worum es geht." in words(app)


def test_an_address_with_a_question_that_is_not_there_is_told_so(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    query = {"schritt": "identitaeten", "frage": "gibt-es-nicht"}
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=query)
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht (Frage)." in words(app)
    known = opened("assessment", sqlite_engine, monkeypatch, by=lead, query={**query, "frage": "identitaeten-4"})
    assert "aus der Adresse" not in words(known)


def test_the_summary_leads_straight_to_an_open_question(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2=3)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query={"schritt": "abgabe"})
    assert "2 von 4 beantwortet" in words(app)
    button(app, "open-identitaeten-4").click().run()
    assert app.query_params == {"schritt": "identitaeten", "frage": "identitaeten-4"}


def test_nothing_can_be_handed_in_without_an_answer(sqlite_engine, monkeypatch, lead):
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query={"schritt": "abgabe"})
    assert "Bitte beantworten Sie mindestens eine Frage." in words(app)
    assert "hand-in" not in {one.key for one in app.button}


def test_handing_in_shows_the_own_profile_and_what_to_do_next(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2=3, augenhoehe_1=4, augenhoehe_2=4, mehrwerte_1=1)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query={"schritt": "abgabe"})
    button(app, "hand-in").click().run()
    shown = words(app)
    assert stored(sqlite_engine, lead).handed_in
    assert app.query_params["schritt"] == "ergebnis"
    assert "Am weitesten sind Sie bei „Augenhöhe“, am meisten Luft ist bei „Identitäten würdigen“." in shown
    assert "Nicht gezeichnet" in shown
    assert "Mehrwerte bieten" in shown.split("Nicht gezeichnet")[1]
    assert "Zwei nächste Schritte" in shown
    assert "von Stufe 2 zu Stufe 3" in shown
    assert "So werden sie ausgewählt" in shown


def test_a_corrected_answer_counts_and_the_way_back_to_the_profile_stays(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    hand_in(sqlite_engine, lead)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "Vielen Dank!" in words(app)
    assert "die Hälfte der Aussagen eingestuft" in words(app)
    button(app, "change").click().run()
    answer(sqlite_engine, lead, identitaeten_1=5)
    app.run()
    assert ladders(app)[0]["value"] == 5


def test_a_closed_round_keeps_what_was_handed_in(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2=3)
    hand_in(sqlite_engine, lead)
    close(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert "Diese Runde ist beendet" in words(app)
    assert "Bei „Identitäten würdigen“ liegen Sie bei 2,5." in words(app)
    assert "Abgegeben und gezählt" in words(app)
    assert "bk-notice" not in words(app)
    assert not ladders(app)


def test_a_closed_round_says_that_a_draft_does_not_count(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    close(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "Nicht abgegeben, deshalb nicht gezählt" in words(app)
    assert "Abgegeben und gezählt" not in words(app)


def test_a_lead_who_signs_in_later_finds_the_last_round(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2=3)
    hand_in(sqlite_engine, lead)
    close(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead_of("jugendkonferenz"))
    assert "Diese Runde ist beendet" in words(app)


def test_a_rater_sees_the_own_answers_alone(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    with unit_of_work(sqlite_engine) as session:
        issued = invitation(session, view=View.TEAM)
    by = rater_of("jugendkonferenz", assessment_id=issued.link.assessment_id)
    app = opened("assessment", sqlite_engine, monkeypatch, by=by, query=FACTOR)
    assert [one["value"] for one in ladders(app)] == [None] * 4


def test_the_administration_answers_for_nobody(sqlite_engine, lead):
    with reading(sqlite_engine) as session, pytest.raises(Exception, match="not_permitted"):
        reports.desk(session, by=Actor(role=Role.ADMINISTRATION), today=TODAY)
