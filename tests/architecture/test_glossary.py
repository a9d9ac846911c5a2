"""The glossary and the code name the same things."""

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

from sqlmodel import SQLModel

import bkcore.model
from bkcore import vocabulary

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<term>[^|]+) \| `(?P<identifier>\w+)` \| (?P<meaning>[^|]+) \| (?P<standard>[^|]+) \|$")
# German dictionaries sort ä with a.
UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def rows() -> list[dict[str, str]]:
    lines = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| ")][1:]
    matches = [ROW.match(line) for line in table]
    assert [line for line, match in zip(table, matches, strict=True) if match is None] == []
    return [match.groupdict() for match in matches if match]


def source() -> str:
    files = [path for package in ("bkcore", "dashboard") for path in (ROOT / package).rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def vocabularies() -> set[str]:
    return {
        name
        for name, value in vars(vocabulary).items()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value is not StrEnum
    }


def tables() -> set[str]:
    modules = [
        importlib.import_module(f"bkcore.model.{found.name}") for found in pkgutil.iter_modules(bkcore.model.__path__)
    ]
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if inspect.isclass(value) and issubclass(value, SQLModel) and hasattr(value, "__table__")
    }


def test_every_identifier_of_the_glossary_is_in_the_code():
    words = set(re.findall(r"\w+", source()))
    assert [row["identifier"] for row in rows() if row["identifier"] not in words] == []


def test_every_vocabulary_has_a_german_name():
    assert vocabularies() - {row["identifier"] for row in rows()} == set()


def test_every_table_has_a_german_name():
    assert tables()
    assert tables() - {row["identifier"] for row in rows()} == set()


def test_no_term_and_no_identifier_has_two_meanings():
    for column in ("term", "identifier"):
        found = [row[column] for row in rows()]
        assert sorted({entry for entry in found if found.count(entry) > 1}) == []


def test_the_glossary_is_sorted_as_a_german_dictionary():
    terms = [row["term"] for row in rows()]
    assert terms == sorted(terms, key=lambda term: term.casefold().translate(UMLAUTS))


def test_a_meaning_is_one_sentence():
    assert [row["term"] for row in rows() if not re.fullmatch(r"[^.]+\.", row["meaning"])] == []
