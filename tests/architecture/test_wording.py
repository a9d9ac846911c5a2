"""Sets that must match: error and sentence, vocabulary and label, German and the rooms it may stand in."""

import doctest
import inspect
import string
from enum import StrEnum

import pytest

from bkcore import errors, faults, vocabulary
from bkcore.errors import BkError
from bkcore.wording import labels, messages, numbers

ERRORS = {
    value
    for value in (*vars(errors).values(), *vars(faults).values())
    if inspect.isclass(value) and issubclass(value, BkError)
}
EXAMPLES = {
    "action": "x",
    "flaw": "format",
    "what": "round",
    "key": "x",
    "title": "x",
    "closed_on": "2026-11-22",
    "opens_on": "2026-11-22",
    "factor": "x",
    "position": 2,
    "day": "2026-12-24",
    "start": "2026-11-22",
    "end": "2026-11-21",
    "project": "x",
    "faults": 2,
    "path": "x",
    "text": "x",
    "reason": "x",
    "variable": "x",
    "value": "x",
    "expected": "x",
    "found": "x",
    "url": "x",
    "frame": "x",
    "column": "x",
    "field": "x",
    "allowed": "x",
    "year": 2024,
}


def test_every_error_has_its_own_code_and_its_sentence() -> None:
    codes = [error.code for error in ERRORS]
    assert len(codes) == len(set(codes))
    assert set(codes) == messages.codes()


@pytest.mark.parametrize("error", sorted(ERRORS - {BkError}, key=lambda error: error.code))
def test_the_sentence_of_an_error_is_complete_and_ends_as_a_sentence(error: type[BkError]) -> None:
    names = [name for name in inspect.signature(error).parameters if name != "self"]
    sentence = messages.message(error(**{name: EXAMPLES[name] for name in names}))
    assert "{" not in sentence
    assert sentence[-1] in ".!?x"


def test_every_thing_an_error_can_name_has_a_german_name() -> None:
    assert all(name[0] in string.ascii_uppercase for name in messages.THINGS.values())


def test_every_member_of_every_vocabulary_has_a_label() -> None:
    vocabularies = {
        value for value in vars(vocabulary).values() if inspect.isclass(value) and issubclass(value, StrEnum)
    } - {StrEnum}
    assert set(labels.LABELS) == vocabularies
    for kind in vocabularies:
        assert set(labels.LABELS[kind]) == set(kind)


def test_the_examples_in_the_wording_are_true() -> None:
    for module in (numbers, labels):
        assert doctest.testmod(module).failed == 0
