"""Activities and who took part in them: the two-mode network itself."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Certainty,
    NetworkLink,
    ParticipationRole,
    Precision,
    Reachability,
)


class Activity(SQLModel, table=True):
    """One event, meeting or campaign; counts of people, never names.

    ``starts_on`` is the first day of the known period: the first of the month or year when ``precision`` says so.
    """

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("(starts_on IS NULL) = (precision = 'unbekannt')", name="date_matches_precision"),
        CheckConstraint("ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)", name="ends_after_start"),
        CheckConstraint("attendees >= 0", name="attendees_counted"),
        CheckConstraint("first_timers >= 0", name="first_timers_counted"),
        CheckConstraint("volunteers >= 0", name="volunteers_counted"),
        CheckConstraint("proposals_taken_up >= 0", name="proposals_counted"),
        CheckConstraint("roles_handed_over >= 0", name="roles_counted"),
        CheckConstraint("part_of_id IS NULL OR part_of_id <> id", name="not_part_of_itself"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    project_id: int | None = Field(default=None, foreign_key="project.id", index=True)
    title: str = Field(max_length=200)
    starts_on: date | None = None
    ends_on: date | None = None
    precision: Precision = Field(sa_column=vocabulary_column(Precision, "precision"))
    kind: ActivityKind | None = Field(default=None, sa_column=vocabulary_column(ActivityKind, "kind", nullable=True))
    place: str | None = Field(default=None, max_length=200)
    status: ActivityStatus = Field(sa_column=vocabulary_column(ActivityStatus, "status"))
    attendees: int | None = None
    attendees_estimated: bool | None = None
    """Whether the number was estimated; empty when nobody said."""
    first_timers: int | None = None
    volunteers: int | None = None
    reachability: Reachability | None = Field(
        default=None, sa_column=vocabulary_column(Reachability, "reachability", nullable=True)
    )
    plenary: bool | None = None
    languages: str | None = Field(default=None, max_length=200)
    free_of_charge: bool | None = None
    accessible: bool | None = None
    joint_planning: bool | None = None
    proposals_taken_up: int | None = None
    roles_handed_over: int | None = None
    part_of_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    link: NetworkLink | None = Field(default=None, sa_column=vocabulary_column(NetworkLink, "link", nullable=True))
    source: str | None = Field(default=None, max_length=500)
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    note: str | None = Field(default=None, max_length=2000)
    archived_on: date | None = None
    """The day it was put into the archive, ``None`` while one can choose it."""
    version: int = 1


class Participation(SQLModel, table=True):
    """One organisation taking part in one activity in one role; an empty status takes the activity's."""

    __table_args__ = (UniqueConstraint("organisation_id", "activity_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    activity_id: int = Field(foreign_key="activity.id", index=True)
    role: ParticipationRole = Field(sa_column=vocabulary_column(ParticipationRole, "role"))
    status: ActivityStatus | None = Field(
        default=None, sa_column=vocabulary_column(ActivityStatus, "status", nullable=True)
    )
    source: str | None = Field(default=None, max_length=500)
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
