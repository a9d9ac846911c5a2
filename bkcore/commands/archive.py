"""Commands on the archive: put a record away, take it out again."""

from enum import StrEnum

from bkcore.commands.base import Command, Slug


class ArchiveKind(StrEnum):
    """What can be put away; the names of the tables."""

    ORGANISATION = "organisation"
    PROJECT = "project"
    ACTIVITY = "activity"
    CONSULTATION = "consultation"


class ArchiveRecord(Command):
    """Put a record away; ``version`` is the one the person saw."""

    kind: ArchiveKind
    slug: Slug
    version: int


class RestoreRecord(Command):
    """Take a record out of the archive again."""

    kind: ArchiveKind
    slug: Slug
    version: int
