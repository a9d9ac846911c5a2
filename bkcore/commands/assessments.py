"""Commands on rounds, invitations and answers."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from bkcore.commands.base import Command, Day, EmptyIsNone, MailAddress, Slug
from bkcore.vocabulary import AssessmentForm, Certainty, OptOut, RemarkKind, View

LONGEST_GAP = 120
"""Seconds of a gap between two answers that count as filling in; a longer one was a break."""


class PutRound(Command):
    """Record a round as described, new or in place of what is there (import)."""

    slug: Slug
    title: Annotated[str, Field(min_length=1, max_length=120)]
    opens_on: Day
    closes_on: Day
    catalogue_version: Annotated[str, Field(min_length=1, max_length=20)]
    version: int | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes_on < self.opens_on:
            raise ValueError("ends_before_start")
        return self


class OpenRound(Command):
    """Open a round that takes answers from its first to its last day, both included.

    Without a first day it opens today, without a version with the newest catalogue. ``projects`` are those to be asked,
    departments among them; nobody is invited yet.
    """

    title: Annotated[str, Field(min_length=1, max_length=120)]
    opens_on: Annotated[Day | None, EmptyIsNone] = None
    closes_on: Day
    catalogue_version: Annotated[str | None, EmptyIsNone] = None
    projects: tuple[Slug, ...] = ()


class CloseRound(Command):
    """Close a round before its last day is over."""

    slug: Slug


class InviteRater(Command):
    """Invite one person to look at one project from one view; creates the assessment and its personal link.

    ``label`` helps the administration to know whom the link went to: a function ("Projektleitung"), not a name.
    ``mail`` is where the link is sent to; it is forgotten when the round is over.
    """

    round: Slug
    project: Slug
    view: View = View.LEAD
    label: Annotated[str, Field(max_length=120)] = ""
    mail: Annotated[MailAddress | None, EmptyIsNone] = None


class ChooseForm(Command):
    """A rater chooses the short or the full form; what is answered in the other one stays."""

    assessment_id: int
    form: AssessmentForm


class AnswerIndicator(Command):
    """A rater answers, or changes the answer to, one item: an indicator, or in the short form a whole factor.

    ``seconds`` is the time since the rater's answer before, for the measured duration; longer gaps come cut.
    """

    assessment_id: int
    indicator_id: Annotated[str, Field(min_length=1, max_length=60)]
    level: Annotated[int | None, Field(ge=1, le=5)] = None
    opt_out: OptOut | None = None
    seconds: Annotated[int, Field(ge=0, le=LONGEST_GAP)] = 0

    @model_validator(mode="after")
    def _level_or_opt_out(self) -> Self:
        if (self.level is None) == (self.opt_out is None):
            raise ValueError("level_or_opt_out")
        return self


class ClearAnswer(Command):
    """A rater takes back the answer to one item, so that it is open again."""

    assessment_id: int
    indicator_id: Annotated[str, Field(min_length=1, max_length=60)]


class WriteRemark(Command):
    """A rater writes own words to a factor: what shows it, or what is missing; an empty text removes them.

    ``seen`` holds what the field has shown or sent so far; a stored text outside of it was written elsewhere, and is
    not replaced unseen. Without ``seen`` nobody asks.
    """

    assessment_id: int
    factor_id: Annotated[str, Field(min_length=1, max_length=60)]
    kind: RemarkKind = RemarkKind.EVIDENCE
    text: Annotated[str, Field(max_length=2000)]
    confidential: bool = False
    seen: tuple[str, ...] | None = None


class HandIn(Command):
    """A rater hands in; the answers count from now on and stay correctable until the round closes."""

    assessment_id: int


class WithdrawAssessment(Command):
    """A rater takes back what was handed in; it counts no more and stays a draft."""

    assessment_id: int


class HandOver(Command):
    """An assessment goes to a successor: a new personal link, and no text that was meant for the predecessor alone."""

    assessment_id: int


class PutRating(Command):
    """Record one answer of a round held elsewhere (import); ``rater`` is a pseudonym."""

    round: Slug
    project: Slug
    view: View
    rater: Annotated[str, Field(min_length=1, max_length=60)]
    indicator_id: Annotated[str, Field(min_length=1, max_length=60)]
    level: Annotated[int | None, Field(ge=1, le=5), EmptyIsNone] = None
    opt_out: Annotated[OptOut | None, EmptyIsNone] = None
    certainty: Annotated[Certainty | None, EmptyIsNone] = None
    answered_on: date | None = None

    @model_validator(mode="after")
    def _level_or_opt_out(self) -> Self:
        if (self.level is None) == (self.opt_out is None):
            raise ValueError("level_or_opt_out")
        return self


class PutRemark(Command):
    """Record what a rater of a round held elsewhere wrote to a factor; the rater has answered there."""

    round: Slug
    project: Slug
    view: View
    rater: Annotated[str, Field(min_length=1, max_length=60)]
    factor_id: Annotated[str, Field(min_length=1, max_length=60)]
    kind: RemarkKind
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    confidential: bool = False


class StartAssessment(Command):
    """A signed-in lead begins, or takes up again, the assessment of the own project."""

    round: Slug
