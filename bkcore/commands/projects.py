"""Commands on projects."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from bkcore.commands.base import Command, EmptyIsNone, Line, Note, PartialDate, Slug, Source
from bkcore.vocabulary import Certainty, NetworkLink, SubjectKind


def _project_when_empty(value: object) -> object:
    return value or SubjectKind.PROJECT


class PutProject(Command):
    """Record a project as described, new or in place of what is there; ``lead`` is an organisation's slug."""

    slug: Slug
    title: Line
    kind: Annotated[SubjectKind, BeforeValidator(_project_when_empty)] = SubjectKind.PROJECT
    lead: Annotated[Slug | None, EmptyIsNone] = None
    begins: Annotated[PartialDate | None, EmptyIsNone] = None
    ends: Annotated[PartialDate | None, EmptyIsNone] = None
    target_group: Annotated[str | None, Field(max_length=300), EmptyIsNone] = None
    themes: Annotated[str | None, Field(max_length=500), EmptyIsNone] = None
    funding: Annotated[str | None, Field(max_length=500), EmptyIsNone] = None
    responsibility: Annotated[str | None, Field(max_length=200), EmptyIsNone] = None
    description: Annotated[str | None, Field(max_length=4000), EmptyIsNone] = None
    link: Annotated[NetworkLink | None, EmptyIsNone] = None
    source: Source = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    note: Note = None
    version: int | None = None


class ReleaseProjectText(Command):
    """Release the description of one project for the council and the public, or take it back."""

    slug: Slug
    released: bool
