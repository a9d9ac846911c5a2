"""Rounds of the self-assessment, the raters' assessments, and their answers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import AssessmentForm, Certainty, OptOut, Origin, RemarkKind, View


class Round(SQLModel, table=True):
    """One round; open while ``opens_on <= today <= closes_on`` and nobody has closed it early."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("closes_on >= opens_on", name="closes_after_opening"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    title: str = Field(max_length=120)
    opens_on: date
    closes_on: date
    catalogue_version: str = Field(max_length=20)
    closed_at: datetime | None = None
    version: int = 1

    def is_open(self, today: date) -> bool:
        """Tell whether the round takes answers on this day."""
        return self.closed_at is None and self.opens_on <= today <= self.closes_on

    def is_planned(self, today: date) -> bool:
        """Tell whether the round is still to begin."""
        return self.closed_at is None and today < self.opens_on


class RoundProject(SQLModel, table=True):
    """A project or department that is to be asked in a round, invited already or not."""

    __tablename__ = "round_project"

    round_id: int = Field(foreign_key="round.id", primary_key=True)
    project_id: int = Field(foreign_key="project.id", primary_key=True)


class Assessment(SQLModel, table=True):
    """What one rater says about one project in one round; the rater is a pseudonym."""

    __table_args__ = (
        UniqueConstraint("round_id", "project_id", "view", "rater"),
        CheckConstraint("seconds_spent >= 0", name="seconds_counted"),
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="round.id", index=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    view: View = Field(sa_column=vocabulary_column(View, "view"))
    rater: str = Field(max_length=60)
    origin: Origin = Field(default=Origin.ONLINE, sa_column=vocabulary_column(Origin, "origin", default=Origin.ONLINE))
    form: AssessmentForm | None = Field(
        default=None, sa_column=vocabulary_column(AssessmentForm, "form", nullable=True)
    )
    handed_in_at: datetime | None = None
    handed_over_on: date | None = None
    """The day a successor took it over."""
    withdrawn_on: date | None = None
    """The day its rater took it back; empty again once it is handed in anew."""
    seconds_spent: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """Time of filling in up to handing in: gaps between answers, each counted up to a limit."""
    version: int = 1


class Rating(SQLModel, table=True):
    """One answer of one rater to one item: a level or one of the two opt-outs, never both.

    An item is an indicator, or in the short form a whole factor; ``indicator_id`` then holds the factor's id.
    """

    __table_args__ = (
        CheckConstraint("level BETWEEN 1 AND 5", name="level_within_scale"),
        CheckConstraint("(level IS NULL) <> (opt_out IS NULL)", name="level_or_opt_out"),
        UniqueConstraint("assessment_id", "indicator_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    indicator_id: str = Field(max_length=60)
    level: int | None = None
    opt_out: OptOut | None = Field(default=None, sa_column=vocabulary_column(OptOut, "opt_out", nullable=True))
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    answered_on: date


class AnswerChange(SQLModel, table=True):
    """What a handed-in answer was before its rater corrected it; only the rater sees it."""

    __tablename__ = "answer_change"

    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 5", name="level_within_scale"),)

    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    indicator_id: str = Field(max_length=60)
    level: int | None = None
    opt_out: OptOut | None = Field(default=None, sa_column=vocabulary_column(OptOut, "opt_out", nullable=True))
    replaced_on: date


class Remark(SQLModel, table=True):
    """What a rater wrote in own words to one factor."""

    __table_args__ = (UniqueConstraint("assessment_id", "factor_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    factor_id: str = Field(max_length=60)
    kind: RemarkKind = Field(sa_column=vocabulary_column(RemarkKind, "kind"))
    text: str = Field(max_length=2000)
    confidential: bool = False


class CatalogueApproval(SQLModel, table=True):
    """The steering group's decision on one version of the catalogue."""

    __tablename__ = "catalogue_approval"

    id: int | None = Field(default=None, primary_key=True)
    version: str = Field(max_length=20, unique=True)
    decided_on: date
    meeting: str = Field(max_length=200)
