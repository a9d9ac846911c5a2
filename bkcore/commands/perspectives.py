"""Commands on perspectives: declare what matters, and keep the next step for what is missing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from bkcore.commands.base import Command, Day, EmptyIsNone, Line, Note, Slug, Source
from bkcore.vocabulary import Certainty, GapState, OrganisationKind, Sector, Trait

_LISTED: Final[Mapping[Trait, type[StrEnum]]] = {
    Trait.SECTOR: Sector,
    Trait.ORGANISATION_KIND: OrganisationKind,
}
"""Traits whose values the record takes from a closed list; the words must be among them."""


def _open_when_empty(value: object) -> object:
    return value or GapState.OPEN


class PerspectiveFields(Command):
    """What a perspective says, whoever names it."""

    trait: Trait
    title: Line
    words: Annotated[str | None, Field(max_length=500), EmptyIsNone] = None
    source: Source = None
    note: Note = None

    @model_validator(mode="after")
    def _words_are_listed(self) -> Self:
        known = _LISTED.get(self.trait)
        words = [word.strip() for word in (self.words or "").split(";") if word.strip()]
        if known is not None and (not words or not set(words) <= {member.value for member in known}):
            raise ValueError("words_not_listed")
        return self


class DeclarePerspective(PerspectiveFields):
    """Declare that a perspective matters; it gets its slug from its title."""


class PutPerspective(PerspectiveFields):
    """Record a perspective as described; ``version`` is the one a person saw, ``None`` does not compare."""

    slug: Slug
    retired: bool = False
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    version: int | None = None


class GapFields(Command):
    """The next step for a missing perspective, by an organisation or a function, never a person's name."""

    perspective: Slug
    step: Line
    organisation: Annotated[Slug | None, EmptyIsNone] = None
    owner: Annotated[str, Field(max_length=120)] = ""
    due_on: Day
    note: Note = None

    @model_validator(mode="after")
    def _somebody_takes_it(self) -> Self:
        if self.organisation is None and not self.owner:
            raise ValueError("owner_missing")
        return self


class NoteGap(GapFields):
    """Put a missing perspective on the list with its next step; it begins open."""


class PutGap(GapFields):
    """Record a next step as described, open or done; ``version`` is the one a person saw."""

    slug: Slug
    state: Annotated[GapState, BeforeValidator(_open_when_empty)] = GapState.OPEN
    version: int | None = None
