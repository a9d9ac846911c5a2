"""Addresses from which a project's lead records activities, and from which calendars read the planned ones."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class CaptureLink(SQLModel, table=True):
    """One address; only the hash of its token is kept.

    With a project it records that project's activities. Without one it only gives a calendar of everything planned.
    With an activity it was sent as a reminder of that activity, beside the lasting address it was made out after.
    """

    __tablename__ = "capture_link"

    __table_args__ = (
        CheckConstraint("activity_id IS NULL OR project_id IS NOT NULL", name="reminder_has_project"),
        CheckConstraint("activity_id IS NULL OR expires_at IS NOT NULL", name="reminder_expires"),
    )

    id: int | None = Field(default=None, primary_key=True)
    project_id: int | None = Field(default=None, foreign_key="project.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    label: str = Field(default="", max_length=120)
    """For whom it is: a function, never a person's name."""
    mail: str | None = Field(default=None, max_length=254)
    """Where reminders go; forgotten when the address is revoked."""
    created_at: datetime
    sent_at: datetime | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_on: date | None = None
