"""Commands on the seats of the steering group and on the people who represent an organisation there."""

from typing import Annotated

from pydantic import Field

from bkcore.commands.base import Command, Day, EmptyIsNone, Note, Slug

PersonName = Annotated[str, Field(min_length=3, max_length=120)]
"""The name of a person who sits for an organisation; the only place where one belongs."""


class CreateSeat(Command):
    """Give an organisation a seat in the steering group."""

    organisation: Slug
    title: Annotated[str, Field(min_length=1, max_length=120)] = "Sitz"
    begins_on: Day


class EndSeat(Command):
    """End a seat, and with it whoever sits on it; what was stays."""

    seat: Slug
    ends_on: Day
    version: int


class WriteHandover(Command):
    """Write what whoever comes next on a seat should know; ``version`` is the one the person saw."""

    seat: Slug
    text: Note = None
    version: int


class BeginRepresentation(Command):
    """Let somebody represent an organisation on a seat; whoever sat there before ends the day before."""

    seat: Slug
    name: PersonName
    contact: Annotated[str | None, Field(max_length=254), EmptyIsNone] = None
    begins_on: Day


class EndRepresentation(Command):
    """End the current representation of a seat."""

    seat: Slug
    ends_on: Day


class ErasePerson(Command):
    """Erase name and address of one representation now."""

    representation_id: int


class EraseDuePersons(Command):
    """Erase names and addresses of representations that ended so many days ago or longer."""

    kept_days: Annotated[int, Field(ge=0)]
