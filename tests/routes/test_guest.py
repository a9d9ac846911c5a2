"""Guests follow a meeting: released figures only, nothing written, dead when it ends."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore.commands.council import MakeRelease
from bkcore.commands.meetings import EndMeeting, PrepareMeeting, ReopenMeeting, ShowItem, StartMeeting
from bkcore.publication import release
from bkcore.publication.meeting.start import guest_token, start_meeting
from bkcore.services.meeting_notes import show_item
from bkcore.services.meetings import end_meeting, prepare_meeting, reopen_meeting
from bkcore.settings import Settings, load
from bkcore.store.data_version import data_version
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import reading, unit_of_work
from dashboard import server
from dashboard.routes import guest
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, organisation

KEY = "key"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load(database_url=f"sqlite:///{tmp_path / 'test.db'}", var_dir=tmp_path)


@pytest.fixture
def meeting(settings: Settings) -> tuple[TestClient, str]:
    """A running meeting, and its guests' address."""
    engine = engine_for(settings.database_url)
    migrate(engine)
    with unit_of_work(engine) as session:
        organisation(session, "awo", name="AWO")
        activity(session, "fest", partners=("awo",), date="2024-05-01")
        release.make(session, MakeRelease(), by=ADMINISTRATION)
        activity(session, "geheim", title="Noch nicht veröffentlicht", partners=("awo",), date="2024-06-01")
        command = PrepareMeeting.model_validate(
            {"title": "Sitzung", "held_on": "2026-11-22", "topics": ("<b>Fest</b>",)}
        )
        prepare_meeting(session, command, by=STEERING_GROUP)
        row = start_meeting(session, StartMeeting(meeting_id=1), by=STEERING_GROUP, key=KEY)
        token = guest_token(row, key=KEY)
    app = Starlette(routes=guest.routes(settings))
    return TestClient(app), f"/sitzung/{token}"


def look_at(settings: Settings, position: int) -> None:
    with unit_of_work(engine_for(settings.database_url)) as session:
        show_item(session, ShowItem(meeting_id=1, position=position), by=STEERING_GROUP)


def version(settings: Settings) -> int:
    with reading(engine_for(settings.database_url)) as session:
        return data_version(session)


def test_a_guest_sees_the_point_and_released_figures_alone(meeting, settings):
    client, address = meeting
    before = version(settings)
    first = client.get(address)
    assert first.status_code == 200
    assert "Dieser Punkt wird im Raum besprochen." in first.text
    look_at(settings, 1)
    shown = client.get(address).text
    assert "<h1>Das Netzwerk</h1>" in shown
    assert "Veröffentlichung Nr. 1" in shown
    assert "0 von 1" in shown  # the second activity is not in the release
    assert "Noch nicht veröffentlicht" not in first.text + shown
    assert "<svg" in shown
    assert version(settings) == before


def test_the_state_tells_a_script_when_to_look_again(meeting, settings):
    client, address = meeting
    first = client.get(f"{address}/stand").text
    look_at(settings, 2)
    assert client.get(f"{address}/stand").text != first


def test_what_the_group_typed_never_becomes_markup(meeting, settings):
    client, address = meeting
    look_at(settings, 5)
    assert "<h1>&lt;b&gt;Fest&lt;/b&gt;</h1>" in client.get(address).text


def test_the_page_has_the_strictest_policy_and_is_kept_nowhere(meeting):
    client, address = meeting
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert "noindex" in headers["x-robots-tag"]


def test_the_address_is_dead_when_the_meeting_ends_also_when_its_minutes_are_opened_again(meeting, settings):
    client, address = meeting
    with unit_of_work(engine_for(settings.database_url)) as session:
        end_meeting(session, EndMeeting(meeting_id=1), by=STEERING_GROUP)
    assert client.get(address).status_code == client.get(f"{address}/stand").status_code == 404
    with unit_of_work(engine_for(settings.database_url)) as session:
        reopen_meeting(session, ReopenMeeting(meeting_id=1), by=ADMINISTRATION)
    assert client.get(address).status_code == 404
    assert client.get("/sitzung/erfunden").status_code == 404


def test_the_public_surface_does_not_know_the_page(settings):
    public = server._routes(settings.model_copy(update={"surface": "public"}))
    assert not [route.path for route in public if route.path.startswith("/sitzung")]
    assert [route.path for route in server._routes(settings) if route.path.startswith("/sitzung")]
