"""The yearly report to the council: the draft somebody works on, and what was released of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import ConsultationRole, PaperKind


class ReportDraft(SQLModel, table=True):
    """The report of one year while it is being written; its figures are never in here, they come from the records."""

    __tablename__ = "report_draft"
    __table_args__ = (CheckConstraint("step BETWEEN 1 AND 5", name="step_of_the_assistant"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int = Field(unique=True)
    kind: PaperKind = Field(sa_column=vocabulary_column(PaperKind, "kind"))
    reference: str = Field(default="", max_length=40)
    file_number: str = Field(default="", max_length=60)
    subject: str = Field(default="", max_length=300)
    resolution: str = Field(default="", max_length=2000)
    step: int = 1
    """Where its writer was last, so that another device goes on there."""
    changed_at: datetime


class ReportStation(SQLModel, table=True):
    """One station of the paper's way through the bodies (OParl: Consultation)."""

    __tablename__ = "report_station"
    __table_args__ = (CheckConstraint("length(body) > 0", name="body_given"),)

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="report_draft.id", index=True)
    body: str = Field(max_length=200)
    held_on: date | None = None
    role: ConsultationRole = Field(sa_column=vocabulary_column(ConsultationRole, "role"))
    authoritative: bool = False
    """Whether this body decides on the paper."""


class ReportText(SQLModel, table=True):
    """What its writer made of one section; without a row the section keeps the sentences of the figures."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("draft_id", "section"),)

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="report_draft.id", index=True)
    section: str = Field(max_length=40)
    text: str = Field(sa_column=Column("text", Text, nullable=False))
    basis: str = Field(sa_column=Column("basis", Text, nullable=False))
    """The figures the writer saw, as JSON; the section is flagged when they move."""


class YearReportRelease(SQLModel, table=True):
    """One frozen report; a correction is a further version of the same year, never a change."""

    __tablename__ = "year_report"
    __table_args__ = (
        UniqueConstraint("year", "version"),
        CheckConstraint("number > 0", name="number_counts_from_one"),
        CheckConstraint("version > 0", name="version_counts_from_one"),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    year: int
    version: int
    made_at: datetime
    data_version: int
    content: str = Field(sa_column=Column("content", Text, nullable=False))
    digest: str = Field(max_length=64)
