"""Recording on the phone by HTTP: complete without a script, every word kept when something is wrong."""

import re
from pathlib import Path

import pytest
from icalendar import Calendar
from sqlalchemy import Engine
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.commands.capture import CreateCaptureLink, RemindOfActivity, RevokeCaptureLink
from bkcore.model.activities import Activity
from bkcore.model.capture import CaptureLink
from bkcore.model.organisations import Organisation
from bkcore.services.capture_links import create_capture_link, remind_of_activity, revoke_capture_link
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import ActivityStatus
from dashboard import server
from dashboard.texts import capture as texts
from tests import factories
from tests.factories import ADMINISTRATION

SENT = {"result": "stattgefunden", "organisation": ["awo"], "attendees": "40", "attendees_estimated": "1"}


@pytest.fixture
def client(sqlite_engine: Engine, tmp_path: Path) -> TestClient:
    settings = core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path)
    app = Starlette(routes=server._routes(settings), exception_handlers=server._HANDLERS)
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def root(sqlite_engine: Engine) -> str:
    with unit_of_work(sqlite_engine) as session:
        for slug in ("awo", "igmg"):
            factories.organisation(session, slug)
        factories.project(session, title="Jugend <konferenz>")
        factories.project(session, "blog")
        announced = {"project": "jugendkonferenz", "status": "angekuendigt"}
        factories.activity(session, "fest", date="2025-05-01", partners=("awo",), place="Markt; Rathaus", **announced)
        factories.activity(session, "ball", date="2099-05-01", title="Ball", **announced)
        factories.activity(session, "fremd", date="2025-05-01", project="blog", status="angekuendigt")
        token = create_capture_link(session, CreateCaptureLink(project="jugendkonferenz"), by=ADMINISTRATION).token
    return f"/erfassen/{token}"


def row(engine: Engine, slug: str = "fest") -> Activity:
    with reading(engine) as session:
        return session.exec(select(Activity).where(Activity.slug == slug)).one()


def test_the_list_has_what_is_over_and_what_is_ahead_of_this_project_only(client: TestClient, root: str):
    answer = client.get(root)
    assert answer.status_code == 200
    over, ahead = answer.text.split(texts.AHEAD)
    assert f"{root}/a/fest" in over
    assert f"{root}/a/ball" in ahead
    assert "fremd" not in answer.text
    assert "Jugend &lt;konferenz&gt;" in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_sent_is_kept_and_thanked_for(client: TestClient, root: str, sqlite_engine: Engine):
    answer = client.post(f"{root}/a/fest", data=SENT)
    assert answer.status_code == 303
    assert row(sqlite_engine).status is ActivityStatus.HELD
    thanks = client.get(answer.headers["location"])
    assert "mit einer Organisation stattgefunden. Da waren etwa 40 Menschen." in thanks.text
    assert "/a/fest" not in client.get(root).text.split(texts.RECENT)[0]


def test_who_was_only_announced_is_not_thanked_for(client: TestClient, root: str):
    address = client.post(f"{root}/a/fest", data={"result": "stattgefunden"}).headers["location"]
    assert "Fest hat am 1. Mai 2025 stattgefunden." in client.get(address).text
    client.post(f"{root}/a/fest", data={"result": "verschoben", "organisation": ["awo"], "day": "2098-03-02"})
    assert "Fest ist jetzt für den 2. März 2098 angekündigt." in client.get(address).text


def test_what_somebody_changed_of_a_waiting_one_is_said_as_it_is(client: TestClient, root: str, sqlite_engine: Engine):
    seen = row(sqlite_engine).version
    with unit_of_work(sqlite_engine) as session:
        changed = {"project": "jugendkonferenz", "status": "angekuendigt", "precision": "unbekannt", "date": None}
        factories.activity(session, "fest", title="Sommerfest", **changed)
    again = client.post(f"{root}/a/fest", data={**SENT, "version": seen})
    assert again.status_code == 409
    assert "Sommerfest ist jetzt ohne festen Tag angekündigt." in again.text


def test_a_form_of_another_site_saves_nothing(client: TestClient, root: str, sqlite_engine: Engine):
    for site in ("cross-site", "same-site"):
        answer = client.post(f"{root}/a/fest", data=SENT, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 200
    assert row(sqlite_engine).status is ActivityStatus.ANNOUNCED
    assert client.post(f"{root}/a/fest", data=SENT, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_a_program_that_runs_wild_is_slowed_down_and_loses_no_word(
    client: TestClient, root: str, sqlite_engine: Engine
):
    codes = [client.post(f"{root}/a/fest", data={**SENT, "attendees": str(turn)}).status_code for turn in range(30)]
    assert codes[:10] == [303] * 10
    assert codes[-1] == 429
    busy = client.post(f"{root}/a/fest", data={**SENT, "attendees": "777", "sentence": "Es war voll."})
    assert busy.status_code == 429
    assert texts.BUSY in busy.text
    assert 'value="777"' in busy.text
    assert "Es war voll." in busy.text
    assert row(sqlite_engine).attendees != 777
    with unit_of_work(sqlite_engine) as session:
        other = create_capture_link(session, CreateCaptureLink(project="jugendkonferenz"), by=ADMINISTRATION).token
    assert client.post(f"/erfassen/{other}/a/fest", data=SENT).status_code == 303


def test_every_answer_keeps_to_itself_and_is_packed(client: TestClient, root: str):
    for answer in (client.get(root), client.post(f"{root}/a/fest", data=SENT), client.get(f"{root}/kalender.ics")):
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "noindex" in answer.headers["x-robots-tag"]
    assert client.get(root, headers={"Accept-Encoding": "br"}).headers["content-encoding"] == "br"
    policy = client.get(root).headers["content-security-policy"]
    assert "script-src 'self'; connect-src 'self'" in policy


def test_a_new_activity_is_kept(client: TestClient, root: str, sqlite_engine: Engine):
    answer = client.post(f"{root}/neu", data={**SENT, "title": "Teenachmittag", "day": "2025-06-02"})
    assert answer.status_code == 303
    assert row(sqlite_engine, answer.headers["location"].split("/")[4]).title == "Teenachmittag"


def test_what_is_wrong_is_said_at_its_field_and_every_word_is_still_there(client: TestClient, root: str):
    sent = {**SENT, "attendees": "vierzig", "sentence": "Es war <b>voll</b>.", "organisation": ["igmg"]}
    answer = client.post(f"{root}/a/fest", data=sent)
    assert answer.status_code == 422
    assert 'id="attendees-fehler">Hier wird eine ganze Zahl erwartet.' in answer.text
    assert 'value="vierzig"' in answer.text
    assert "Es war &lt;b&gt;voll&lt;/b&gt;." in answer.text
    assert re.search(r'value="igmg" checked', answer.text)
    assert not re.search(r'value="awo" checked', answer.text)


def test_a_name_is_doubted_once_and_then_believed(client: TestClient, root: str, sqlite_engine: Engine):
    sent = {**SENT, "others": "Frau Yilmaz"}
    answer = client.post(f"{root}/a/fest", data=sent)
    assert texts.PERSON in answer.text
    assert row(sqlite_engine).status is ActivityStatus.ANNOUNCED
    assert 'name="angesehen" value="ja"' in answer.text
    assert client.post(f"{root}/a/fest", data={**sent, "angesehen": "ja"}).status_code == 303


def test_who_comes_second_sees_what_the_first_saved_and_can_save_then(
    client: TestClient, root: str, sqlite_engine: Engine
):
    seen = row(sqlite_engine).version
    client.post(f"{root}/a/fest", data={**SENT, "version": seen})
    again = client.post(f"{root}/a/fest", data={**SENT, "version": seen, "attendees": "60"})
    assert again.status_code == 409
    assert "Da waren etwa 40 Menschen." in again.text
    assert 'value="60"' in again.text
    version = re.search(r'name="version" value="(\d+)"', again.text)[1]
    assert client.post(f"{root}/a/fest", data={**SENT, "version": version, "attendees": "60"}).status_code == 303
    assert row(sqlite_engine).attendees == 60


def test_a_line_that_broke_after_saving_may_send_again(client: TestClient, root: str, sqlite_engine: Engine):
    sent = {**SENT, "version": row(sqlite_engine).version}
    assert [client.post(f"{root}/a/fest", data=sent).status_code for _ in range(3)] == [303, 303, 303]


def test_tomorrow_is_refused_at_the_day(client: TestClient, root: str):
    answer = client.post(f"{root}/neu", data={**SENT, "title": "Fest", "day": "2099-01-01"})
    assert answer.status_code == 422
    assert 'id="day-fehler">' in answer.text


@pytest.mark.parametrize("path", ["", "/neu", "/a/fest", "/a/fest/danke", "/kalender.ics"])
def test_unknown_and_revoked_addresses_are_the_same_404(
    client: TestClient, root: str, path: str, sqlite_engine: Engine
):
    unknown = client.get(f"/erfassen/unbekannt{path}")
    with unit_of_work(sqlite_engine) as session:
        (link,) = session.exec(select(CaptureLink))
        revoke_capture_link(session, RevokeCaptureLink(link_id=link.id), by=ADMINISTRATION)
    revoked = client.get(f"{root}{path}")
    assert (unknown.status_code, revoked.status_code) == (404, 404)
    assert unknown.text == revoked.text


@pytest.mark.parametrize("path", ["/a/fremd", "/a/gibt-es-nicht", "/a/fremd/danke"])
def test_another_projects_activity_is_not_there(client: TestClient, root: str, path: str):
    assert client.get(f"{root}{path}").status_code == 404
    assert client.post(f"{root}{path.removesuffix('/danke')}", data=SENT).status_code == 404


def test_a_reminder_leads_straight_to_its_activity(client: TestClient, root: str, sqlite_engine: Engine):
    with unit_of_work(sqlite_engine) as session:
        token = remind_of_activity(session, RemindOfActivity(activity="fest"), by=ADMINISTRATION).token
    answer = client.get(f"/erfassen/{token}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/erfassen/{token}/a/fest")


def test_the_calendar_is_read_by_another_program(client: TestClient, root: str, sqlite_engine: Engine):
    with unit_of_work(sqlite_engine) as session:
        everything = create_capture_link(session, CreateCaptureLink(), by=ADMINISTRATION).token
    own = Calendar.from_ical(client.get(f"{root}/kalender.ics").text)
    assert sorted(str(event["summary"]) for event in own.walk("VEVENT")) == ["Ball", "Fest"]
    (fest,) = (event for event in own.walk("VEVENT") if event["summary"] == "Fest")
    assert str(fest["location"]) == "Markt; Rathaus"
    assert (fest["dtend"].dt - fest["dtstart"].dt).days == 1
    whole = Calendar.from_ical(client.get(f"/erfassen/{everything}/kalender.ics").text)
    assert len(list(whole.walk("VEVENT"))) == 3
    assert client.get(f"/erfassen/{everything}").status_code == 404


def test_a_calendar_of_a_project_has_an_address_of_its_own_that_records_nothing_and_ends_with_the_link(
    client: TestClient, root: str, sqlite_engine: Engine
):
    (address,) = re.findall(r'href="(/kalender/[^"]+\.ics)"', client.get(root).text)
    assert root.rsplit("/", 1)[1] not in address
    feed = client.get(address)
    assert feed.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(feed.text).walk("VEVENT")
    assert sorted(str(event["summary"]) for event in events) == ["Ball", "Fest"]
    key = address.removeprefix("/kalender/").removesuffix(".ics")
    assert client.get(f"/erfassen/{key}").status_code == 404
    with unit_of_work(sqlite_engine) as session:
        (link,) = session.exec(select(CaptureLink))
        revoke_capture_link(session, RevokeCaptureLink(link_id=link.id), by=ADMINISTRATION)
    assert client.get(address).status_code == 404
    assert client.get("/kalender/gefaelscht.ics").status_code == 404
    assert client.get("/kalender/gefaelscht.ics").text == client.get(address).text


def test_a_calendar_says_when_what_and_where_and_nothing_of_persons(
    client: TestClient, root: str, sqlite_engine: Engine
):
    with unit_of_work(sqlite_engine) as session:
        organisation = session.exec(select(Organisation).where(Organisation.slug == "awo")).one()
        organisation.name = "Verein Geheim"
        fest = session.exec(select(Activity).where(Activity.slug == "fest")).one()
        fest.note, fest.source, fest.attendees = "Frau Geheim bringt Kuchen", "Telefonat mit Frau Geheim", 4711
    feed = client.get(f"{root}/kalender.ics").text
    for hidden in ("Geheim", "4711", "mailto", "ORGANIZER", "ATTENDEE", "DESCRIPTION"):
        assert hidden not in feed
    names = {name for event in Calendar.from_ical(feed).walk("VEVENT") for name in event}
    assert names == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "TRANSP"}


def test_a_form_larger_than_ours_can_be_is_not_read(client: TestClient, root: str):
    assert client.post(f"{root}/a/fest", data={**SENT, "sentence": "x" * 40_000}).status_code == 422
