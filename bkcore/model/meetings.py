"""Meetings of the steering group, their agenda, who was there and what was decided (OParl: Meeting, AgendaItem)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import AgendaKind, DecisionResult, MeetingState


class Meeting(SQLModel, table=True):
    """One meeting; what it looks at is frozen when it starts and never changed afterwards."""

    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("(basis IS NULL) = (digest IS NULL)", name="basis_has_digest"),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=200)
    held_on: date
    starts_at: str = Field(default="", max_length=5)
    """Clock time of the town such as ``18:00``, empty when nobody said."""
    place: str = Field(default="", max_length=200)
    state: MeetingState = Field(sa_column=vocabulary_column(MeetingState, "state"))
    release_number: int | None = None
    """The release the network and the factors are shown from; ``None`` for the state of the record at the start."""
    basis: str | None = None
    """What was shown, as canonical JSON (``bkcore.publication.meeting.document``)."""
    digest: str | None = Field(default=None, max_length=64)
    guest_release: int | None = None
    """The release that guests read, the newest at the start."""
    token_hash: str | None = Field(default=None, max_length=64, unique=True)
    seed: str | None = Field(default=None, max_length=64)
    position: int = 0
    """The point the group looks at; counted from 0."""
    guests: str = Field(default="", max_length=500)
    """Who else was there, as functions."""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 1

    @property
    def activity_slug(self) -> str:
        """Slug of the activity a meeting becomes in the record; two meetings of one day stay two."""
        return f"sitzung-der-steuerungsgruppe-{self.held_on.isoformat()}-{self.id}"


class MeetingItem(SQLModel, table=True):
    """One point of the agenda."""

    __tablename__ = "meeting_item"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title_given"),
        UniqueConstraint("meeting_id", "position"),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    position: int
    kind: AgendaKind = Field(sa_column=vocabulary_column(AgendaKind, "kind"))
    title: str = Field(max_length=200)
    notes: str = Field(default="", max_length=4000)
    version: int = 1


class MeetingAttendance(SQLModel, table=True):
    """One organisation that was invited or came; never a person."""

    __tablename__ = "meeting_attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "organisation_id"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    invited: bool = Field(default=True)
    present: bool = Field(default=False)


class Decision(SQLModel, table=True):
    """One decision under a point of the agenda, with its result and the measure it created, if any."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="text_given"),
        UniqueConstraint("meeting_id", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    item_id: int = Field(foreign_key="meeting_item.id", index=True)
    number: int
    """Counted from 1 within the meeting; the number of a removed decision is not used again."""
    text: str = Field(max_length=1000)
    result: DecisionResult = Field(sa_column=vocabulary_column(DecisionResult, "result"))
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None
    measure_id: int | None = Field(default=None, foreign_key="measure.id", unique=True)
    removed: bool = Field(default=False)
    """Taken back; it stays with its number and is not in the minutes."""
    version: int = 1
