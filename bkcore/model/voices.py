"""Voices of participants: an address per project and round, and how often each answer was given.

There is no row per person. A voice is eight steps of counters, so nothing ties its answers to one another, to a device,
to an address or to a moment (ADR 0016).
"""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


class VoiceForm(SQLModel, table=True):
    """The short form of one project in one round; its address hangs on posters, so it is no secret and kept as is."""

    __tablename__ = "voice_form"

    __table_args__ = (
        CheckConstraint("voices >= 0", name="voices_counted"),
        UniqueConstraint("round_id", "project_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="round.id", index=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    token: str = Field(max_length=64, unique=True)
    voices: int = 0
    """How many people have answered."""
    closed_on: date | None = None


class VoiceCount(SQLModel, table=True):
    """How often one answer was given to one factor; every row is there from the start, so no order tells anything."""

    __tablename__ = "voice_count"

    __table_args__ = (
        CheckConstraint("answer IN ('1', '2', '3', '4', '5', 'weiss_nicht', 'trifft_nicht_zu')", name="answer_known"),
        CheckConstraint("voices >= 0", name="voices_counted"),
    )

    form_id: int = Field(foreign_key="voice_form.id", primary_key=True)
    factor_id: str = Field(max_length=60, primary_key=True)
    answer: str = Field(max_length=20, primary_key=True)
    voices: int = 0
