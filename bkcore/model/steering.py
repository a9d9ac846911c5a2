"""What the steering group follows: measures, their log, and the links of those who own one."""

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import CheckConstraint, false
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import MeasureOrigin, MeasureState, Role

CLOSED_STATES: Final = frozenset({MeasureState.DONE, MeasureState.DROPPED})
"""States after which nothing is left to do."""
LINK_KEPT: Final = timedelta(days=30)
"""How long after a measure was done or dropped its links still open, for a correction that comes late."""


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
    origin: MeasureOrigin = Field(
        default=MeasureOrigin.BY_HAND,
        sa_column=vocabulary_column(MeasureOrigin, "origin", default=MeasureOrigin.BY_HAND),
    )
    state: MeasureState = Field(sa_column=vocabulary_column(MeasureState, "state"))
    created_at: datetime
    finished_on: date | None = None
    """The day it was done or dropped, while it is."""
    version: int = 1


class MeasureEntry(SQLModel, table=True):
    """One line of a measure's log: what happened, said by a role on a day; lines are added and never changed."""

    __tablename__ = "measure_entry"

    __table_args__ = (CheckConstraint("length(text) > 0", name="text_given"),)

    id: int | None = Field(default=None, primary_key=True)
    measure_id: int = Field(foreign_key="measure.id", index=True)
    role: Role = Field(sa_column=vocabulary_column(Role, "role"))
    label: str = Field(default="", max_length=120)
    text: str = Field(max_length=500)
    state: MeasureState = Field(sa_column=vocabulary_column(MeasureState, "state"))
    """Where the measure stood after it."""
    written_on: date


class MeasureLink(SQLModel, table=True):
    """The link of whoever owns a measure; only the hash of its token is kept."""

    __tablename__ = "measure_link"

    id: int | None = Field(default=None, primary_key=True)
    measure_id: int = Field(foreign_key="measure.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    label: str = Field(default="", max_length=120)
    mail: str | None = Field(default=None, max_length=254)
    """Where the link was sent; forgotten when the link ends."""
    reminder: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    created_at: datetime
    sent_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_on: date | None = None
