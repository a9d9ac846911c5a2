"""What a machine can check about the catalogue's content; the rest is for readers."""

import re
import string
from collections import Counter
from collections.abc import Iterator

import pytest

from bkcore.catalogue import CATALOGUE_ROOT, edition, form_wording, load
from bkcore.instrument import Action, Factor, Indicator

# The eight names of council paper 12/0767, letter by letter.
COUNCIL_WORDING = {
    "identitaeten": "Soziale Identitäten und individuelle Bedürfnisse würdigen",
    "zielgruppen": "Zielgruppengerecht handeln, kommunizieren und aktivieren",
    "mehrwerte": "Mehrwerte und Anreize bieten",
    "niedrigschwelligkeit": "Niedrigschwellige Teilnahme und Teilhabe ermöglichen",
    "augenhoehe": "Augenhöhe und Miteinander herstellen",
    "partizipation": "Partizipation und Wirkmächtigkeit geschehen lassen",
    "gemeinsam": "Gemeinsam planen, organisieren und reflektieren",
    "verankerung": "Empowern und nachhaltig verankern",
}
LEVEL_NAMES = [
    "Noch nicht begonnen",
    "Erste Schritte",
    "Teilweise umgesetzt",
    "Weitgehend umgesetzt",
    "Selbstverständlich verankert",
]

# Beginnings of words from offices, universities and advertising; the council's own titles are exempt.
AVOIDED = re.compile(
    r"""\b(?:
    akteur | aktivier | awareness | benchmark | best.practice | community | diversity | empower | evalu[ai] | event
    | feedback | flyer | follow-up | format | framework | handlungsfeld | implementier | indikator | input | kick-off
    | kommunizier | kompetenz | konzept | maßnahme | meeting | mindset | monitoring | multiplikator | newsletter
    | niedrigschwellig | output | outreach | partizip | performance | proaktiv | prozess | ressourc | safe | score
    | sensibilisier | setting | sharing | social | sozialraum | stakeholder | synerg | team | to-do | tool | transparen
    | workshop | zeitnah | zielgruppe
    )\w*""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that grade, blame or measure instead of describing what somebody does.
GRADING = re.compile(
    r"\b(?:leider|mangelhaft|schlecht|un(?:genü|zurei)|versäum|teilweise|weitgehend|umgesetzt)\w*|stufe \d|%",
    re.IGNORECASE,
)

INDICATORS = [item for factor in load().factors for item in (factor.short, *factor.indicators)]
ACTIONS = [action for factor in load().factors for action in factor.actions]

every_factor = pytest.mark.parametrize("factor", load().factors, ids=lambda factor: factor.id)
every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
every_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)


def own_texts() -> Iterator[tuple[str, str]]:
    """Every text people read that is our own wording, with the place it stands at."""
    for factor in load().factors:
        yield f"{factor.id} question", factor.question
        yield f"{factor.id} explanation", factor.explanation
        yield f"{factor.id} evidence", factor.evidence_question
        yield f"{factor.id} companion", f"{factor.companion.title}. {factor.companion.definition}"
        for indicator in (factor.short, *factor.indicators):
            yield indicator.id, indicator.statement
            for level, text in enumerate(indicator.levels, start=1):
                yield f"{indicator.id} level {level}", text
        for action in factor.actions:
            yield action.id, f"{action.title}. {action.text}"


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])", text)


def words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


def bare(text: str) -> str:
    """The text without case, punctuation and spaces at its ends."""
    marks = string.punctuation + "„“–…"
    return " ".join(text.casefold().translate(str.maketrans("", "", marks)).split())


def test_the_factors_bear_the_councils_names_in_the_councils_order():
    assert dict(load().factor_titles()) == COUNCIL_WORDING
    assert list(load().factor_titles()) == list(COUNCIL_WORDING)
    assert [factor.number for factor in load().factors] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_levels_bear_the_agreed_names():
    assert [level.name for level in load().levels] == LEVEL_NAMES


def test_the_catalogue_is_a_draft_and_says_so_until_it_is_approved():
    catalogue = load()
    assert catalogue.state == "entwurf" or catalogue.version != "2026-1"
    if catalogue.state == "entwurf":
        assert "Entwurf" in catalogue.note


def test_there_are_eight_factors_with_indicators_and_five_texts_to_an_item():
    assert len(load().factors) == 8
    assert all(factor.indicators for factor in load().factors)
    assert {len(indicator.levels) for indicator in INDICATORS} == {5}


def test_the_first_version_asks_four_indicators_to_a_factor():
    assert {len(factor.indicators) for factor in edition("2026-1").factors} == {4}


@every_factor
def test_every_step_of_every_factor_has_an_action(factor: Factor):
    assert {(action.from_level, action.to_level) for action in factor.actions} == {(1, 2), (2, 3), (3, 4), (4, 5)}


def test_no_id_and_no_companion_occurs_twice():
    ids = [indicator.id for indicator in INDICATORS] + [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert len({factor.companion.key for factor in load().factors}) == 8
    assert len({factor.companion.title for factor in load().factors}) == 8


def test_no_text_is_said_twice():
    counted = Counter(bare(text) for _, text in own_texts())
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_sentence_of_a_level_text_is_said_twice():
    counted = Counter(bare(part) for indicator in INDICATORS for text in indicator.levels for part in sentences(text))
    assert [text for text, times in counted.items() if times > 1] == []


def test_level_texts_do_not_begin_alike_again_and_again():
    for level in range(5):
        beginnings = Counter(tuple(words(indicator.levels[level])[:3]) for indicator in INDICATORS)
        assert [start for start, times in beginnings.items() if times > 2] == []


@every_indicator
def test_five_level_texts_fit_on_a_phone(indicator: Indicator):
    assert len(indicator.statement) <= 100
    assert all(55 <= len(text) <= 125 for text in indicator.levels)


@every_factor
def test_the_short_title_fits_beside_a_chart(factor: Factor):
    assert len(factor.short_title) <= 22
    assert len(factor.companion.title) <= 30


@every_factor
def test_questions_ask_and_definitions_are_one_sentence(factor: Factor):
    assert factor.question.endswith("?")
    assert factor.evidence_question.startswith("Woran merken wir")
    assert factor.evidence_question.endswith("?")
    assert len(sentences(factor.explanation)) <= 2
    assert len(sentences(factor.companion.definition)) == 1
    assert factor.companion.definition.startswith("Zahl der ")


@every_action
def test_an_action_says_in_two_to_four_sentences_what_to_do(action: Action):
    assert re.match(r"\w+ Sie[ ,]", action.title)
    assert len(action.title) <= 60
    assert not action.title.endswith(".")
    assert 2 <= len(sentences(action.text)) <= 4
    assert len(action.text) <= 360


@pytest.mark.parametrize("text", [pytest.param(text, id=place) for place, text in own_texts()])
def test_texts_are_plain_german_with_a_full_stop(text: str):
    assert AVOIDED.findall(text) == []
    assert text == text.strip()
    assert text[-1] in ".?!“"
    assert "  " not in text
    assert not re.search(r"[\"']|\w\*\w|\w_\w|[a-zäöü]Innen|/innen", text)
    assert max(len(words(sentence)) for sentence in sentences(text)) <= 28


@every_indicator
def test_level_texts_describe_and_do_not_grade(indicator: Indicator):
    for text in indicator.levels:
        assert GRADING.findall(text) == []
        assert len(sentences(text)) <= 2
        assert max(len(words(sentence)) for sentence in sentences(text)) <= 20


def test_the_form_says_what_people_must_know_before_they_answer():
    wording = form_wording()
    assert wording["opt_out_unknown"] == "Weiß ich nicht"
    assert wording["opt_out_not_applicable"] == "Trifft nicht zu"
    for label in (wording["opt_out_unknown"], wording["opt_out_not_applicable"]):
        assert f"„{label}“" in wording["how_opt_outs"]
    assert "{public} Personen" in wording["privacy_council"]
    assert "Zwischenergebnisse" in wording["privacy_open_round"]
    assert "jederzeit aufhören" in wording["stop_text"]


@pytest.mark.parametrize("key", list(form_wording()))
def test_the_forms_wording_is_plain_and_its_keys_are_english(key: str):
    text = form_wording()[key]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", key)
    assert AVOIDED.findall(text) == []
    assert len(text) <= 260
    assert not re.search(r"[\"']", text)


def test_every_wording_file_holds_the_same_keys():
    for path in (CATALOGUE_ROOT / "wording").glob("*.toml"):
        keys = re.findall(r"^(\w+) =", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert keys == list(form_wording())
