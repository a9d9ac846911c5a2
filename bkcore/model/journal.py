"""The journal: one entry per command; its highest id is the data version."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import Role


class JournalEntry(SQLModel, table=True):
    """Who did what to which record, and when; no foreign keys, so that history outlives what it tells of."""

    __tablename__ = "journal_entry"

    # Ids are never used twice: the data version must not fall back.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    role: Role = Field(sa_column=vocabulary_column(Role, "role"))
    label: str = Field(default="", max_length=120)
    action: str = Field(max_length=60, index=True)
    aggregate: str = Field(max_length=40)
    key: str = Field(max_length=120)
    details: dict[str, object] = Field(default_factory=dict, sa_column=Column("details", JSON, nullable=False))
