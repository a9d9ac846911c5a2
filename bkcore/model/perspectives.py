"""Which perspectives the steering group declares relevant, and what it does about those that are missing."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import Certainty, GapState, Trait


class Perspective(SQLModel, table=True):
    """A group of the town that matters: people, a district, a sector, a kind of organisation or a language."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(title) > 0", name="title_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    trait: Trait = Field(sa_column=vocabulary_column(Trait, "trait"))
    title: str = Field(max_length=200)
    words: str | None = Field(default=None, max_length=500)
    """What else the record may call it, separated by semicolons."""
    retired: bool = False
    """Not looked for any more; it and its steps stay."""
    source: str | None = Field(default=None, max_length=500)
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    note: str | None = Field(default=None, max_length=2000)
    version: int = 1


class PerspectiveGap(SQLModel, table=True):
    """The next step towards a missing perspective; who takes it is an organisation or a function, never a person."""

    __tablename__ = "perspective_gap"
    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(step) > 0", name="step_given"),
        CheckConstraint("organisation_id IS NOT NULL OR length(owner) > 0", name="owner_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    perspective_id: int = Field(foreign_key="perspective.id", index=True)
    step: str = Field(max_length=200)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    owner: str = Field(default="", max_length=120)
    due_on: date
    state: GapState = Field(sa_column=vocabulary_column(GapState, "state"))
    note: str | None = Field(default=None, max_length=2000)
    version: int = 1
