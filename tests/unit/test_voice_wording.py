"""The participants' short form says the same in every language, and says which texts nobody has checked."""

import doctest
import re
import shutil
import string
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore import catalogue, voice_wording
from bkcore.faults import CatalogueBroken
from bkcore.voice_wording import ORDER, ROOT, VoiceWording, languages, preferred

every_language = pytest.mark.parametrize("code", ORDER)
PLACES = {
    "date_form": {"day", "month", "year"},
    "last_day": {"day"},
    "question": {"number", "total"},
    "anonymity": {"internal", "public"},
}
LETTERS = {"uk": r"[\u0400-\u04ff]", "ar": r"[\u0600-\u06ff]", "tr": r"[çğıöşü]", "de": r"[äöü]", "leicht": r"[äöü]"}


def texts(wording: VoiceWording) -> dict[str, str]:
    """All texts by key; those of a list as one."""
    found = {field.name: getattr(wording, field.name) for field in fields(wording)}
    return {
        name: value if isinstance(value, str) else " ".join(value.values() if name == "questions" else value)
        for name, value in found.items()
        if not isinstance(value, bool)
    }


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder of one's own that may be broken."""
    return Path(shutil.copytree(ROOT, tmp_path / "stimme"))


def test_every_file_is_a_language_of_the_page():
    assert {path.stem for path in ROOT.glob("*.toml")} == set(ORDER)
    assert list(languages()) == list(ORDER)


@every_language
def test_every_language_asks_about_every_factor_in_the_councils_order(code: str):
    for version in catalogue.versions():
        assert list(languages()[code].questions) == [factor.id for factor in catalogue.edition(version).factors]


@every_language
def test_every_text_holds_the_same_places_as_the_german_one(code: str):
    for name, text in texts(languages()[code]).items():
        assert places(text) == PLACES.get(name, set()), name


@every_language
def test_a_language_is_written_in_its_letters_and_reads_its_way(code: str):
    wording = languages()[code]
    if code in LETTERS:
        for name in ("lead", "submit", "thanks", "closed"):
            assert re.search(LETTERS[code], " ".join((wording.lead, getattr(wording, name))).casefold())
    assert (wording.direction == "rtl") is (code == "ar")
    assert len(set(wording.levels) | {wording.unknown, wording.not_applicable}) == 7


@every_language
def test_a_statement_is_one_short_sentence(code: str):
    for statement in languages()[code].questions.values():
        assert len(statement) <= 70
        assert statement.endswith(".")
    assert all(len(words) <= 24 for words in languages()[code].levels)


@pytest.mark.parametrize("code", ["de", "leicht"])
def test_german_speaks_to_people_politely_and_plainly(code: str):
    said = " ".join(texts(languages()[code]).values())
    assert not re.search(r"\b(?:du|dich|dir|dein\w*)\b", said)
    assert not re.search(r"\b(?:Feedback|Event|Tool|Partizipation|niedrigschwellig\w*|Zielgruppe\w*)\b", said)


def test_nothing_but_our_own_german_passes_for_checked():
    assert {code for code, wording in languages().items() if wording.checked} == {"de"}


def test_a_day_is_written_as_the_language_does():
    day = date(2026, 12, 20)
    assert [languages()[code].day(day) for code in ORDER] == [
        "20. Dezember 2026",
        "20. Dezember 2026",
        "20 December 2026",
        "20 Aralık 2026",
        "20 грудня 2026",
        "20 ديسمبر 2026",
    ]


@given(st.text(max_size=60))
def test_whatever_a_browser_asks_for_it_gets_a_language_of_ours(accepted: str):
    assert preferred(accepted) in ORDER


@given(st.permutations(["de", "en", "tr", "uk", "ar"]))
def test_the_first_of_equally_wanted_languages_wins(wanted: list[str]):
    assert preferred(",".join(wanted)) == wanted[0]


@pytest.mark.parametrize(
    ("accepted", "code"),
    [("de;q=0.5,en;q=0.9", "en"), ("tr;q=0", "de"), ("ar-SY,de", "ar"), ("UK-ua", "uk"), ("de;q=viel,en", "en")],
)
def test_the_weight_a_browser_gives_decides(accepted: str, code: str):
    assert preferred(accepted) == code


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('submit = "Stimme abgeben"', "", "submit"),
        ('submit = "Stimme abgeben"', 'submit = ""', "submit"),
        ('submit = "Stimme abgeben"', 'submit = "Stimme abgeben"\nweiteres = "x"', "weiteres"),
        ('direction = "ltr"', 'direction = "oben"', "direction"),
        ('mehrwerte = "', 'mehr = "x"\nmehrwerte = "', "questions"),
        ('"Stimmt gar nicht", ', "", "levels"),
        ('name = "Deutsch"', "name = ", "Invalid value"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_the_reason(copy: Path, old: str, new: str, reason: str):
    path = copy / "de.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueBroken, match=reason) as refused:
        languages(copy)
    assert refused.value.facts["path"] == str(path)


def test_a_missing_language_is_refused(copy: Path):
    (copy / "ar.toml").unlink()
    with pytest.raises(CatalogueBroken):
        languages(copy)


def test_the_examples_are_true():
    assert doctest.testmod(voice_wording).failed == 0
