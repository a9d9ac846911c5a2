"""Perspectives that public sources name, read from ``data/town`` once; the steering group may take them up."""

import tomllib
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from bkcore.settings import ROOT
from bkcore.vocabulary import Trait

_PATH: Final = ROOT / "data" / "town" / "perspektiven.toml"


class Suggestion(BaseModel):
    """One perspective with its source; nothing is declared relevant by standing here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    trait: Trait
    title: str
    words: str = ""
    why: str
    source: str


@cache
def suggestions() -> tuple[Suggestion, ...]:
    """Return all suggestions in the order of the file."""
    entries = tomllib.loads(_PATH.read_text(encoding="utf-8"))["suggestion"]
    return tuple(Suggestion.model_validate(entry) for entry in entries)
