"""Pictures of projects: what a lead offers, what the office keeps, and apart from both what was released.

The bytes are kept as Base64 text, so that backups stay lines of JSON on both databases (ADR 0023).
"""

from datetime import date

from sqlalchemy import CheckConstraint, Column, Text
from sqlmodel import Field, SQLModel


class OfferedPicture(SQLModel, table=True):
    """A picture a lead took of an activity, with who agreed; it waits until the office takes it over or declines."""

    __tablename__ = "offered_picture"
    __table_args__ = (
        CheckConstraint("length(alt) > 0", name="alt_given"),
        CheckConstraint("length(consent) > 0", name="consent_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id", unique=True)
    offered_on: date
    digest: str = Field(max_length=64)
    width: int
    height: int
    alt: str = Field(max_length=300)
    consent: str = Field(max_length=500)
    large: str = Field(sa_column=Column("large", Text, nullable=False))
    small: str = Field(sa_column=Column("small", Text, nullable=False))


class ProjectPicture(SQLModel, table=True):
    """The picture of a project, with its description for those who do not see it and who agreed to show it."""

    __tablename__ = "project_picture"
    __table_args__ = (
        CheckConstraint("length(alt) > 0", name="alt_given"),
        CheckConstraint("length(consent) > 0", name="consent_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id", unique=True)
    digest: str = Field(max_length=64)
    width: int
    height: int
    alt: str = Field(max_length=300)
    consent: str = Field(max_length=500)
    released: bool = False
    large: str = Field(sa_column=Column("large", Text, nullable=False))
    small: str = Field(sa_column=Column("small", Text, nullable=False))


class ReleasedPicture(SQLModel, table=True):
    """A picture the newest release shows, by the digest that stands in the document; nothing else is in here."""

    __tablename__ = "released_picture"

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(max_length=64, unique=True)
    large: str = Field(sa_column=Column("large", Text, nullable=False))
    small: str = Field(sa_column=Column("small", Text, nullable=False))
