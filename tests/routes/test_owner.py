"""The owner's page by HTTP: what it shows, what a report does, and how a link ends."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.commands.measures import InviteOwner, PlanMeasure, RevokeOwnerLink, SetMeasureState
from bkcore.model.steering import Measure, MeasureEntry, MeasureLink
from bkcore.services.measure_links import invite_owner, revoke_owner_links
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.store.unit_of_work import reading, town_day, unit_of_work
from bkcore.vocabulary import MeasureState
from dashboard import server
from tests.factories import ADMINISTRATION, STEERING_GROUP

OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def client(sqlite_engine: Engine, tmp_path: Path) -> TestClient:
    settings = core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path)
    app = Starlette(routes=server._routes(settings), exception_handlers=server._HANDLERS)
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def path(sqlite_engine: Engine) -> str:
    with unit_of_work(sqlite_engine) as session:
        due = town_day(datetime.now(UTC)) + timedelta(days=30)
        plan = PlanMeasure(title="Plakate <drucken>", text="A2", owner="Presse", due_on=due)
        measure = plan_measure(session, plan, by=STEERING_GROUP)
        command = InviteOwner(measure_id=measure.id or 0, label="Pressestelle")
        return f"/massnahme/{invite_owner(session, command, by=ADMINISTRATION).token}"


def hidden(html: str) -> dict[str, str]:
    return dict(re.findall(r'name="(fassung|gesehen|geprueft)" value="([^"]*)"', html))


def press(client: TestClient, path: str, *, seen: dict[str, str] | None = None, **fields: str):
    return client.post(path, data={**(seen or hidden(client.get(path).text)), **fields}, headers=OWN)


def only(engine: Engine, table: type) -> list:
    with reading(engine) as session:
        return list(session.exec(select(table)))


def test_the_page_shows_the_measure_and_looking_changes_nothing_but_the_day_of_use(client, path, sqlite_engine):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<h1>Plakate &lt;drucken&gt;</h1>" in answer.text
    assert "Zuständig: Presse" in answer.text
    assert 'value="offen" checked' in answer.text
    assert "<script" not in answer.text
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    (measure,) = only(sqlite_engine, Measure)
    assert (measure.version, measure.state) == (1, MeasureState.OPEN)
    assert only(sqlite_engine, MeasureLink)[0].last_used_on == town_day(datetime.now(UTC))


def test_a_report_is_saved_once_however_often_the_button_is_pressed(client, path, sqlite_engine):
    seen = hidden(client.get(path).text)
    for _ in range(2):
        answer = press(client, path, seen=seen, stand="in_arbeit", satz="Druckerei beauftragt.")
        assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?gespeichert=1")
    assert only(sqlite_engine, Measure)[0].state is MeasureState.UNDER_WAY
    (entry,) = only(sqlite_engine, MeasureEntry)
    assert (entry.text, entry.label) == ("Druckerei beauftragt.", "Pressestelle")
    shown = client.get(answer.headers["location"]).text
    assert "Danke, Ihre Meldung ist gespeichert." in shown
    assert "Zuständige Stelle · Pressestelle · in Arbeit" in shown


def test_what_somebody_else_did_meanwhile_is_told_and_the_sentence_stays(client, path, sqlite_engine):
    seen = hidden(client.get(path).text)
    with unit_of_work(sqlite_engine) as session:
        command = SetMeasureState(measure_id=1, state=MeasureState.BLOCKED, version=1)
        set_measure_state(session, command, by=STEERING_GROUP)
    answer = press(client, path, seen=seen, stand="erledigt", satz="Alle verteilt.")
    assert answer.status_code == 409
    assert "Inzwischen hat jemand den Stand auf „blockiert“ gesetzt." in answer.text
    assert ">Alle verteilt.</textarea>" in answer.text
    assert 'value="erledigt" checked' in answer.text
    assert press(client, path, seen=hidden(answer.text), stand="erledigt", satz="Alle verteilt.").status_code == 303
    assert only(sqlite_engine, Measure)[0].state is MeasureState.DONE


def test_a_sentence_alone_leaves_the_state_of_others_alone(client, path, sqlite_engine):
    seen = hidden(client.get(path).text)
    with unit_of_work(sqlite_engine) as session:
        command = SetMeasureState(measure_id=1, state=MeasureState.BLOCKED, version=1)
        set_measure_state(session, command, by=STEERING_GROUP)
    assert press(client, path, seen=seen, stand="offen", satz="Papier bestellt.").status_code == 303
    assert only(sqlite_engine, Measure)[0].state is MeasureState.BLOCKED


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"stand": "offen"}, "Bitte wählen Sie einen anderen Stand oder schreiben Sie einen Satz."),
        ({"stand": "offen", "satz": "x" * 501}, "auf 500 Zeichen"),
        ({"stand": "gelogen"}, "Bitte wählen Sie einen anderen Stand"),
    ],
)
def test_what_cannot_be_saved_is_said(client, path, sqlite_engine, fields, told):
    answer = press(client, path, **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'role="alert"' in answer.text
    assert only(sqlite_engine, MeasureEntry) == []


def test_what_looks_like_a_person_is_asked_about_once(client, path, sqlite_engine):
    fields = {"stand": "offen", "satz": "Herr Kaya kommt."}
    asked = press(client, path, **fields)
    assert "Das sieht nach einer Person aus: „Herr Kaya“." in asked.text
    assert press(client, path, seen=hidden(asked.text), **fields).status_code == 303
    assert len(only(sqlite_engine, MeasureEntry)) == 1


def test_another_sites_form_changes_nothing(client, path, sqlite_engine):
    answer = client.post(path, data={"stand": "erledigt"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert only(sqlite_engine, Measure)[0].state is MeasureState.OPEN


def test_a_broken_version_is_no_bug(client, path):
    assert press(client, path, seen={"fassung": "eins", "gesehen": "offen"}, stand="erledigt").status_code == 422


def test_a_program_that_runs_wild_is_slowed_down(client, path):
    seen = hidden(client.get(path).text)
    answers = [press(client, path, seen=seen, stand="offen").status_code for _ in range(30)]
    assert set(answers) == {422, 429}


def test_unknown_revoked_and_ended_links_answer_alike(client, path, sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        command = SetMeasureState(measure_id=1, state=MeasureState.DONE, version=1)
        set_measure_state(session, command, by=STEERING_GROUP)
        session.get_one(Measure, 1).finished_on = town_day(datetime.now(UTC)) - timedelta(days=30)
    ended = client.get(path)
    with unit_of_work(sqlite_engine) as session:
        session.get_one(Measure, 1).finished_on = town_day(datetime.now(UTC))
    assert client.get(path).status_code == 200
    with unit_of_work(sqlite_engine) as session:
        revoke_owner_links(session, RevokeOwnerLink(measure_id=1), by=ADMINISTRATION)
    answers = [ended, client.get(path), client.post(path, headers=OWN), client.get("/massnahme/unbekannt")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


def test_the_public_surface_has_no_such_page(sqlite_engine, tmp_path, path):
    settings = core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path, surface="public")
    app = Starlette(routes=server._routes(settings), exception_handlers=server._HANDLERS)
    assert TestClient(app).get(path).status_code == 404
