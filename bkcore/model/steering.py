"""What the steering group follows: measures."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import MeasureState


class Measure(SQLModel, table=True):
    """Something taken on until a day; the owner is an organisation or a function, never a person's name."""

    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("owner_organisation_id IS NOT NULL OR length(owner) > 0", name="owner_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=200)
    text: str | None = Field(default=None, max_length=2000)
    owner_organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    owner: str = Field(default="", max_length=120)
    due_on: date
    factor_id: str | None = Field(default=None, max_length=60)
    project_id: int | None = Field(default=None, foreign_key="project.id", index=True)
    action_id: str | None = Field(default=None, max_length=60)
    """The recommended action of the catalogue it came from."""
    state: MeasureState = Field(sa_column=vocabulary_column(MeasureState, "state"))
    created_at: datetime
    version: int = 1
