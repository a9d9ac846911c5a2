"""Commands on the participants' short form."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from bkcore.commands.base import Command, Slug
from bkcore.instrument import FACTORS

VoiceAnswer = Literal["1", "2", "3", "4", "5", "weiss_nicht", "trifft_nicht_zu"]
"""A level or one of the two opt-outs, as the counters are called."""
ANSWERS: Final[tuple[VoiceAnswer, ...]] = get_args(VoiceAnswer)
"""All of them, in the order of the scale."""


class OpenVoiceForm(Command):
    """Give the participants of one project or department an address in a round."""

    round: Slug
    project: Slug


class CloseVoiceForm(Command):
    """Take no more voices at one address."""

    form_id: int


class SubmitVoice(Command):
    """Somebody answers at least one factor; who, is neither asked nor known."""

    token: Annotated[str, Field(min_length=1, max_length=64)]
    answers: Annotated[
        Mapping[Annotated[str, Field(min_length=1, max_length=60)], VoiceAnswer],
        Field(min_length=1, max_length=FACTORS),
    ]
