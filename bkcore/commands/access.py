"""Commands on sign-in links."""

from typing import Annotated, Literal

from pydantic import Field

from bkcore.commands.base import Command, EmptyIsNone, Slug
from bkcore.vocabulary import Role


class CreateSignInLink(Command):
    """Create a one-time link for a role; a lead's names the project."""

    role: Literal[Role.ADMINISTRATION, Role.STEERING_GROUP, Role.PROJECT_LEAD]
    project: Annotated[Slug | None, EmptyIsNone] = None
    label: Annotated[str, Field(max_length=120)] = ""


class RevokeAccessLink(Command):
    """Revoke a sign-in link; its visits end at once."""

    link_id: int
