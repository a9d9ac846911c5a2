"""Commands on the archive: put a record away, take it out again."""

from typing import Literal

from bkcore.commands.base import Command, Slug

Kept = Literal["organisation", "project", "activity", "consultation"]
"""A table whose rows the desk keeps."""


class ArchiveRecord(Command):
    """Put a record away; ``version`` is the one the person saw."""

    table: Kept
    slug: Slug
    version: int


class RestoreRecord(Command):
    """Take a record out of the archive again."""

    table: Kept
    slug: Slug
    version: int
