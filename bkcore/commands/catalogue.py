"""Commands on versions of the catalogue."""

from typing import Annotated

from pydantic import Field

from bkcore.commands.base import Command, Day, Line

Version = Annotated[str, Field(min_length=1, max_length=20)]
"""The name of a version, as a round keeps it."""


class ApproveCatalogue(Command):
    """Record that the steering group approved a version: on which day, in which meeting."""

    version: Version
    decided_on: Day
    meeting: Line


class WithdrawApproval(Command):
    """Take back an approval that was recorded by mistake, and say why."""

    version: Version
    reason: Line
