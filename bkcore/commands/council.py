"""Commands on the council's papers, releases and live links."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, SecretStr, model_validator

from bkcore.commands.activities import DatedFields
from bkcore.commands.base import Command, Day, EmptyIsNone, Line, Slug, WebAddress
from bkcore.vocabulary import Certainty, NetworkLink, PaperKind


class PutConsultation(DatedFields):
    """Record one paper or agenda item before one body, new or in place of what is there."""

    slug: Slug
    reference: Annotated[str | None, Field(max_length=40), EmptyIsNone] = None
    subject: Annotated[str, Field(min_length=1, max_length=300)]
    kind: PaperKind
    body: Line
    result: Annotated[str | None, Field(max_length=300), EmptyIsNone] = None
    summary: Annotated[str | None, Field(max_length=4000), EmptyIsNone] = None
    url: Annotated[WebAddress | None, EmptyIsNone] = None
    relevance: Annotated[NetworkLink | None, EmptyIsNone] = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    version: int | None = None


class MakeRelease(Command):
    """Freeze the state of this moment."""


SHORTEST_PASSWORD: Final = 8
LONGEST_PASSWORD: Final = 200

Password = Annotated[SecretStr, Field(min_length=SHORTEST_PASSWORD, max_length=LONGEST_PASSWORD)]
"""Long enough not to be guessed at the pace a link allows; never printed, never logged."""


class CreateLiveLink(Command):
    """Create an address of the briefing; live, or pinned to the release with this number, for a sitting perhaps."""

    label: Annotated[str, Field(min_length=1, max_length=120)]
    audience: Literal["council"] = "council"
    expires_on: Day | None = None
    pin: int | None = None
    sitting_on: Day | None = None
    password: Annotated[Password | None, EmptyIsNone] = None

    @model_validator(mode="after")
    def _sitting_needs_a_release(self) -> Self:
        if self.sitting_on is not None and self.pin is None:
            raise ValueError("sitting_without_release")
        return self


class ChangeLiveLinkPassword(Command):
    """Give a link a new password, or let it open without one."""

    link_id: int
    password: Annotated[Password | None, EmptyIsNone] = None


class RevokeLiveLink(Command):
    """Close an address for good."""

    link_id: int


class RotateLiveLink(Command):
    """Give the same link a new address; the old one is dead at once."""

    link_id: int
