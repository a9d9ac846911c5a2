"""Command on participants' voices counted elsewhere."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bkcore.commands.base import Command, Slug
from bkcore.commands.voices import VoiceAnswer


class PutVoices(Command):
    """Put the counters of one project in one round in place of what is there (import), factor by factor."""

    round: Slug
    project: Slug
    counts: Annotated[
        Mapping[Annotated[str, Field(min_length=1, max_length=60)], Mapping[VoiceAnswer, Annotated[int, Field(ge=0)]]],
        Field(min_length=1),
    ]
