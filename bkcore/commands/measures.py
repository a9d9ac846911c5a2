"""Commands on measures: take something on until a day, and say where it stands."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, Day, EmptyIsNone, Line, Note, Slug
from bkcore.vocabulary import MeasureState


class PlanMeasure(Command):
    """Take on a measure; its owner is an organisation of the network or a function, never a person's name."""

    title: Line
    text: Note = None
    owner_organisation: Annotated[Slug | None, EmptyIsNone] = None
    owner: Annotated[str, Field(max_length=120)] = ""
    due_on: Day
    factor_id: Annotated[str | None, Field(max_length=60), EmptyIsNone] = None
    project: Annotated[Slug | None, EmptyIsNone] = None
    action_id: Annotated[str | None, Field(max_length=60), EmptyIsNone] = None

    @model_validator(mode="after")
    def _somebody_owns_it(self) -> Self:
        if self.owner_organisation is None and not self.owner:
            raise ValueError("owner_missing")
        return self


class SetMeasureState(Command):
    """Say where a measure stands; ``version`` is the one the person saw."""

    measure_id: int
    state: MeasureState
    version: int
