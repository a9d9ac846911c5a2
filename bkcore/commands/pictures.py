"""Commands on the pictures of projects."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bkcore.commands.base import Command, Slug


class PutPicture(Command):
    """Give a project a picture, in place of the one it had; a new picture is not released."""

    slug: Slug
    content: Annotated[bytes, Field(repr=False)]
    alt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]
    consent: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class ReleasePicture(Command):
    """Release the picture of a project for the council and the public, or take it back."""

    slug: Slug
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    released: bool


class RemovePicture(Command):
    """Delete the picture of a project for good."""

    slug: Slug
