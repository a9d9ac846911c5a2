"""Organisations: clubs, schools, faith communities, offices (OParl and Popolo: Organization)."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import Certainty, OrganisationKind, Sector


class Organisation(SQLModel, table=True):
    """One organisation of the network, or a collective name a source uses for several."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(name) > 0", name="name_given"),
        CheckConstraint("member_since IS NULL OR length(member_since) IN (4, 7, 10)", name="member_since_iso"),
        CheckConstraint("left_on IS NULL OR length(left_on) IN (4, 7, 10)", name="left_on_iso"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    name: str = Field(max_length=200)
    kind: OrganisationKind = Field(sa_column=vocabulary_column(OrganisationKind, "kind"))
    sector: Sector = Field(sa_column=vocabulary_column(Sector, "sector"))
    district: str | None = Field(default=None, max_length=80)
    member_since: str | None = Field(default=None, max_length=10)
    left_on: str | None = Field(default=None, max_length=10)
    may_be_named: bool | None = None
    source: str | None = Field(default=None, max_length=500)
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    note: str | None = Field(default=None, max_length=2000)
    archived_on: date | None = None
    """The day it was put into the archive, ``None`` while one can choose it."""
    version: int = 1


class FormerName(SQLModel, table=True):
    """A name and slug under which an organisation was recorded before it was merged with its double."""

    __tablename__ = "former_name"
    __table_args__ = (CheckConstraint("length(name) > 0", name="name_given"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    slug: str = Field(max_length=80, index=True)
    name: str = Field(max_length=200)
