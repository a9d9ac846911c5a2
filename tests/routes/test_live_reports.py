"""The released yearly reports behind a live link, by HTTP: which ones, as what, and without withdrawn texts."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink
from bkcore.commands.projects import ReleaseProjectText
from bkcore.commands.year_reports import FrameReport, ReleaseReport
from bkcore.publication import links
from bkcore.publication.html import csp
from bkcore.publication.release import make
from bkcore.publication.yearly.release import by_number as report_by_number
from bkcore.publication.yearly.release import release_report, verify
from bkcore.services.projects import release_project_text
from bkcore.services.year_reports import frame_report
from bkcore.store.unit_of_work import unit_of_work
from tests import factories

NOW = datetime.now(UTC)
EARLIER = NOW - timedelta(days=30)
YEAR = NOW.year - 1
PROMISE = "Ein Zelt zieht umher."


@pytest.fixture
def tokens(sqlite_engine: Engine) -> dict[str, str]:
    """A release of a month ago with its pinned link, and two versions of a yearly report: one of then, one of today."""
    with unit_of_work(sqlite_engine, now=EARLIER) as session:
        factories.organisation(session, "stadt", sector="public")
        factories.organisation(session, "traeger", name="Verein Morgenrot", may_be_named=True)
        factories.project(
            session, "zelt", title="Zelt der Begegnung", description=PROMISE, lead="traeger", begins=f"{YEAR}",
            ends=f"{YEAR}", funding="Stiftung Morgen",
        )  # fmt: skip
        release_project_text(session, ReleaseProjectText(slug="zelt", released=True), by=SYSTEM)
        factories.activity(session, "fest", partners=("traeger", "stadt"), date=f"{YEAR}-05-01", project="zelt")
        make(session, MakeRelease(), by=SYSTEM)
        release_report(session, ReleaseReport(year=YEAR), by=SYSTEM)
        frame_report(session, FrameReport(year=YEAR, subject="Was im Jahr geschah"), by=SYSTEM)
        pinned = links.create_live_link(session, CreateLiveLink(label="Sitzung", pin=1), by=SYSTEM).token
    with unit_of_work(sqlite_engine) as session:
        release_report(session, ReleaseReport(year=YEAR, correction="Der Betreff war falsch."), by=SYSTEM)
        live_link = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token
    return {"live": live_link, "pinned": pinned}


def words_of(client: TestClient, address: str) -> dict[str, str]:
    """Return the words of a report's page and of its Word file."""
    paper = Document(BytesIO(client.get(f"{address}/bericht.docx").content))
    parts = [paragraph.text for paragraph in paper.paragraphs]
    parts += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return {"page": client.get(address).text, "docx": "\n".join(parts)}


def test_the_live_page_leads_to_the_newest_version_of_each_years_report(client, tokens) -> None:
    root = f"/rat/{tokens['live']}"
    page = client.get(root).text
    assert '<h2 id="berichte">Sachstandsberichte</h2>' in page
    assert f"Sachstandsbericht {YEAR}" in page
    assert "Bericht Nr. 2, 2. Fassung" in page
    found = re.findall(rf'href="({root}/sachstand/[^"]+)"', page)
    assert found == [f"{root}/sachstand/2", f"{root}/sachstand/2/bericht.pdf", f"{root}/sachstand/2/bericht.docx"]
    kinds = [client.get(address).headers["content-type"].partition(";")[0] for address in found]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert kinds == ["text/html", "application/pdf", word]
    assert client.get(found[1]).content.startswith(b"%PDF")
    assert f'filename="sachstandsbericht-{YEAR}-nr-2.docx"' in client.get(found[2]).headers["content-disposition"]


def test_the_report_is_a_page_without_a_script_that_no_search_engine_keeps(client, tokens) -> None:
    answer = client.get(f"/rat/{tokens['live']}/sachstand/2")
    assert "Was im Jahr geschah" in answer.text
    assert "<script" not in answer.text
    assert answer.headers["content-security-policy"] == csp(answer.text)
    assert answer.headers["x-robots-tag"].startswith("noindex")


def test_a_pinned_link_knows_the_report_of_its_day_and_no_later_one(client, tokens) -> None:
    root = f"/rat/{tokens['pinned']}"
    page = client.get(root).text
    assert f'href="{root}/sachstand/1"' in page
    assert "sachstand/2" not in page
    assert client.get(f"{root}/sachstand/1").status_code == 200
    for path in ("sachstand/2", "sachstand/2/bericht.pdf", "sachstand/2/bericht.docx"):
        assert client.get(f"{root}/{path}").status_code == 404


def test_an_earlier_state_leads_to_the_report_of_then(client, tokens) -> None:
    root = f"/rat/{tokens['live']}"
    client.get(root)  # makes today's release
    page = client.get(f"{root}/archiv/1").text
    assert f'href="{root}/sachstand/1"' in page
    assert client.get(f"{root}/sachstand/1/bericht.docx").status_code == 200


def test_drafts_unknown_numbers_and_dead_links_are_not_there(client, tokens, sqlite_engine: Engine) -> None:
    root = f"/rat/{tokens['live']}"
    for path in (
        "sachstand",
        "sachstand/0",
        "sachstand/3",
        "sachstand/99999999999999999999",
        "sachstand/2/bericht.json",
    ):
        assert client.get(f"{root}/{path}").status_code == 404
    with unit_of_work(sqlite_engine) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=2), by=SYSTEM)
    for token in (tokens["live"], "unbekannt"):
        for path in ("sachstand/1", "sachstand/2", "sachstand/2/bericht.pdf", "sachstand/2/bericht.docx"):
            assert client.get(f"/rat/{token}/{path}").status_code == 404


def test_without_a_released_report_the_page_has_no_such_section(client, sqlite_engine: Engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        factories.organisation(session, "awo")
        frame_report(session, FrameReport(year=YEAR), by=SYSTEM)
        token = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token
    assert "Sachstandsberichte" not in client.get(f"/rat/{token}").text


def test_a_withdrawn_text_and_a_lead_without_consent_are_gone_from_every_report(
    client, tokens, sqlite_engine: Engine
) -> None:
    addresses = [f"/rat/{tokens['live']}/sachstand/{number}" for number in (1, 2)]
    for address in addresses:
        for face, words in words_of(client, address).items():
            for secret in (PROMISE, "Verein Morgenrot", "Stiftung Morgen"):
                assert secret in words, (address, face)
    with unit_of_work(sqlite_engine) as session:
        release_project_text(session, ReleaseProjectText(slug="zelt", released=False), by=SYSTEM)
    for address in (*addresses, f"/rat/{tokens['pinned']}/sachstand/1"):
        for face, words in words_of(client, address).items():
            for secret in (PROMISE, "Verein Morgenrot", "Stiftung Morgen"):
                assert secret not in words, (address, face)
            assert "Text zurückgezogen" in words, (address, face)
    with unit_of_work(sqlite_engine) as session:
        frozen = report_by_number(session, 1)
        assert PROMISE in frozen.content
        assert verify(frozen)
