"""Sending a picture from the phone by HTTP, without a script: what is kept, refused and never read."""

import pytest
from sqlalchemy import Engine
from sqlmodel import select
from starlette.testclient import TestClient

from bkcore.model.pictures import OfferedPicture
from bkcore.pictures import LARGEST_FILE
from bkcore.store.unit_of_work import reading
from dashboard.routes import upload
from dashboard.texts import capture as texts
from tests.pictures import photo
from tests.routes import test_capture as capture

WORDS = {"alt": "Kinder am <Zelt>", "consent": "Eltern, schriftlich"}


client, root = capture.client, capture.root  # the fixtures of recording


@pytest.fixture
def held(client: TestClient, root: str) -> str:
    """Return the address of an activity that took place."""
    client.post(f"{root}/a/fest", data=capture.SENT)
    return f"{root}/a/fest"


def send(client: TestClient, held: str, content: bytes | None = None, **words: str):
    file = {"content": ("bild.jpg", photo() if content is None else content, "image/jpeg")}
    return client.post(f"{held}/bild", data=WORDS | words, files=file)


def kept(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(OfferedPicture.alt)))


def test_a_picture_arrives_and_the_page_says_so(client, held, sqlite_engine) -> None:
    assert 'enctype="multipart/form-data"' in client.get(f"{held}/danke").text
    answer = send(client, held)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{held}/danke")
    assert kept(sqlite_engine) == [WORDS["alt"]]
    thanks = client.get(answer.headers["location"]).text
    assert "Ihr Bild ist angekommen: „Kinder am &lt;Zelt&gt;“" in thanks
    assert texts.PICTURE_OTHER in thanks


def test_only_what_took_place_has_one(client, root, sqlite_engine) -> None:
    assert texts.PICTURE not in client.get(f"{root}/a/ball/danke").text
    assert send(client, f"{root}/a/ball").status_code == 404
    assert send(client, f"{root}/a/fremd").status_code == 404
    assert send(client, "/erfassen/gibtesnicht/a/fest").status_code == 404
    assert kept(sqlite_engine) == []


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (b"", {}, "Bitte wählen Sie zuerst eine Bilddatei."),
        (b"<svg onload=alert(1)>", {}, "Diese Datei lässt sich nicht als Bild lesen."),
        (None, {"alt": " "}, "Hier fehlt eine Angabe."),
        (None, {"consent": ""}, "Hier fehlt eine Angabe."),
        (b"x" * (LARGEST_FILE + 1), {}, "Die Bilddatei ist größer als 10 MB."),
    ],
)
def test_what_cannot_be_taken_comes_back_with_the_reason(
    client,
    held,
    sqlite_engine,
    content: bytes | None,
    words: dict[str, str],
    sentence: str,
) -> None:
    answer = send(client, held, content, **words)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert kept(sqlite_engine) == []


def test_the_words_stay_when_the_file_is_refused(client, held) -> None:
    answer = send(client, held, b"GIF89a")
    assert 'value="Kinder am &lt;Zelt&gt;"' in answer.text
    assert 'value="Eltern, schriftlich"' in answer.text


def test_far_too_much_is_not_kept_in_memory_and_answered(client, held, monkeypatch) -> None:
    monkeypatch.setattr(upload, "_READ", 1000)
    answer = send(client, held, b"x" * (LARGEST_FILE + 20_000))
    assert answer.status_code == 422


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain", ""])
def test_what_is_no_form_is_no_error(client, held, kind: str) -> None:
    answer = client.post(f"{held}/bild", content=b"\xff--x\r\nunsinn", headers={"Content-Type": kind})
    assert answer.status_code == 422


def test_another_site_sends_nothing(client, held, sqlite_engine) -> None:
    file = {"content": ("bild.jpg", photo(), "image/jpeg")}
    client.post(f"{held}/bild", data=WORDS, files=file, headers={"Sec-Fetch-Site": "cross-site"})
    assert kept(sqlite_engine) == []


def test_too_many_are_slowed_down_before_they_are_read(client, held) -> None:
    answers = [send(client, held, b"GIF89a").status_code for _ in range(25)]
    assert answers[0] == 422
    assert answers[-1] == 429
