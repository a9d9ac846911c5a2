"""The council's address by HTTP: what it shows, what it says beside it, and how it dies."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink, RotateLiveLink
from bkcore.model.council import LiveLink
from bkcore.publication import desk, faces, html, links
from bkcore.publication.html import csp
from bkcore.publication.release import make
from bkcore.settings import Settings
from bkcore.store.unit_of_work import reading, unit_of_work
from dashboard import server
from dashboard.routes import live
from tests import factories


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    async def missing(_: Request, __: Exception) -> Response:
        return PlainTextResponse("nicht da", status_code=404)

    app = Starlette(routes=live.routes(settings), exception_handlers={404: missing})
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def token(sqlite_engine: Engine) -> str:
    with unit_of_work(sqlite_engine) as session:
        factories.organisation(session, "awo")
        factories.organisation(session, "stadt", sector="public")
        factories.activity(session, "fest", partners=("awo", "stadt"))
        return links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token


def listed(engine: Engine) -> links.ListedLink:
    with reading(engine) as session:
        return links.list_live_links(session, by=SYSTEM)[0]


@pytest.mark.parametrize(("surface", "status"), [("all", 200), ("public", 200), ("internal", 404)])
def test_the_internal_surface_does_not_know_the_councils_address(
    settings: Settings, token: str, surface: str, status: int
) -> None:
    desk.open_link(settings, token, now=datetime.now(UTC))  # what the public surface shows was released by another
    routes = server._routes(settings.model_copy(update={"surface": surface}))
    opened = TestClient(Starlette(routes=routes, exception_handlers=server._HANDLERS))
    assert opened.get(f"/rat/{token}").status_code == status
    assert opened.get("/gesund").status_code == 200


def test_a_link_shows_the_whole_page_in_german(client: TestClient, token: str) -> None:
    page = client.get(f"/rat/{token}")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="de">' in page.text
    assert "Für 2024 sind 2 aktive Organisationen bekannt." in page.text
    assert page.text.count("<script") == 1
    assert f'<script src="{html.script_address()}" defer></script>' in page.text
    for file in faces.FILES:
        assert f'href="/rat/{token}/{file}"' in page.text


def test_every_face_says_what_browsers_may_and_may_not_do_with_it(client: TestClient, token: str) -> None:
    for path in ("", *(f"/{file}" for file in faces.FILES)):
        headers = client.get(f"/rat/{token}{path}").headers
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "private, no-cache"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
    page = client.get(f"/rat/{token}")
    assert page.headers["content-security-policy"] == csp(page.text)


@pytest.mark.parametrize(
    ("file", "kind", "start"),
    [
        ("bericht.pdf", "application/pdf", b"%PDF-1.7"),
        ("bericht.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("daten.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbfsection;key;label;value;text;period;n"),
        ("daten.json", "application/json", b"{"),
    ],
)
def test_the_downloads_are_what_they_are_called(client, token: str, file: str, kind: str, start: bytes) -> None:
    answer = client.get(f"/rat/{token}/{file}")
    assert answer.headers["content-type"] == kind
    assert answer.content.startswith(start)
    assert f'filename="sachstand-bergkamen-nr-1.{file.split(".")[1]}"' in answer.headers["content-disposition"]


def test_all_forms_speak_of_the_same_release(client: TestClient, token: str) -> None:
    document = json.loads(client.get(f"/rat/{token}/daten.json").content)
    rows = list(
        csv.DictReader(StringIO(client.get(f"/rat/{token}/daten.csv").content.decode("utf-8-sig")), delimiter=";")
    )
    assert document["key_figures"][0]["value"] == 2
    assert next(row["value"] for row in rows if row["key"] == "organisations") == "2"
    assert f"Veröffentlichung Nr. {document['header']['number']}" in client.get(f"/rat/{token}").text


def test_what_a_reader_has_is_not_sent_again_and_dies_with_the_link(client, token: str, sqlite_engine: Engine) -> None:
    first = client.get(f"/rat/{token}")
    again = client.get(f"/rat/{token}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    with unit_of_work(sqlite_engine) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=listed(sqlite_engine).id), by=SYSTEM)
    assert client.get(f"/rat/{token}", headers={"If-None-Match": first.headers["etag"]}).status_code == 404


def test_head_answers_without_words_and_counts_nothing(client, token: str, sqlite_engine: Engine) -> None:
    answer = client.head(f"/rat/{token}")
    assert (answer.status_code, answer.content) == (200, b"")
    assert listed(sqlite_engine).views == 0


def test_openings_are_counted_and_downloads_are_not(client, token: str, sqlite_engine: Engine) -> None:
    for path in ("", "", "/daten.csv"):
        client.get(f"/rat/{token}{path}")
    assert listed(sqlite_engine).views == 2


def test_news_makes_a_new_release_by_itself(client, token: str, sqlite_engine: Engine) -> None:
    assert "Nr. 1" in client.get(f"/rat/{token}").text
    with unit_of_work(sqlite_engine) as session:
        factories.organisation(session, "schule")
        factories.activity(session, "lauf", partners=("schule",))
    page = client.get(f"/rat/{token}").text
    assert "Nr. 2" in page
    assert "Für 2024 sind 3 aktive Organisationen bekannt." in page


def test_a_pinned_link_stays_at_its_release(client, token: str, sqlite_engine: Engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        number = make(session, MakeRelease(), by=SYSTEM).number
        pinned = links.create_live_link(session, CreateLiveLink(label="Sitzung", pin=number), by=SYSTEM).token
        factories.organisation(session, "schule")
        factories.activity(session, "lauf", partners=("schule",))
    assert "sind 3 aktive" in client.get(f"/rat/{token}").text
    page = client.get(f"/rat/{pinned}").text
    assert "sind 2 aktive" in page
    assert "Dieser Link zeigt fest diesen Stand." in page
    assert "Aktualisieren" not in page


def test_unknown_expired_revoked_and_rotated_addresses_answer_alike(client, token: str, sqlite_engine: Engine) -> None:
    tokens = {"unknown": "x" * 32, "strange": "%F0%9F%98%80", "long": "a" * 4000}
    with unit_of_work(sqlite_engine) as session:
        for name in ("expired", "revoked", "rotated"):
            issued = links.create_live_link(session, CreateLiveLink(label=name), by=SYSTEM)
            tokens[name] = issued.token
            row = session.get_one(LiveLink, issued.link.id)
            if name == "expired":
                row.expires_on = date(2020, 1, 1)
            elif name == "revoked":
                links.revoke_live_link(session, RevokeLiveLink(link_id=row.id), by=SYSTEM)
            else:
                links.rotate_live_link(session, RotateLiveLink(link_id=row.id), by=SYSTEM)
    answers = set()
    for dead in tokens.values():
        for path in ("", *(f"/{file}" for file in faces.FILES), "/anderes"):
            answer = client.get(f"/rat/{dead}{path}")
            answers.add((answer.status_code, answer.text, answer.headers.get("etag")))
    assert answers == {(404, "nicht da", None)}
    assert client.get(f"/rat/{token}").status_code == 200


def test_it_is_sent_small(client: TestClient, token: str) -> None:
    answer = client.get(f"/rat/{token}", headers={"Accept-Encoding": "br"})
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < 50_000
    assert "content-encoding" not in client.get(f"/rat/{token}", headers={"Accept-Encoding": "identity"}).headers


def test_a_page_is_ready_at_once_also_while_somebody_writes(
    client, settings, token: str, sqlite_engine: Engine
) -> None:
    opened = desk.open_link(settings, token, now=datetime.now(UTC))
    with unit_of_work(sqlite_engine) as session:
        factories.organisation(session, "schule")
        again = desk.open_link(settings, token, now=datetime.now(UTC) + timedelta(seconds=1))
    assert again.digest == opened.digest
