"""Commands on recording activities from the phone: addresses for it, and what became of an activity."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, Count, Day, EmptyIsNone, Line, MailAddress, Slug
from bkcore.vocabulary import CaptureResult

MOST_ORGANISATIONS = 60


class CreateCaptureLink(Command):
    """Give an address from which a project's activities are recorded; without a project a calendar of all planned."""

    project: Annotated[Slug | None, EmptyIsNone] = None
    label: Annotated[str, Field(max_length=120)] = ""
    mail: Annotated[MailAddress | None, EmptyIsNone] = None


class RevokeCaptureLink(Command):
    """Take an address away; reminders that were made out after it end with it."""

    link_id: int


class RemindOfActivity(Command):
    """Give one more address, for one activity, made out as the project's lasting one."""

    activity: Slug


class RecordCaptureDispatch(Command):
    """Record that the mail server took the message with an address."""

    link_id: int


class CaptureActivity(Command):
    """Say what became of an activity and who took part; without ``activity`` it is a new one of the project.

    ``version`` is the one the person saw. An organisation that was announced and is not in ``organisations`` did not
    take part; nothing is deleted. ``others`` are words about who is not in the list yet.
    """

    activity: Annotated[Slug | None, EmptyIsNone] = None
    version: int | None = None
    project: Annotated[Slug | None, EmptyIsNone] = None
    title: Annotated[Line | None, EmptyIsNone] = None
    day: Annotated[Day | None, EmptyIsNone] = None
    result: CaptureResult
    organisations: Annotated[tuple[Slug, ...], Field(max_length=MOST_ORGANISATIONS)] = ()
    others: Annotated[str, Field(max_length=300)] = ""
    attendees: Count = None
    attendees_estimated: bool = False
    first_timers: Count = None
    volunteers: Count = None
    sentence: Annotated[str, Field(max_length=500)] = ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.activity is None and self.title is None:
            raise ValueError("title_missing")
        if self.day is None and (self.activity is None or self.result is CaptureResult.MOVED):
            raise ValueError("day_missing")
        if self.attendees is not None and (self.first_timers or 0) > self.attendees:
            raise ValueError("more_first_timers_than_attendees")
        return self
