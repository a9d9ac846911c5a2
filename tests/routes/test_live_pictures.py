"""Pictures behind a live link, by HTTP: shown while released, gone everywhere once withdrawn."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import Engine

from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, RevokeLiveLink
from bkcore.commands.pictures import PutPicture, ReleasePicture
from bkcore.commands.projects import ReleaseProjectText
from bkcore.publication import links
from bkcore.publication.release import make
from bkcore.services.pictures import put_picture, release_picture
from bkcore.services.projects import release_project_text
from bkcore.store.unit_of_work import unit_of_work
from tests import factories
from tests.pictures import photo

ALT = 'Ein Zelt "am Markt" <b>'


@pytest.fixture
def shown(sqlite_engine: Engine) -> dict[str, str]:
    """The names of a released picture and of one that is not, a link to the newest state and one to the first."""
    with unit_of_work(sqlite_engine) as session:
        digests = {}
        for slug, colour in (("zelt", "red"), ("tanz", "green")):
            factories.project(session, slug, title=slug.title(), description=f"Das ist {slug}.")
            release_project_text(session, ReleaseProjectText(slug=slug, released=True), by=SYSTEM)
            given = PutPicture(slug=slug, content=photo(colour=colour), alt=ALT, consent="GEHEIME-EINWILLIGUNG")
            digests[slug] = put_picture(session, given, by=SYSTEM).digest
        release_picture(session, ReleasePicture(slug="zelt", digest=digests["zelt"], released=True), by=SYSTEM)
        first = make(session, MakeRelease(), by=SYSTEM)
        pin = CreateLiveLink(label="Sitzung", pin=first.number, sitting_on=date(2026, 12, 10))
        made = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM)
        return {
            **digests,
            "id": str(made.link.id),
            "live": f"/rat/{made.token}",
            "pinned": f"/rat/{links.create_live_link(session, pin, by=SYSTEM).token}",
        }


def test_project_and_gallery_show_it_with_its_words_and_size(client, shown) -> None:
    root, digest = shown["live"], shown["zelt"]
    page = client.get(f"{root}/projekte/zelt").text
    assert f'src="{root}/bilder/{digest}.jpg"' in page
    assert 'alt="Ein Zelt &#34;am Markt&#34; &lt;b&gt;" width="800" height="600"' in page
    assert f'src="{root}/bilder/{digest}-klein.jpg"' in client.get(f"{root}/projekte").text
    assert "<img" not in client.get(f"{root}/projekte/tanz").text
    assert "<img" not in client.get(root).text  # the first page stays small


@pytest.mark.parametrize(("suffix", "edge"), [("", 800), ("-klein", 480)])
def test_the_file_is_a_picture_that_runs_nothing(client, shown, suffix: str, edge: int) -> None:
    answer = client.get(f"{shown['live']}/bilder/{shown['zelt']}{suffix}.jpg")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert max(Image.open(BytesIO(answer.content)).size) == edge


def test_nothing_else_is_there(client, shown) -> None:
    root, there = shown["live"], shown["zelt"]
    for name in (f"{shown['tanz']}.jpg", f"{'0' * 64}.jpg", there, f"{there}.png", f"{there}-klein-klein.jpg", ".jpg"):
        assert client.get(f"{root}/bilder/{name}").status_code == 404, name
    assert client.get(f"/rat/unbekannt/bilder/{there}.jpg").status_code == 404


def test_who_agreed_is_told_nobody(client, shown) -> None:
    for path in ("", "/projekte", "/projekte/zelt", "/daten.json", "/daten.csv"):
        assert "GEHEIME-EINWILLIGUNG" not in client.get(shown["live"] + path).text


def test_a_withdrawn_picture_is_gone_from_every_state(client, shown, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        release_picture(session, ReleasePicture(slug="zelt", digest=shown["zelt"], released=False), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
    for root in (shown["live"], shown["pinned"]):
        assert client.get(f"{root}/bilder/{shown['zelt']}.jpg").status_code == 404
        assert "<img" not in client.get(f"{root}/projekte/zelt").text
    assert "<img" not in client.get(f"{shown['live']}/archiv/1/projekte/zelt").text
    for path in ("daten.json", "archiv/1/daten.json"):
        assert shown["zelt"] not in client.get(f"{shown['live']}/{path}").text


def test_a_revoked_link_shows_no_picture_at_once(client, shown, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=int(shown["id"])), by=SYSTEM)
    assert client.get(f"{shown['live']}/bilder/{shown['zelt']}.jpg").status_code == 404
