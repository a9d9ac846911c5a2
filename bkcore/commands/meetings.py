"""Commands on meetings of the steering group: prepare, hold, decide, end."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bkcore.commands.base import Command, Count, Day, Line, Slug
from bkcore.commands.measures import PlanMeasure
from bkcore.vocabulary import AgendaKind, DecisionResult

NOTES_LENGTH = 4000
"""Most characters of what is written down under one point."""
TEMPLATE = tuple(kind for kind in AgendaKind if kind is not AgendaKind.TOPIC)
"""The points every meeting begins with unless somebody leaves one out."""

Clock = Annotated[str, Field(pattern=r"^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$")]
"""A clock time such as ``18:00``, or nothing."""


class MeetingFields(Command):
    """What a meeting says of itself; whoever is invited is an organisation."""

    title: Line
    held_on: Day
    starts_at: Clock = ""
    place: Annotated[str, StringConstraints(max_length=200)] = ""
    invited: tuple[Slug, ...] = ()
    kinds: tuple[AgendaKind, ...] = TEMPLATE
    topics: tuple[Line, ...] = ()
    release_number: int | None = None

    @model_validator(mode="after")
    def _has_an_agenda(self) -> Self:
        if AgendaKind.TOPIC in self.kinds:
            raise ValueError("agenda_kind")
        if not self.kinds and not self.topics:
            raise ValueError("agenda_missing")
        return self


class PrepareMeeting(MeetingFields):
    """Prepare a meeting."""


class EditMeeting(MeetingFields):
    """Change a meeting that has not begun; ``version`` is the one the person saw."""

    meeting_id: int
    version: int


class CancelMeeting(Command):
    """Call off a meeting that has not begun."""

    meeting_id: int


class StartMeeting(Command):
    """Begin a meeting: freeze what it looks at, and give guests an address."""

    meeting_id: int


class TakeBackStart(Command):
    """Prepare a meeting again that began by mistake; only while nothing is written down."""

    meeting_id: int


class ShowItem(Command):
    """Look at another point; whoever follows along sees it too."""

    meeting_id: int
    position: int


class AddTopic(Command):
    """Put one more topic at the end of the agenda."""

    meeting_id: int
    title: Line


class WriteItem(Command):
    """Write down what was said under a point; ``version`` is the one the person saw."""

    item_id: int
    notes: Annotated[str, Field(max_length=NOTES_LENGTH)]
    version: int


class NoteAttendance(Command):
    """Note which organisations are there, and who else, as functions."""

    meeting_id: int
    present: tuple[Slug, ...]
    guests: Annotated[str, Field(max_length=500)] = ""


class DecisionFields(Command):
    """What was decided, with what result and how many votes when they were counted."""

    text: Annotated[str, Field(min_length=1, max_length=1000)]
    result: DecisionResult
    votes_for: Count = None
    votes_against: Count = None
    votes_abstained: Count = None

    @model_validator(mode="after")
    def _all_votes_or_none(self) -> Self:
        votes = (self.votes_for, self.votes_against, self.votes_abstained)
        if any(vote is None for vote in votes) and any(vote is not None for vote in votes):
            raise ValueError("votes_incomplete")
        return self


class RecordDecision(DecisionFields):
    """Record a decision under a point, with the measure it creates, if any."""

    item_id: int
    measure: PlanMeasure | None = None


class EditDecision(DecisionFields):
    """Correct a decision while the meeting runs; ``version`` is the one the person saw."""

    decision_id: int
    version: int


class RemoveDecision(Command):
    """Take a decision back while the meeting runs; its measure stays and can be dropped by itself."""

    decision_id: int
    version: int


class EndMeeting(Command):
    """End a meeting; its minutes are complete, its guests' address is dead."""

    meeting_id: int


class ReopenMeeting(Command):
    """Open an ended meeting again, to correct its minutes."""

    meeting_id: int


class RecordMeeting(Command):
    """Take an ended meeting over into the record of activities."""

    meeting_id: int
