"""Who sits in the steering group: organisations hold seats, people represent them for a time (Popolo: Post)."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


def lasts(begins_on: date, ends_on: date | None, *, day: date) -> bool:
    """Tell whether a seat or a representation has begun and not ended on a day; both ends belong to it."""
    return begins_on <= day and (ends_on is None or ends_on >= day)


class Seat(SQLModel, table=True):
    """One seat of an organisation in the steering group."""

    __table_args__ = (
        CheckConstraint("length(slug) > 0", name="slug_given"),
        CheckConstraint("length(title) > 0", name="title_given"),
        CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="ends_after_beginning"),
    )

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(max_length=80, unique=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    title: str = Field(max_length=120)
    """What it is called among the seats of its organisation."""
    begins_on: date
    ends_on: date | None = None
    """Its last day, ``None`` while it exists."""
    handover: str | None = Field(default=None, max_length=2000)
    """What whoever comes next should know; a function, never a name."""
    version: int = 1


class Representation(SQLModel, table=True):
    """One person who represents an organisation on a seat for a time (Popolo: Membership).

    Name and address are the only personal data here, kept as long as needed. Once erased, number and days remain.
    """

    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="ends_after_beginning"),
        CheckConstraint("erased_on IS NULL OR (name IS NULL AND contact IS NULL)", name="erased_is_nameless"),
        CheckConstraint("number > 0", name="number_counted"),
        UniqueConstraint("seat_id", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    seat_id: int = Field(foreign_key="seat.id", index=True)
    number: int
    """The first of a seat is 1."""
    name: str | None = Field(default=None, max_length=120)
    contact: str | None = Field(default=None, max_length=254)
    begins_on: date
    ends_on: date | None = None
    """The last day, ``None`` while it lasts."""
    erased_on: date | None = None
