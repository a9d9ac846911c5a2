"""Signing in by HTTP: the token leaves the address, one-time links need a button, dead links all look alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.access import CreateSignInLink, RevokeAccessLink
from bkcore.commands.assessments import HandOver
from bkcore.errors import LinkDead
from bkcore.reports import assessment_desk
from bkcore.services.access import create_sign_in_link, revoke_access_link
from bkcore.services.handover import hand_over_assessment
from bkcore.services.visits import actor_of
from bkcore.settings import Settings
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from dashboard.routes import health, sign_in
from dashboard.session import COOKIE, unseal
from tests import factories
from tests.conftest import NOW


@pytest.fixture
def settings(sqlite_engine: Engine, tmp_path: Path) -> Settings:
    return core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    app = Starlette(routes=[*sign_in.routes(settings), *health.routes(settings)])
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


def _one_time(engine: Engine) -> tuple[int, str]:
    with unit_of_work(engine) as session:
        issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    return issued.link.id, issued.token


def _personal(engine: Engine) -> str:
    with unit_of_work(engine) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on="2099-12-31")
        return factories.invitation(session).token


def test_a_one_time_link_shows_a_button_and_is_used_up_only_by_it(client: TestClient, sqlite_engine: Engine) -> None:
    _, token = _one_time(sqlite_engine)
    for _ in range(3):  # a mail scanner looks
        page = client.get(f"/anmelden/{token}")
        assert page.status_code == 200
        assert '<form method="post">' in page.text
        assert COOKIE not in page.cookies
    assert client.post(f"/anmelden/{token}").status_code == 303
    assert client.post(f"/anmelden/{token}").status_code == 404
    assert client.get(f"/anmelden/{token}").status_code == 404


def test_handing_over_shuts_the_door_to_every_link_and_visit_of_the_former_lead(
    client: TestClient, sqlite_engine: Engine, settings: Settings
) -> None:
    personal = _personal(sqlite_engine)
    command = CreateSignInLink(role=Role.PROJECT_LEAD, project="jugendkonferenz")
    with unit_of_work(sqlite_engine) as session:
        used, waiting = (create_sign_in_link(session, command, by=SYSTEM).token for _ in range(2))
    assert client.post(f"/anmelden/{used}").status_code == 303
    visit = unseal(client.cookies[COOKIE], settings=settings)
    with unit_of_work(sqlite_engine) as session:
        former = actor_of(session, visit)
        mine = assessment_desk.desk(session, by=former, today=NOW.date()).assessment
        fresh = hand_over_assessment(session, HandOver(assessment_id=mine.assessment_id), by=former).token
    with reading(sqlite_engine) as session, pytest.raises(LinkDead):
        actor_of(session, visit)
    assert [client.get(f"/anmelden/{token}").status_code for token in (personal, used, waiting)] == [404] * 3
    assert client.get(f"/anmelden/{fresh}").status_code == 303


def test_another_sites_form_signs_nobody_in(client: TestClient, sqlite_engine: Engine) -> None:
    _, token = _one_time(sqlite_engine)
    for site in ("cross-site", "same-site"):
        page = client.post(f"/anmelden/{token}", headers={"Sec-Fetch-Site": site})
        assert (page.status_code, COOKIE in client.cookies) == (200, False)
        assert '<form method="post">' in page.text
    assert client.post(f"/anmelden/{token}", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_looking_at_a_link_never_waits_for_somebody_who_writes(client: TestClient, sqlite_engine: Engine) -> None:
    _, token = _one_time(sqlite_engine)
    with unit_of_work(sqlite_engine) as session:
        create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
        assert client.get(f"/anmelden/{token}").status_code == 200
        assert client.get("/anmelden/unbekannt").status_code == 404


def test_the_visit_is_a_signed_cookie_that_scripts_cannot_read(
    client: TestClient, sqlite_engine: Engine, settings: Settings
) -> None:
    _, token = _one_time(sqlite_engine)
    answer = client.post(f"/anmelden/{token}")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert token not in answer.headers["location"]
    assert token.lower() not in cookie
    visit = unseal(client.cookies[COOKIE], settings=settings)
    with reading(sqlite_engine) as session:
        assert actor_of(session, visit).role is Role.ADMINISTRATION


def test_behind_https_the_cookie_is_secure(sqlite_engine: Engine, tmp_path: Path) -> None:
    settings = core_settings.load(
        database_url=str(sqlite_engine.url), var_dir=tmp_path, public_url="https://beteiligung.example"
    )
    _, token = _one_time(sqlite_engine)
    with TestClient(Starlette(routes=sign_in.routes(settings)), follow_redirects=False) as client:
        assert "secure" in client.post(f"/anmelden/{token}").headers["set-cookie"].lower()


def test_a_personal_link_signs_in_at_once_and_again_on_another_device(
    client: TestClient, sqlite_engine: Engine
) -> None:
    token = _personal(sqlite_engine)
    for _ in range(2):
        answer = client.get(f"/anmelden/{token}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/selbsteinschaetzung")
        client.cookies.clear()


def test_unknown_revoked_and_used_links_answer_alike(client: TestClient, sqlite_engine: Engine) -> None:
    revoked_id, revoked = _one_time(sqlite_engine)
    with unit_of_work(sqlite_engine) as session:
        revoke_access_link(session, RevokeAccessLink(link_id=revoked_id), by=SYSTEM)
    _, used = _one_time(sqlite_engine)
    client.post(f"/anmelden/{used}")
    answers = {
        (answer.status_code, answer.text)
        for token in ("unbekannt", revoked, used)
        for answer in (client.get(f"/anmelden/{token}"), client.post(f"/anmelden/{token}"))
    }
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404


def test_a_forged_cookie_is_nobodys(settings: Settings) -> None:
    for forged in ("", "x", "eyJhIjoxfQ.x", '"token".signature'):
        assert unseal(forged, settings=settings) is None


def test_health_tells_schema_and_database(client: TestClient) -> None:
    answer = client.get("/gesund")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


def test_health_says_why_not(tmp_path: Path) -> None:
    settings = core_settings.load(database_url=f"sqlite:///{tmp_path}/empty.db", var_dir=tmp_path)
    with TestClient(Starlette(routes=health.routes(settings))) as client:
        answer = client.get("/gesund")
    assert answer.status_code == 503
    assert "bk migrate" in answer.json()["reason"]


def test_health_never_says_where_the_database_is(tmp_path: Path) -> None:
    settings = core_settings.load(database_url="postgresql://jemand:geheim@127.0.0.1:1/x", var_dir=tmp_path)
    with TestClient(Starlette(routes=health.routes(settings))) as client:
        answer = client.get("/gesund")
    assert answer.status_code == 503
    assert not {"jemand", "geheim", "127.0.0.1"} & set(answer.text.replace("@", " ").replace(":", " ").split())
    assert "127.0.0.1" not in answer.text
