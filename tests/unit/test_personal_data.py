"""The soft hint: it finds persons, and leaves alone what German merely capitalises."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.catalogue import load
from bkcore.personal_data import Kind, traces

RECORD = Path(__file__).parents[2] / "data" / "bergkamen"


def found(text: str) -> list[tuple[Kind, str]]:
    return [(trace.kind, trace.excerpt) for trace in traces(text)]


@pytest.mark.parametrize(
    ("text", "kind", "excerpt"),
    [
        ("Frau Yilmaz kommt jede Woche.", Kind.NAME, "Frau Yilmaz"),
        ("Das hat uns Herr Dr. Schäfer gesagt.", Kind.NAME, "Herr Dr. Schäfer"),
        ("Wir sprachen mit Herrn Müller-Lüdenscheidt.", Kind.NAME, "Herrn Müller-Lüdenscheidt"),
        ("Fatma Demir übersetzt.", Kind.NAME, "Fatma Demir"),
        ("Gestern war Karl-Heinz Kowalski da", Kind.NAME, "Karl-Heinz Kowalski"),
        ("Anrufen: 02307 965-123", Kind.PHONE, "02307 965-123"),
        ("Mobil +49 151 23456789.", Kind.PHONE, "+49 151 23456789"),
        ("(0231) 1234567", Kind.PHONE, "0231) 1234567"),
        ("Schreiben Sie an a.b@verein-x.de!", Kind.MAIL, "a.b@verein-x.de"),
        ("info (at) verein.de", Kind.MAIL, "info (at) verein.de"),
    ],
)
def test_a_person_is_noticed(text: str, kind: Kind, excerpt: str) -> None:
    assert found(text) == [(kind, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Unsere Gäste kochen. Danach essen alle.",
        "Frauen und Männer, Mädchen und Jungen",
        "Wer als Frau Angst hat, kann anrufen.",
        "Der Frau Bürgermeisterin haben wir geschrieben.",
        "Die Anne-Frank-Schule und die Heinrich Böll Stiftung helfen.",
        "Zum Sankt Martin Umzug kamen 120 Kinder.",
        "Am 01.02.2024, am 01-02-2024 und am 2024-02-01 von 08:00 bis 10:00 Uhr",
        "Vorlage 12/0767 und 0767/2022, Postleitzahl 59192",
        "Im Jahr 2024 kamen 1000000 Menschen, 0 blieben weg.",
        "Anna. Wir danken. Peter, Kommen und Gehen",
        "Handle: @bergkamen",
    ],
)
def test_what_is_no_person_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_our_own_german_raises_no_alarm() -> None:
    texts = [
        text
        for factor in load().factors
        for item in (factor.short, *factor.indicators)
        for text in (factor.title, factor.question, factor.explanation, item.statement, *item.levels)
    ]
    texts += [action.text for factor in load().factors for action in factor.actions]
    assert [trace for text in texts for trace in traces(text)] == []


def test_the_public_record_raises_no_alarm() -> None:
    with (RECORD / "aktivitaeten.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    titles = [row["titel"] for row in rows]
    assert len(titles) > 50
    assert [trace for title in titles for trace in traces(title)] == []


@given(st.text(max_size=400))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for trace in traces(text):
        assert trace.excerpt in text


@given(st.lists(st.from_regex(r"[a-zäöüß]{1,12}", fullmatch=True), max_size=30))
def test_small_letters_are_never_a_person(words: list[str]) -> None:
    assert traces(" ".join(words)) == ()


@given(st.lists(st.sampled_from(["Der", "Garten", "Die", "Gäste", "Im", "Haus", "Und", "Kinder", "Wir"]), max_size=30))
def test_capital_letters_alone_are_never_a_person(words: list[str]) -> None:
    assert traces(" ".join(words)) == ()


@given(st.text(alphabet="ab ,.", max_size=30), st.text(alphabet="ab ,.", max_size=30))
def test_what_stands_around_a_person_does_not_hide_it(before: str, after: str) -> None:
    text = f"{before} Frau Yilmaz, {after} a@b.de"
    assert {Kind.NAME, Kind.MAIL} <= {kind for kind, _ in found(text)}
