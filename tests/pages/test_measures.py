"""Measures: every state of the page, and everything steering group and administration can do on it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.commands.measures import EditMeasure, PlanMeasure, SetMeasureState
from bkcore.model.steering import Measure, MeasureEntry, MeasureLink
from bkcore.seed import load_sample
from bkcore.services.measure_links import owner_behind
from bkcore.services.measures import edit_measure, plan_measure, set_measure_state
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import MeasureState
from dashboard.texts import measure as texts
from tests.factories import ADMINISTRATION, STEERING_GROUP, organisation, project
from tests.mail_server import mail_server
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import words


def planned(
    session: Session, title: str, *, days: int = 30, state: MeasureState | None = None, **fields: object
) -> int:
    values = {"title": title, "owner": "Koordination", "due_on": TODAY + timedelta(days=max(days, 0)), **fields}
    measure = plan_measure(session, PlanMeasure.model_validate(values), by=STEERING_GROUP)
    measure.due_on = TODAY + timedelta(days=days)
    if state is not None:
        command = SetMeasureState(measure_id=measure.id or 0, state=state, version=1)
        set_measure_state(session, command, by=STEERING_GROUP)
    return measure.id or 0


@pytest.fixture
def some(sqlite_engine: Engine) -> Engine:
    """Four measures: one overdue, one due soon, one of a project, one done."""
    with unit_of_work(sqlite_engine) as session:
        organisation(session, "awo", name="AWO")
        project(session, title="Jugendkonferenz")
        planned(session, "Plakate drucken", days=-12, state=MeasureState.BLOCKED)
        planned(session, "Treffen vorbereiten", days=9, owner_organisation="awo", factor_id="augenhoehe")
        planned(session, "Ideenwand bauen", project="jugendkonferenz", factor_id="partizipation")
        planned(session, "Flyer verteilen", days=5, state=MeasureState.DONE)
    return sqlite_engine


def stored(engine: Engine, measure_id: int) -> Measure:
    with reading(engine) as session:
        return session.get_one(Measure, measure_id)


def test_without_measures_the_page_says_how_to_begin(sqlite_engine, monkeypatch):
    app = opened("measures", sqlite_engine, monkeypatch, by=STEERING_GROUP)
    assert "Noch ist keine Maßnahme vorgenommen." in words(app)
    app.button(key="measure-new").click().run()
    app.text_input(key="measure-title").set_value("Erste Maßnahme")
    app.button(key="measure-save").click().run()
    assert "wer sich kümmert" in str(app.session_state["complaints-measure"])
    app.button(key="measure-new").click().run()
    app.text_input(key="measure-title").set_value("Erste Maßnahme")
    app.text_input(key="measure-owner").set_value("Koordination")
    app.button(key="measure-save").click().run()
    assert not app.exception
    assert stored(sqlite_engine, 1).title == "Erste Maßnahme"
    assert "Keine Maßnahme ist überfällig." in words(app)


def test_the_finding_comes_first_and_what_is_overdue_stands_on_top(some, monkeypatch):
    shown = words(opened("measures", some, monkeypatch, by=STEERING_GROUP))
    assert "Eine von drei offenen Maßnahmen ist überfällig." in shown
    assert "Vier Maßnahmen: zwei offen, eine blockiert und eine erledigt." in shown
    order = [shown.index(title) for title in ("Plakate", "Treffen", "Ideenwand", "Flyer")]
    assert order == sorted(order)
    assert "seit zwölf Tagen überfällig" in shown
    assert "Zuständige erinnern" not in shown  # that is the administration's


def test_the_board_has_a_column_for_every_state_and_every_choice_is_in_the_address(some, monkeypatch):
    query = {"ansicht": "tafel", "faktor": "augenhoehe"}
    app = opened("measures", some, monkeypatch, by=STEERING_GROUP, query=query)
    shown = words(app)
    assert [shown.index(f">{name}<span") for name in ("Offen", "In Arbeit", "Blockiert", "Erledigt", "Verworfen")]
    assert "Treffen vorbereiten" in shown
    assert "Ideenwand bauen" not in shown
    assert "/massnahmen?ansicht=tafel&amp;faktor=augenhoehe&amp;massnahme=2" in shown
    app.selectbox(key="choice-projekt").select("jugendkonferenz").run()
    assert "Zu dieser Auswahl gibt es keine Maßnahme." in words(app)
    app.selectbox(key="choice-faktor").select("alle").run()
    assert app.query_params["projekt"] == "jugendkonferenz"
    assert "Ideenwand bauen" in words(app)
    assert "Zu keiner" not in words(app)


@pytest.mark.parametrize(("chosen", "left"), [("awo", "Treffen"), ("ohne", "Plakate")])
def test_measures_are_filtered_by_whoever_owns_them(some, monkeypatch, chosen, left):
    shown = words(opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"zustaendig": chosen}))
    assert left in shown
    assert ("Treffen" in shown) != ("Plakate" in shown)


def test_an_address_of_a_measure_that_is_not_there_says_so(some, monkeypatch):
    shown = words(opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"massnahme": "99"}))
    assert "Diese Maßnahme gibt es nicht." in shown
    assert "Plakate drucken" in shown


def test_a_measure_is_reported_on_with_a_state_and_a_sentence(some, monkeypatch):
    app = opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"massnahme": "2"})
    app.button(key="measure-report-save").click().run()
    assert texts.NOTHING_REPORTED in words(app)
    app.radio(key="measure-report-state-2").set_value(MeasureState.UNDER_WAY)
    app.text_area(key="measure-report-text-2").set_value("Frau Yilmaz hat zugesagt.")
    app.button(key="measure-report-save").click().run()
    assert "Das sieht nach einer Person aus: „Frau Yilmaz“." in words(app)
    app.text_area(key="measure-report-text-2").set_value("Die Leitung hat zugesagt.")
    app.button(key="measure-report-save").click().run()
    assert not app.exception
    assert stored(some, 2).state is MeasureState.UNDER_WAY
    assert "Die Leitung hat zugesagt." in words(app)
    assert "Stand: „offen“" not in words(app)
    assert "gemeldet. Stand: offen → in Arbeit" in words(app)
    assert app.text_area(key="measure-report-text-2").value == ""


def test_a_report_on_a_measure_somebody_moved_meanwhile_keeps_its_words(some, monkeypatch):
    app = opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"massnahme": "2"})
    with unit_of_work(some) as session:
        command = SetMeasureState(measure_id=2, state=MeasureState.BLOCKED, version=1)
        set_measure_state(session, command, by=ADMINISTRATION)
    app.radio(key="measure-report-state-2").set_value(MeasureState.DONE)
    app.text_area(key="measure-report-text-2").set_value("Alles fertig.")
    app.button(key="measure-report-save").click().run()
    assert "Inzwischen hat jemand den Stand auf „blockiert“ gesetzt." in words(app)
    assert app.text_area(key="measure-report-text-2").value == "Alles fertig."
    app.button(key="measure-report-save").click().run()
    assert stored(some, 2).state is MeasureState.DONE
    with reading(some) as session:
        assert session.exec(select(MeasureEntry.text)).all() == ["Alles fertig."]


def test_of_two_people_who_edit_one_measure_nobody_loses_a_word(some, monkeypatch):
    app = opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"massnahme": "2"})
    app.button(key="measure-edit").click().run()
    with unit_of_work(some) as session:
        values = {
            "title": "Titel der Ersten",
            "owner": "Presse",
            "owner_organisation": "awo",
            "factor_id": "augenhoehe",
        }
        due = TODAY + timedelta(days=9)
        command = EditMeasure.model_validate({**values, "due_on": due, "measure_id": 2, "version": 1})
        edit_measure(session, command, by=ADMINISTRATION)
    app.text_input(key="measure-title").set_value("Titel der Zweiten")
    app.text_area(key="measure-text").set_value("Nur hier beschrieben")
    app.button(key="measure-save").click().run()
    kept = str(app.session_state["complaints-measure"])
    assert stored(some, 2).title == "Titel der Ersten"
    assert "Titel: gespeichert ist jetzt „Titel der Ersten“." in kept
    assert kept.count("gespeichert ist jetzt") == 1  # what only the other changed is simply taken over


def test_the_administration_gives_a_link_and_takes_all_of_them_back(some, monkeypatch):
    app = opened("measures", some, monkeypatch, by=ADMINISTRATION, query={"massnahme": "2"})
    app.text_input(key="owner-mail").set_value("keine Adresse")
    app.button(key="owner-give").click().run()
    assert "Das ist keine E-Mail-Adresse." in words(app)
    app.text_input(key="owner-label").set_value("Leitung der AWO")
    app.text_input(key="owner-mail").set_value("")
    app.button(key="owner-give").click().run()
    assert not app.exception
    (address,) = {code.value for code in app.code if code.value.startswith("https://beteiligung.example/massnahme/")}
    with reading(some) as session:
        assert owner_behind(session, address.rpartition("/")[2]).label == "Leitung der AWO"
    assert "Leitung der AWO" in words(app)
    app.button(key="owner-revoke").click().run()
    app.button(key="owner-revoke-yes").click().run()
    with reading(some) as session:
        assert session.exec(select(MeasureLink)).one().revoked_at is not None


def test_owners_are_reminded_by_mail_or_with_messages_to_copy(some, monkeypatch):
    app = opened("measures", some, monkeypatch, by=ADMINISTRATION)
    assert "Zwei Maßnahmen sind in den nächsten 14 Tagen fällig oder schon überfällig." in words(app)
    app.button(key="owners-remind").click().run()
    app.button(key="owners-remind-yes").click().run()
    assert not app.exception
    messages = [code.value for code in app.code if code.value.startswith("Betreff")]
    assert len(messages) == 2
    assert "Seit zwölf Tagen überfällig" in messages[0]
    with mail_server() as server:
        monkeypatch.setenv("BK_SMTP_URL", server.url)
        app = opened("measures", some, monkeypatch, by=ADMINISTRATION, query={"massnahme": "1"})
        app.text_input(key="owner-mail").set_value("presse@beispiel.de")
        app.button(key="owner-give").click().run()
        assert not app.exception
        assert "/massnahme/" in server.text_to("presse@beispiel.de")
    with reading(some) as session:
        assert [link.sent_at is not None for link in session.exec(select(MeasureLink))] == [False, False, True]


def test_the_factor_before_and_after_says_what_is_not_known(some, monkeypatch):
    shown = words(opened("measures", some, monkeypatch, by=STEERING_GROUP, query={"massnahme": "2"}))
    assert "Davor und danach lassen sich noch nicht nebeneinander stellen." in shown
    assert "Keine abgeschlossene Runde in dieser Zeit." in shown
    assert "Die Maßnahme ist noch nicht erledigt." in shown


def test_headings_come_in_order(some, monkeypatch):
    for query in ({}, {"ansicht": "tafel"}, {"massnahme": "2"}):
        shown = words(opened("measures", some, monkeypatch, by=ADMINISTRATION, query=query))
        assert shown.count("<h1") == 1


def test_the_factor_before_and_after_stand_side_by_side(sqlite_engine, monkeypatch):
    load_sample(sqlite_engine)
    shown = words(opened("measures", sqlite_engine, monkeypatch, by=STEERING_GROUP, query={"massnahme": "1"}))
    found = re.search(r"Zielgruppen erreichen \(ganzes Netzwerk\): davor (\d,\d), danach (\d,\d) von 5\.", shown)
    assert f'<dd class="bk-value">{found[1]}</dd>' in shown
    assert "Ob die Maßnahme der Grund ist, sagt der Vergleich nicht" in shown
    assert "Runde „Herbst 2024 (Beispiel)“" in shown
