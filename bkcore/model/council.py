"""The council's papers and what was released to it (OParl: Paper, Consultation)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, Text
from sqlmodel import Field, SQLModel

from bkcore.model.base import vocabulary_column
from bkcore.vocabulary import Certainty, NetworkLink, PaperKind, Precision


class Consultation(SQLModel, table=True):
    """One paper or agenda item before one body."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("(held_on IS NULL) = (precision = 'unbekannt')", name="date_matches_precision"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    reference: str | None = Field(default=None, max_length=40)
    subject: str = Field(max_length=300)
    kind: PaperKind = Field(sa_column=vocabulary_column(PaperKind, "kind"))
    body: str = Field(max_length=200)
    held_on: date | None = None
    precision: Precision = Field(sa_column=vocabulary_column(Precision, "precision"))
    result: str | None = Field(default=None, max_length=300)
    summary: str | None = Field(default=None, max_length=4000)
    url: str | None = Field(default=None, max_length=500)
    relevance: NetworkLink | None = Field(
        default=None, sa_column=vocabulary_column(NetworkLink, "relevance", nullable=True)
    )
    certainty: Certainty | None = Field(
        default=None, sa_column=vocabulary_column(Certainty, "certainty", nullable=True)
    )
    archived_on: date | None = None
    """The day it was put into the archive, ``None`` while one can choose it."""
    version: int = 1


class Release(SQLModel, table=True):
    """One frozen, numbered, dated and hashed briefing; never changed once it is there.

    ``on_purpose`` tells the ones a person made, for a sitting perhaps, from those that keep a live link current.
    """

    __table_args__ = (CheckConstraint("number > 0", name="number_counts_from_one"),)

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    made_at: datetime
    data_version: int
    on_purpose: bool = False
    content: str = Field(sa_column=Column("content", Text, nullable=False))
    digest: str = Field(max_length=64)


class LiveLink(SQLModel, table=True):
    """The council's address of the briefing; only the hash of its token is kept, and the hash of its password.

    Whoever holds the key of the program can compute the token again from ``seed`` (``bkcore.publication.addresses``).
    """

    __tablename__ = "live_link"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(max_length=64, unique=True)
    seed: str | None = Field(default=None, max_length=64)
    password_hash: str | None = Field(default=None, max_length=200)
    label: str = Field(max_length=120)
    audience: str = Field(max_length=20)
    created_at: datetime
    expires_on: date | None = None
    pinned_release_id: int | None = Field(default=None, foreign_key="release.id")
    sitting_on: date | None = None
    revoked_at: datetime | None = None

    def is_alive(self, today: date) -> bool:
        """Tell whether the link still opens on this day; it does so on the day it expires."""
        return self.revoked_at is None and (self.expires_on is None or today <= self.expires_on)


class LiveLinkDay(SQLModel, table=True):
    """How often a live link was opened on one day; no address, no device, no minute."""

    __tablename__ = "live_link_day"

    link_id: int = Field(foreign_key="live_link.id", primary_key=True)
    day: date = Field(primary_key=True)
    views: int = 0
