"""Commands on organisations."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, EmptyIsNone, Line, Note, PartialDate, Slug, Source
from bkcore.vocabulary import Certainty, OrganisationKind, Sector


class PutOrganisation(Command):
    """Record an organisation as described, new or in place of what is there.

    ``version`` is the version a person saw while editing; ``None`` (import, new record) does not compare.
    """

    slug: Slug
    name: Line
    kind: OrganisationKind
    sector: Sector
    district: Annotated[str | None, Field(max_length=80), EmptyIsNone] = None
    member_since: Annotated[PartialDate | None, EmptyIsNone] = None
    left_on: Annotated[PartialDate | None, EmptyIsNone] = None
    may_be_named: bool | None = None
    source: Source = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    note: Note = None
    version: int | None = None


class MergeOrganisations(Command):
    """Merge an organisation into the one it is a double of; the versions are those the person saw."""

    kept: Slug
    gone: Slug
    kept_version: int
    gone_version: int

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.kept == self.gone:
            raise ValueError("merge_with_itself")
        return self
