"""The page of every released project behind a live link, and the one that leads to them, by HTTP."""

from datetime import date

import pytest
from sqlalchemy import Engine

from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink
from bkcore.commands.projects import ReleaseProjectText
from bkcore.publication import links
from bkcore.publication.html import csp
from bkcore.publication.release import make
from bkcore.services.projects import release_project_text
from bkcore.store.unit_of_work import unit_of_work
from tests import factories

HOSTILE = "<script>alert(1)</script> & Co"


@pytest.fixture
def tokens(sqlite_engine: Engine) -> dict[str, str]:
    """A link to the newest state and one to the first, which shows two of three projects."""
    with unit_of_work(sqlite_engine) as session:
        for slug, title in (("zelt", "Zelt der Begegnung"), ("tanz", HOSTILE), ("still", "Stilles Projekt")):
            factories.project(session, slug, title=title, description=f"Das ist {slug}.")
        for slug in ("zelt", "tanz"):
            release_project_text(session, ReleaseProjectText(slug=slug, released=True), by=SYSTEM)
        first = make(session, MakeRelease(), by=SYSTEM)
        pin = CreateLiveLink(label="Sitzung", pin=first.number, sitting_on=date(2026, 12, 10))
        return {
            "live": links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token,
            "pinned": links.create_live_link(session, pin, by=SYSTEM).token,
        }


def withdraw(engine: Engine, slug: str) -> None:
    with unit_of_work(engine) as session:
        release_project_text(session, ReleaseProjectText(slug=slug, released=False), by=SYSTEM)


def test_the_first_page_leads_to_the_gallery_and_the_gallery_to_every_released_project(client, tokens) -> None:
    root = f"/rat/{tokens['live']}"
    assert f'<a href="{root}/projekte">Alle Projekte im Überblick</a>' in client.get(root).text
    gallery = client.get(f"{root}/projekte").text
    assert f'<a href="{root}/projekte/zelt">Zelt der Begegnung</a>' in gallery
    assert f'href="{root}/projekte/tanz"' in gallery
    assert "Stilles Projekt" not in gallery
    page = client.get(f"{root}/projekte/zelt").text
    assert "<h1>Zelt der Begegnung</h1>" in page
    assert "Das ist zelt." in page
    assert f'<a href="{root}/projekte/tanz">' in page  # the way to the next one


def test_a_project_page_runs_nothing_and_asks_nobody(client, tokens) -> None:
    for path in ("projekte", "projekte/tanz", "projekte/zelt"):
        answer = client.get(f"/rat/{tokens['live']}/{path}")
        assert answer.headers["content-security-policy"] == csp(answer.text)
        assert "script-src" not in answer.headers["content-security-policy"]
        assert "noindex" in answer.headers["x-robots-tag"]
        assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in client.get(f"/rat/{tokens['live']}/projekte/tanz").text


@pytest.mark.parametrize("key", ["still", "nichts", "ZELT", "..%2f..%2fzelt", "%2e%2e", "zelt%00", "zelt%2f.."])
def test_what_no_release_shows_is_not_there(client, tokens, key: str) -> None:
    answer = client.get(f"/rat/{tokens['live']}/projekte/{key}")
    assert answer.status_code == 404
    assert "Das ist" not in answer.text


def test_without_a_released_text_there_is_no_gallery(client, tokens, sqlite_engine: Engine) -> None:
    for slug in ("zelt", "tanz"):
        withdraw(sqlite_engine, slug)
    root = f"/rat/{tokens['live']}"
    assert f"{root}/projekte" not in client.get(root).text
    assert client.get(f"{root}/projekte").status_code == 404


def test_a_withdrawn_text_is_gone_from_the_pages_of_pinned_and_earlier_states_too(
    client, tokens, sqlite_engine: Engine
) -> None:
    withdraw(sqlite_engine, "zelt")
    assert client.get(f"/rat/{tokens['live']}/projekte/zelt").status_code == 404
    for address in (f"/rat/{tokens['pinned']}/projekte/zelt", f"/rat/{tokens['live']}/archiv/1/projekte/zelt"):
        page = client.get(address).text
        assert "Text zurückgezogen" in page
        assert "Das ist zelt." not in page


def test_each_state_leads_to_its_own_projects(client, tokens) -> None:
    pinned, earlier = f"/rat/{tokens['pinned']}", f"/rat/{tokens['live']}/archiv/1"
    assert "Stand zur Sitzung am 10. Dezember 2026." in client.get(f"{pinned}/projekte/zelt").text
    assert "Das ist ein früherer Stand." in client.get(f"{earlier}/projekte").text
    for base in (pinned, earlier):
        assert f'href="{base}/projekte/zelt"' in client.get(f"{base}/projekte").text
        assert f'<a href="{base}">Zum Sachstand</a>' in client.get(f"{base}/projekte/zelt").text
    assert client.get(f"{pinned}/archiv/1/projekte").status_code == 404


def test_a_revoked_link_shows_no_project(client, tokens, sqlite_engine: Engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=1), by=SYSTEM)
    for path in ("projekte", "projekte/zelt"):
        assert client.get(f"/rat/{tokens['live']}/{path}").status_code == 404
