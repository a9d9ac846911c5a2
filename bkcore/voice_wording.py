"""Wording of the participants' short form in every language: ``data/catalogue/wording/stimme``, read once and checked.

Each language is one file with the same keys; a missing or an unknown key is a fault that names the file.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from bkcore.faults import CatalogueBroken
from bkcore.instrument import FACTORS, LEVELS, Text

ROOT: Final = Path(__file__).resolve().parents[1] / "data" / "catalogue" / "wording" / "stimme"
ORDER: Final = ("de", "leicht", "en", "tr", "uk", "ar")
"""Languages as the page offers them; each is the name of a file and what stands in the address."""

_MONTHS: Final = 12


@dataclass(frozen=True, config=ConfigDict(extra="forbid", str_strip_whitespace=True))
class VoiceWording:
    """What the short form says in one language.

    Attributes:
        language: BCP 47 tag, for the browser and for screen readers.
        name: The language in its own words.
        checked: Whether people who speak it have read it; ``unchecked_note`` says so where nobody has.
        questions: One statement for each factor, by the factor's id.
        anonymity: What is counted and what is not; the first sentence is always seen, the others when asked for.
        levels: What the five levels are called, from 1 upwards.
    """

    language: Text
    name: Text
    direction: Literal["ltr", "rtl"]
    checked: bool
    unchecked_note: Text
    months: Annotated[tuple[Text, ...], Field(min_length=_MONTHS, max_length=_MONTHS)]
    date_form: Text
    invitation: Text
    languages_label: Text
    skip: Text
    title: Text
    lead: Text
    last_day: Text
    question: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    unknown: Text
    not_applicable: Text
    submit: Text
    anonymity_title: Text
    anonymity_more: Text
    anonymity: Annotated[tuple[Text, ...], Field(min_length=2)]
    error_label: Text
    empty: Text
    stale: Text
    busy: Text
    closed_title: Text
    closed: Text
    thanks_title: Text
    thanks: Text
    thanks_next: Text
    again_title: Text
    again: Text
    again_link: Text
    questions: Annotated[Mapping[str, Text], Field(min_length=FACTORS, max_length=FACTORS)]

    def day(self, day: date) -> str:
        """Return a day as this language writes it."""
        return self.date_form.format(day=day.day, month=self.months[day.month - 1], year=day.year)


@cache
def languages(root: Path = ROOT) -> Mapping[str, VoiceWording]:
    """Return the wording of every language by its code, in the order the page offers them.

    Raises:
        CatalogueBroken: A file is missing or malformed, lacks a key or has one too many.
    """
    return MappingProxyType({code: _read(root / f"{code}.toml") for code in ORDER})


def preferred(accepted: str) -> str:
    """Return the code of the language a browser asks for first, German when it asks for none of ours.

    Args:
        accepted: Value of the header ``Accept-Language``.

    Examples:
        >>> preferred("fr-FR,tr;q=0.9,de;q=0.8")
        'tr'
    """
    wanted = sorted(map(_weighted, accepted.lower().split(",")), key=lambda entry: -entry[1])
    ours = {wording.language: code for code, wording in languages().items()}
    return next((ours[tag] for tag, weight in wanted if tag in ours and weight > 0), ORDER[0])


def _weighted(entry: str) -> tuple[str, float]:
    tag, *parameters = (part.strip() for part in entry.split(";"))
    weight = next((part.removeprefix("q=") for part in parameters if part.startswith("q=")), "1")
    try:
        return tag.split("-")[0], float(weight)
    except ValueError:
        return tag, 0.0


def _read(path: Path) -> VoiceWording:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return TypeAdapter(VoiceWording).validate_python(content)
    except ValidationError as fault:
        faults = (f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in fault.errors())
        raise CatalogueBroken(path=str(path), reason="; ".join(faults)) from fault
    except (OSError, ValueError) as fault:
        raise CatalogueBroken(path=str(path), reason=str(fault)) from fault
