"""Commands on measures: take something on until a day, change it, and say where it stands."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, Day, EmptyIsNone, Line, MailAddress, Note, Slug
from bkcore.vocabulary import MeasureOrigin, MeasureState

SENTENCE_LENGTH = 500
"""Most characters of one line of the log."""

Sentence = Annotated[str | None, Field(max_length=SENTENCE_LENGTH), EmptyIsNone]
"""What happened, in a sentence or two; may be empty."""


class MeasureFields(Command):
    """What a measure says of itself; its owner is an organisation of the network or a function, never a person."""

    title: Line
    text: Note = None
    owner_organisation: Annotated[Slug | None, EmptyIsNone] = None
    owner: Annotated[str, Field(max_length=120)] = ""
    due_on: Day
    factor_id: Annotated[str | None, Field(max_length=60), EmptyIsNone] = None
    project: Annotated[Slug | None, EmptyIsNone] = None

    @model_validator(mode="after")
    def _somebody_owns_it(self) -> Self:
        if self.owner_organisation is None and not self.owner:
            raise ValueError("owner_missing")
        return self


class PlanMeasure(MeasureFields):
    """Take on a measure; one with a recommended action came from it, whatever is said."""

    action_id: Annotated[str | None, Field(max_length=60), EmptyIsNone] = None
    origin: MeasureOrigin = MeasureOrigin.BY_HAND


class EditMeasure(MeasureFields):
    """Change what a measure says; ``version`` is the one the person saw."""

    measure_id: int
    version: int


class SetMeasureState(Command):
    """Say where a measure stands, what happened, or both; ``version`` is the one the person saw.

    Without a state it stays where it is, whatever others have done to it in the meantime.
    """

    measure_id: int
    state: MeasureState | None = None
    text: Sentence = None
    version: int


class InviteOwner(Command):
    """Give a link to whoever owns a measure; the label is a function."""

    measure_id: int
    label: Annotated[str, Field(max_length=120)] = ""
    mail: Annotated[MailAddress | None, EmptyIsNone] = None


class RemindOwner(Command):
    """Give one more link to whoever owns a measure; the earlier ones stay valid."""

    measure_id: int


class WithdrawOwnerReminder(Command):
    """Take back a reminder that reached nobody."""

    link_id: int


class RecordOwnerDispatch(Command):
    """Record that the mail server took the message with a link."""

    link_id: int


class RevokeOwnerLink(Command):
    """Revoke all links to a measure."""

    measure_id: int


class ForgetOwners(Command):
    """Forget the addresses behind links that have ended."""
