"""Commands on activities and participations."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, Count, Day, EmptyIsNone, Line, Note, PartialDate, Slug, Source
from bkcore.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Certainty,
    NetworkLink,
    ParticipationRole,
    Precision,
    Reachability,
)

_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.UNKNOWN: 0}


def first_day(text: str) -> dt.date:
    """Return the first day of a period written as partial ISO date."""
    return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])


class DatedFields(Command):
    """A date with the precision it is known in; both must agree, nothing is guessed."""

    date: Annotated[PartialDate | None, EmptyIsNone] = None
    precision: Precision

    @model_validator(mode="after")
    def _date_in_precision(self) -> Self:
        given = len(self.date or "")
        if given < _LENGTH[self.precision] or (self.precision is Precision.UNKNOWN and given):
            raise ValueError("date_precision")
        return self

    def starts_on(self) -> dt.date | None:
        """Return the first day of the known period, ``None`` when unknown."""
        return first_day(self.date[: _LENGTH[self.precision]]) if self.date else None


class PutActivity(DatedFields):
    """Record an activity as described, new or in place of what is there; ``project`` and ``part_of`` are slugs."""

    slug: Slug
    project: Annotated[Slug | None, EmptyIsNone] = None
    title: Line
    ends_on: Annotated[Day | None, EmptyIsNone] = None
    kind: Annotated[ActivityKind | None, EmptyIsNone] = None
    place: Annotated[str | None, Field(max_length=200), EmptyIsNone] = None
    status: ActivityStatus
    attendees: Count = None
    attendees_estimated: bool | None = None
    first_timers: Count = None
    volunteers: Count = None
    reachability: Annotated[Reachability | None, EmptyIsNone] = None
    plenary: bool | None = None
    languages: Annotated[str | None, Field(max_length=200), EmptyIsNone] = None
    free_of_charge: bool | None = None
    accessible: bool | None = None
    joint_planning: bool | None = None
    proposals_taken_up: Count = None
    roles_handed_over: Count = None
    part_of: Annotated[Slug | None, EmptyIsNone] = None
    link: Annotated[NetworkLink | None, EmptyIsNone] = None
    source: Source = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    note: Note = None
    version: int | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        start = self.starts_on()
        if self.ends_on is not None and (start is None or self.ends_on < start):
            raise ValueError("ends_before_start")
        if self.part_of is not None and self.part_of == self.slug:
            raise ValueError("part_of_itself")
        if self.attendees is not None and (self.first_timers or 0) > self.attendees:
            raise ValueError("more_first_timers_than_attendees")
        return self


class PutParticipation(Command):
    """Record that an organisation takes part in an activity in a role; both are named by slug."""

    organisation: Slug
    activity: Slug
    role: ParticipationRole
    status: Annotated[ActivityStatus | None, EmptyIsNone] = None
    source: Source = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
