"""Errors a person can cause, each with a code.

An error carries facts; the one German sentence for each code is made by ``bkcore.wording.messages``, so that page,
command line and log say the same. Anything that is not a ``BkError`` is a bug.
"""

from typing import ClassVar


class BkError(Exception):
    """A refusal by the domain, with a stable code and the facts a sentence needs."""

    code: ClassVar[str] = "refused"

    def __init__(self, **facts: object) -> None:
        """Keep the facts by name; subclasses name theirs."""
        self.facts = facts
        super().__init__(f"{self.code}: {', '.join(f'{key}={value}' for key, value in facts.items())}")


class NotPermitted(BkError):
    """The actor may not do this."""

    code = "not_permitted"

    def __init__(self, *, action: str) -> None:
        """Name the refused action."""
        super().__init__(action=action)


class NotFound(BkError):
    """There is no such record."""

    code = "not_found"

    def __init__(self, *, what: str, key: str) -> None:
        """Name the kind of record and the key that was asked for."""
        super().__init__(what=what, key=key)


class AlreadyExists(BkError):
    """A record with this key is there already."""

    code = "already_exists"

    def __init__(self, *, what: str, key: str) -> None:
        """Name the kind of record and the key."""
        super().__init__(what=what, key=key)


class Conflict(BkError):
    """Somebody else changed the record in the meantime."""

    code = "conflict"

    def __init__(self, *, what: str, key: str) -> None:
        """Name the record that moved on."""
        super().__init__(what=what, key=key)


class RoundClosed(BkError):
    """The round no longer takes answers."""

    code = "round_closed"

    def __init__(self, *, title: str, closed_on: str) -> None:
        """Name the round and the day it closed, as an ISO date."""
        super().__init__(title=title, closed_on=closed_on)


class RoundPlanned(BkError):
    """The round takes no answers yet."""

    code = "round_planned"

    def __init__(self, *, title: str, opens_on: str) -> None:
        """Name the round and its first day, as an ISO date."""
        super().__init__(title=title, opens_on=opens_on)


class RoundOverlaps(BkError):
    """Another round is planned for the same time."""

    code = "round_overlaps"

    def __init__(self, *, title: str, start: str, end: str) -> None:
        """Name the other round with its first and last day, as ISO dates."""
        super().__init__(title=title, start=start, end=end)


class PaperKeyUnknown(BkError):
    """A key that stands for no answer was typed from a paper form."""

    code = "paper_key_unknown"

    def __init__(self, *, factor: str, position: int, value: str) -> None:
        """Name the factor, the place in its line counted from 1, and what was typed."""
        super().__init__(factor=factor, position=position, value=value)


class PaperLineLength(BkError):
    """A line typed from a paper form has more or fewer keys than the factor has statements."""

    code = "paper_line_length"

    def __init__(self, *, factor: str, found: int, expected: int) -> None:
        """Name the factor and both numbers."""
        super().__init__(factor=factor, found=found, expected=expected)


class AlreadyAnswered(BkError):
    """Somebody is to be reminded, or replaced by a paper form, who has answered already."""

    code = "already_answered"

    def __init__(self, *, project: str) -> None:
        """Name the project by its title."""
        super().__init__(project=project)


class RoundOpen(BkError):
    """Only one round can be open at a time."""

    code = "round_open"

    def __init__(self, *, title: str) -> None:
        """Name the round that is still open."""
        super().__init__(title=title)


class ActivityWaiting(BkError):
    """Nobody has said yet what became of an activity, so it is not put away."""

    code = "activity_waiting"

    def __init__(self, *, title: str) -> None:
        """Name the activity."""
        super().__init__(title=title)


class MeetingBegun(BkError):
    """A meeting that has begun, ended or was called off is prepared no more."""

    code = "meeting_begun"

    def __init__(self, *, title: str) -> None:
        """Name the meeting."""
        super().__init__(title=title)


class MeetingNotRunning(BkError):
    """Only while a meeting runs is anything written down in it."""

    code = "meeting_not_running"

    def __init__(self, *, title: str) -> None:
        """Name the meeting."""
        super().__init__(title=title)


class MeetingRunning(BkError):
    """Only one meeting can run at a time."""

    code = "meeting_running"

    def __init__(self, *, title: str) -> None:
        """Name the meeting that still runs."""
        super().__init__(title=title)


class PeriodInvalid(BkError):
    """A period ends before it begins."""

    code = "period_invalid"

    def __init__(self, *, start: str, end: str) -> None:
        """Give both ISO dates."""
        super().__init__(start=start, end=end)


class DayInFuture(BkError):
    """What is recorded as done lies in the future."""

    code = "day_in_future"

    def __init__(self, *, day: str) -> None:
        """Give the day, as an ISO date."""
        super().__init__(day=day)


class NothingToUndo(BkError):
    """The record was never changed."""

    code = "nothing_to_undo"

    def __init__(self, *, what: str, key: str) -> None:
        """Name the kind of record and its key."""
        super().__init__(what=what, key=key)


class NothingToHandIn(BkError):
    """An assessment without a single answer cannot be handed in."""

    code = "nothing_to_hand_in"

    def __init__(self, *, project: str) -> None:
        """Name the project."""
        super().__init__(project=project)


class LastAnswer(BkError):
    """The only answer of a handed-in assessment cannot be taken back; the whole of it can be withdrawn."""

    code = "last_answer"

    def __init__(self, *, project: str) -> None:
        """Name the project."""
        super().__init__(project=project)


class TextMoved(BkError):
    """A text was changed elsewhere since this field last showed it."""

    code = "text_moved"

    def __init__(self, *, text: str) -> None:
        """Give what is stored now; only its own writer is told."""
        super().__init__(text=text)


class LinkDead(BkError):
    """A link is unknown, expired, used up or revoked; which of these is never said."""

    code = "link_dead"

    def __init__(self) -> None:
        """Carry no fact, so that none can leak."""
        super().__init__()


class LinkWasSent(BkError):
    """A message with a personal link went to another address, so that link cannot simply be made out anew."""

    code = "link_was_sent"

    def __init__(self) -> None:
        """Carry no fact: an address stands in no log."""
        super().__init__()


class NothingReleased(BkError):
    """There is no release yet, and whoever asks may not make one."""

    code = "nothing_released"

    def __init__(self) -> None:
        """Carry no fact: there is nothing to tell."""
        super().__init__()


class CorrectionUnsaid(BkError):
    """A further version of a released report does not say what it corrects."""

    code = "correction_unsaid"

    def __init__(self, *, year: int) -> None:
        """Name the year of the report."""
        super().__init__(year=year)


class ImportRefused(BkError):
    """An import holds faults; nothing was saved."""

    code = "import_refused"

    def __init__(self, *, faults: int) -> None:
        """Give the number of faults; the faults themselves are in the preview."""
        super().__init__(faults=faults)


class ColumnMissing(BkError):
    """A frame lacks a column of its contract."""

    code = "column_missing"

    def __init__(self, *, frame: str, column: str) -> None:
        """Name the frame and the column."""
        super().__init__(frame=frame, column=column)


class InvalidValue(BkError):
    """A value is outside what a command accepts."""

    code = "invalid_value"

    def __init__(self, *, field: str, value: str, allowed: str) -> None:
        """Name the field, the value and what is allowed."""
        super().__init__(field=field, value=value, allowed=allowed)
