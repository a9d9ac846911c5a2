"""The archive behind a live link and what changed between two releases, by HTTP."""

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink
from bkcore.commands.projects import ReleaseProjectText
from bkcore.publication import faces, links
from bkcore.publication.html import csp
from bkcore.publication.release import by_number, make, renew, verify
from bkcore.services.projects import release_project_text
from bkcore.store.unit_of_work import unit_of_work
from dashboard.routes import live
from tests import factories


@pytest.fixture
def token(sqlite_engine: Engine) -> str:
    """Three states: number one by hand, two by itself, and a third with a text fewer by itself."""
    with unit_of_work(sqlite_engine) as session:
        for slug, sector in (("awo", "civil"), ("stadt", "public"), ("schule", "public")):
            factories.organisation(session, slug, sector=sector)
        factories.activity(session, "fest", partners=("awo", "stadt"))
        factories.project(session, "zelt", title="Zelt der Begegnung", description="Ein Zelt zieht umher.")
        release_project_text(session, ReleaseProjectText(slug="zelt", released=True), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
        return links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token


def grow(engine: Engine, client: TestClient, token: str) -> None:
    with unit_of_work(engine) as session:
        factories.activity(session, "lauf", partners=("schule",))
    assert "Nr. 2" in client.get(f"/rat/{token}").text
    with unit_of_work(engine) as session:
        release_project_text(session, ReleaseProjectText(slug="zelt", released=False), by=SYSTEM)
    assert "Nr. 3" in client.get(f"/rat/{token}").text


def test_the_live_page_leads_to_every_state_and_to_what_is_new_since_the_last_one_made_by_hand(
    client, token: str, sqlite_engine: Engine
) -> None:
    grow(sqlite_engine, client, token)
    page = client.get(f"/rat/{token}").text
    assert f'<a href="/rat/{token}/archiv">Alle Stände</a>' in page
    assert f'<a href="/rat/{token}/archiv/3/seit/1">Was ist neu seit Nr. 1?</a>' in page
    assert f'<a href="/rat/{token}">Aktualisieren</a>' in page
    listed = client.get(f"/rat/{token}/archiv").text
    assert listed.index("Eigens veröffentlicht") < listed.index("Von selbst erneuert")
    for number in (1, 2):
        assert f'href="/rat/{token}/archiv/{number}"' in listed
    assert f'href="/rat/{token}/archiv/3"' not in listed  # the newest is the live page itself
    assert "<script" not in listed


def test_every_link_inside_the_archive_leads_somewhere(client, token: str, sqlite_engine: Engine) -> None:
    grow(sqlite_engine, client, token)
    seen, waiting = set(), [f"/rat/{token}"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            assert answer.headers["content-security-policy"] == csp(answer.text)
            waiting += re.findall(r'href="(/rat/[^"#]+)"', answer.text)
    assert {f"/rat/{token}/archiv/{number}/{file}" for number in (1, 2) for file in faces.FILES} <= seen


def test_an_earlier_state_says_that_it_is_one_and_stays_what_it_was(client, token: str, sqlite_engine: Engine) -> None:
    grow(sqlite_engine, client, token)
    page = client.get(f"/rat/{token}/archiv/1").text
    assert "Das ist ein früherer Stand." in page
    assert "sind 2 aktive" in page
    assert "<script" not in page
    assert json.loads(client.get(f"/rat/{token}/archiv/1/daten.json").content)["header"]["number"] == 1


def test_what_changed_is_told_from_to_with_texts_that_went(client, token: str, sqlite_engine: Engine) -> None:
    grow(sqlite_engine, client, token)
    page = re.sub(r"\s+", " ", client.get(f"/rat/{token}/archiv/3/seit/1").text)
    assert '<th scope="row">aktive Organisationen</th><td>2</td><td>3</td>' in page
    assert "Zurückgezogene Texte" in page
    assert "Zelt der Begegnung" in page
    assert "Ein Zelt zieht umher." not in page
    assert "<script" not in page


def test_numbers_nobody_released_and_comparisons_backwards_are_not_there(client, token: str) -> None:
    client.get(f"/rat/{token}")
    for path in (
        "archiv/2",
        "archiv/0",
        "archiv/99999999999999999999",
        "archiv/1/seit/1",
        "archiv/1/seit/2",
        "archiv/x",
    ):
        assert client.get(f"/rat/{token}/{path}").status_code == 404


def test_a_pinned_link_shows_its_release_its_sitting_and_nothing_else(
    client, token: str, sqlite_engine: Engine
) -> None:
    with unit_of_work(sqlite_engine) as session:
        wish = CreateLiveLink(label="Sitzung", pin=1, sitting_on="2026-12-10")
        pinned = links.create_live_link(session, wish, by=SYSTEM).token
    grow(sqlite_engine, client, token)
    page = client.get(f"/rat/{pinned}").text
    assert "Stand zur Sitzung am 10. Dezember 2026." in page
    assert "archiv" not in page
    assert "<script" not in page
    for path in ("archiv", "archiv/1", "archiv/1/daten.csv", "archiv/2/seit/1", "archiv/2"):
        assert client.get(f"/rat/{pinned}/{path}").status_code == 404
    assert client.get(f"/rat/{pinned}/stand").text == "1\n"


def test_the_number_a_waiting_page_asks_for_is_a_few_bytes_and_not_sent_twice(
    client, token: str, sqlite_engine: Engine
) -> None:
    first = client.get(f"/rat/{token}/stand")
    assert first.text == "1\n"
    again = {"If-None-Match": first.headers["etag"]}
    assert client.get(f"/rat/{token}/stand", headers=again).status_code == 304
    grow(sqlite_engine, client, token)
    assert client.get(f"/rat/{token}/stand", headers=again).text == "3\n"


def everything_below(client: TestClient, root: str) -> dict[str, str]:
    """Return the words of every face of a release: page, PDF, Word, CSV, JSON."""
    found = {"page": client.get(root).text}
    for file in faces.FILES:
        body = client.get(f"{root}/{file}").content
        match file.rpartition(".")[2]:
            case "pdf":
                packed = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True)
                found[file] = packed.stdout.decode()
            case "docx":
                found[file] = "\n".join(paragraph.text for paragraph in Document(BytesIO(body)).paragraphs)
            case _:
                found[file] = body.decode()
    return found


def reword(engine: Engine, *, released: bool, text: str = "Ein Zelt zieht umher.") -> None:
    with unit_of_work(engine) as session:
        factories.project(session, "zelt", title="Zelt der Begegnung", description=text)
        release_project_text(session, ReleaseProjectText(slug="zelt", released=released), by=SYSTEM)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_withdrawn_text_is_gone_from_every_face_of_every_release_and_its_frozen_document_stays(
    client, token: str, sqlite_engine: Engine
) -> None:
    with unit_of_work(sqlite_engine) as session:
        pinned = links.create_live_link(session, CreateLiveLink(label="Sitzung", pin=1), by=SYSTEM).token
    before = everything_below(client, f"/rat/{pinned}")
    assert [face for face, words in before.items() if "Ein Zelt zieht umher." in words] == list(before)
    grow(sqlite_engine, client, token)
    for root in (f"/rat/{pinned}", f"/rat/{token}/archiv/1", f"/rat/{token}/archiv/2"):
        for face, words in everything_below(client, root).items():
            assert "Zelt zieht" not in words, (root, face)
            assert "Text zurückgezogen" in words, (root, face)
            assert "Zelt der Begegnung" in words, (root, face)
    assert "Zelt zieht" not in client.get(f"/rat/{token}/archiv/2/seit/1").text
    with unit_of_work(sqlite_engine) as session:
        frozen = by_number(session, 1)
        assert "Ein Zelt zieht umher." in frozen.content
        assert verify(frozen)


def test_a_reworded_text_replaces_the_earlier_wording_and_a_text_released_again_comes_back(
    client, token: str, sqlite_engine: Engine
) -> None:
    grow(sqlite_engine, client, token)
    reword(sqlite_engine, released=True, text="Ein Zelt, ohne Namen.")
    assert "Ein Zelt, ohne Namen." in client.get(f"/rat/{token}").text
    assert "Text zurückgezogen" in client.get(f"/rat/{token}/archiv/1").text
    reword(sqlite_engine, released=True)
    assert "Ein Zelt zieht umher." in client.get(f"/rat/{token}").text
    assert "Ein Zelt zieht umher." in client.get(f"/rat/{token}/archiv/1").text


def test_a_lead_whose_consent_ended_is_named_in_no_earlier_release(client, token: str, sqlite_engine: Engine) -> None:
    for consent in (True, False):
        with unit_of_work(sqlite_engine) as session:
            factories.organisation(session, "traeger", name="Verein Morgenrot", may_be_named=consent)
            factories.project(session, "zelt", title="Zelt", description="Ein Zelt.", lead="traeger")
            release_project_text(session, ReleaseProjectText(slug="zelt", released=True), by=SYSTEM)
        assert ("Verein Morgenrot" in client.get(f"/rat/{token}").text) is consent
    earlier = client.get(f"/rat/{token}/archiv/2").text
    assert "Ein Zelt." in earlier
    assert "Verein Morgenrot" not in earlier


def test_a_pinned_link_alone_is_reason_enough_to_notice_a_withdrawal(settings, token: str, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=1), by=SYSTEM)
        pinned = links.create_live_link(session, CreateLiveLink(label="Sitzung", pin=1), by=SYSTEM).token
        release_project_text(session, ReleaseProjectText(slug="zelt", released=False), by=SYSTEM)
    renew(sqlite_engine, settings.model_copy(update={"surface": "internal"}), now=datetime.now(UTC))
    public = Starlette(routes=live.routes(settings.model_copy(update={"surface": "public"})))
    with TestClient(public) as client:
        assert "Zelt zieht" not in client.get(f"/rat/{pinned}").text
