"""Passwords and the pace of the council's address, by HTTP."""

import re
from collections.abc import Iterator
from datetime import date
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.council import ChangeLiveLinkPassword, CreateLiveLink, RevokeLiveLink, RotateLiveLink
from bkcore.model.council import LiveLink
from bkcore.publication import faces, links, passwords
from bkcore.settings import Settings
from bkcore.store.unit_of_work import reading, unit_of_work
from dashboard import server
from dashboard.routes import live, live_lock

WORD = "Bergkamen für alle"


@pytest.fixture
def settings(sqlite_engine: Engine, tmp_path: Path) -> Settings:
    return core_settings.load(
        database_url=str(sqlite_engine.url), var_dir=tmp_path, public_url="https://beteiligung.example"
    )


def opened(settings: Settings) -> TestClient:
    app = Starlette(routes=live.routes(settings), exception_handlers=server._HANDLERS)
    return TestClient(app, follow_redirects=False, base_url="https://beteiligung.example")


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with opened(settings) as client:
        yield client


@pytest.fixture
def issued(sqlite_engine: Engine) -> links.IssuedLiveLink:
    with unit_of_work(sqlite_engine) as session:
        return links.create_live_link(session, CreateLiveLink(label="Rat", password=WORD), by=SYSTEM)


def knock(client: TestClient, token: str, word: str):
    return client.post(f"/rat/{token}/kennwort", data={"kennwort": word})


def views(engine: Engine) -> int:
    with reading(engine) as session:
        return links.list_live_links(session, by=SYSTEM)[0].views


def change(engine: Engine, link: LiveLink, password: str | None) -> None:
    with unit_of_work(engine) as session:
        links.change_live_link_password(session, ChangeLiveLinkPassword(link_id=link.id, password=password), by=SYSTEM)


def test_a_locked_link_asks_on_a_plain_page_and_counts_nothing(client, issued, sqlite_engine) -> None:
    asked = client.get(f"/rat/{issued.token}")
    assert asked.status_code == 200
    assert "Dieser Link hat ein Kennwort." in asked.text
    assert '<label for="kennwort">Kennwort</label>' in asked.text
    assert "<script" not in asked.text
    assert "Organisation" not in asked.text
    assert asked.headers["cache-control"] == "no-store"
    assert "form-action 'self'" in asked.headers["content-security-policy"]
    assert views(sqlite_engine) == 0


def test_files_archive_and_number_stay_closed_without_the_password(client, issued) -> None:
    root = f"/rat/{issued.token}"
    for path in (*faces.FILES, "stand", "archiv", "archiv/1", "archiv/1/daten.json", "archiv/2/seit/1"):
        answer = client.get(f"{root}/{path}")
        assert (answer.status_code, answer.headers["location"], answer.content) == (303, root, b"")


def test_the_right_password_opens_everything_and_is_remembered_for_this_link_alone(
    client, issued, sqlite_engine
) -> None:
    root = f"/rat/{issued.token}"
    answer = knock(client, issued.token, WORD)
    assert (answer.status_code, answer.headers["location"]) == (303, root)
    cookie = SimpleCookie(answer.headers["set-cookie"])[live_lock.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["secure"], cookie["samesite"]) == (root, True, True, "lax")
    days = (issued.link.expires_on - date.today()).days  # noqa: DTZ011 - a day more or less does not matter
    assert (days - 1) * 86_400 < int(cookie["max-age"]) < (days + 3) * 86_400
    assert WORD not in answer.headers["set-cookie"]
    assert "Noch ist keine Aktivität" in client.get(root).text
    assert client.get(f"{root}/daten.json").status_code == 200
    assert views(sqlite_engine) == 1


def test_a_wrong_password_is_told_so_calmly(client, issued) -> None:
    for word in ("falsch", "", WORD.lower(), "x" * 100_000):
        answer = knock(client, issued.token, word)
        assert answer.status_code == 403
        assert "Das Kennwort passt nicht." in answer.text
        assert "set-cookie" not in answer.headers
    assert client.post(f"/rat/{issued.token}/kennwort", content=b"\xff\xfe").status_code == 403


def test_guessing_is_slowed_and_whoever_is_inside_stays_inside(client, settings, issued, monkeypatch) -> None:
    knock(client, issued.token, WORD)
    monkeypatch.setattr(passwords, "fits", lambda word, _: word == WORD)
    guesser = opened(settings)
    statuses = [knock(client, issued.token, f"geraten {number}").status_code for number in range(12)]
    assert statuses == [403] * 10 + [429] * 2
    refused = knock(client, issued.token, WORD)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 6
    assert "viele falsche Kennwörter" in refused.text
    assert client.get(f"/rat/{issued.token}/daten.json").status_code == 200
    assert guesser.get(f"/rat/{issued.token}/daten.json").status_code == 303


def test_right_passwords_are_never_counted_against_a_link(client, issued, monkeypatch) -> None:
    monkeypatch.setattr(passwords, "fits", lambda word, _: word == WORD)
    assert {knock(client, issued.token, WORD).status_code for _ in range(60)} == {303}


def test_a_new_password_a_new_address_or_a_foreign_cookie_close_the_door_again(
    client, settings, issued, sqlite_engine
) -> None:
    knock(client, issued.token, WORD)
    inside = client.cookies[live_lock.COOKIE]
    change(sqlite_engine, issued.link, "etwas Neues")
    assert client.get(f"/rat/{issued.token}/daten.json").status_code == 303
    change(sqlite_engine, issued.link, WORD)
    assert client.get(f"/rat/{issued.token}/daten.json").status_code == 303  # the same word, salted anew
    with unit_of_work(sqlite_engine) as session:
        rotated = links.rotate_live_link(session, RotateLiveLink(link_id=issued.link.id), by=SYSTEM)
        other = links.create_live_link(session, CreateLiveLink(label="x", password=WORD), by=SYSTEM)
    for token in (rotated.token, other.token):
        for cookie in (inside, "unsinn", inside[:-1] + "x"):
            answer = opened(settings).get(f"/rat/{token}/daten.json", headers={"Cookie": f"bk_rat={cookie}"})
            assert answer.status_code == 303
    change(sqlite_engine, issued.link, None)
    assert client.get(f"/rat/{rotated.token}/daten.json").status_code == 200


def test_dead_links_answer_alike_with_and_without_a_password_and_nothing_is_compared(
    client, sqlite_engine, monkeypatch
) -> None:
    def never(*_: object) -> bool:
        raise AssertionError("a dead link must not cost what a password costs")

    monkeypatch.setattr(passwords, "fits", never)
    tokens = ["x" * 32]
    with unit_of_work(sqlite_engine) as session:
        for word in (None, WORD):
            for how in ("expired", "revoked", "rotated"):
                one = links.create_live_link(session, CreateLiveLink(label="x", password=word), by=SYSTEM)
                tokens.append(one.token)
                if how == "expired":
                    session.get_one(LiveLink, one.link.id).expires_on = date(2020, 1, 1)
                elif how == "revoked":
                    links.revoke_live_link(session, RevokeLiveLink(link_id=one.link.id), by=SYSTEM)
                else:
                    links.rotate_live_link(session, RotateLiveLink(link_id=one.link.id), by=SYSTEM)
    answers = set()
    for token in tokens:
        for answer in (client.get(f"/rat/{token}"), knock(client, token, WORD), client.get(f"/rat/{token}/archiv")):
            answers.add((answer.status_code, answer.text, tuple(sorted(answer.headers.items()))))
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_a_link_without_a_password_takes_none(client, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        token = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token
    answer = knock(client, token, "irgendwas")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/rat/{token}")
    assert "set-cookie" not in answer.headers


def test_only_a_hash_of_the_password_is_kept(issued, sqlite_engine) -> None:
    with reading(sqlite_engine) as session:
        row = session.get_one(LiveLink, issued.link.id)
    assert row.password_hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert WORD not in str(row.model_dump())


def test_whoever_asks_faster_than_a_link_answers_is_told_when_to_come_back(settings, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        busy, calm = (links.create_live_link(session, CreateLiveLink(label="x"), by=SYSTEM).token for _ in range(2))
    client = opened(settings.model_copy(update={"live_requests_per_second": 1}))
    statuses = [client.get(f"/rat/{busy}/stand").status_code for _ in range(5)]
    assert statuses[:3] == [200] * 3
    assert statuses[-1] == 429
    refused = client.get(f"/rat/{busy}")
    assert refused.headers["retry-after"] == "1"
    assert "Diese Seite wird gerade sehr oft aufgerufen." in refused.text
    assert client.get(f"/rat/{calm}/stand").status_code == 200
    assert {client.get(f"/rat/{'x' * number}").status_code for number in range(1, 9)} == {404, 429}  # all together


@pytest.mark.parametrize("path", ["", "/archiv"])
def test_no_search_engine_keeps_a_page(client, sqlite_engine, path: str) -> None:
    with unit_of_work(sqlite_engine) as session:
        token = links.create_live_link(session, CreateLiveLink(label="x"), by=SYSTEM).token
    page = client.get(f"/rat/{token}{path}")
    assert page.headers["x-robots-tag"] == "noindex, nofollow, noarchive"
    assert re.search(r'<meta name="robots" content="noindex', page.text)
