"""Command on participants' voices counted elsewhere."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from bkcore.commands.base import Command, Slug

Answer = Literal["1", "2", "3", "4", "5", "weiss_nicht", "trifft_nicht_zu"]
ANSWERS: Final[tuple[Answer, ...]] = ("1", "2", "3", "4", "5", "weiss_nicht", "trifft_nicht_zu")
"""What a counter can be called, in the order of the scale."""


class PutVoices(Command):
    """Put the counters of one project in one round in place of what is there (import), factor by factor."""

    round: Slug
    project: Slug
    counts: Annotated[
        Mapping[Annotated[str, Field(min_length=1, max_length=60)], Mapping[Answer, Annotated[int, Field(ge=0)]]],
        Field(min_length=1),
    ]
