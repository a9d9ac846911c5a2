"""Projects: what the network undertakes over time; and departments, which are assessed like one (ADR 0015)."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import Certainty, NetworkLink, SubjectKind


class Project(SQLModel, table=True):
    """One project; dates are ISO texts in the precision that is known (``2019``, ``2019-02``, ``2019-02-21``)."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("begins IS NULL OR length(begins) IN (4, 7, 10)", name="begins_iso"),
        CheckConstraint("ends IS NULL OR length(ends) IN (4, 7, 10)", name="ends_iso"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    kind: SubjectKind = Field(
        default=SubjectKind.PROJECT,
        sa_column=vocabulary_column(SubjectKind, "kind", default=SubjectKind.PROJECT),
    )
    title: str = Field(max_length=200)
    lead_organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    begins: str | None = Field(default=None, max_length=10)
    ends: str | None = Field(default=None, max_length=10)
    target_group: str | None = Field(default=None, max_length=300)
    themes: str | None = Field(default=None, max_length=500)
    funding: str | None = Field(default=None, max_length=500)
    responsibility: str | None = Field(default=None, max_length=200)
    description: str | None = Field(default=None, max_length=4000)
    description_released: bool = False
    link: NetworkLink | None = Field(default=None, sa_column=vocabulary_column(NetworkLink, "link", nullable=True))
    source: str | None = Field(default=None, max_length=500)
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    note: str | None = Field(default=None, max_length=2000)
    archived_on: date | None = None
    """The day it was put into the archive, ``None`` while one can choose it."""
    version: int = 1
