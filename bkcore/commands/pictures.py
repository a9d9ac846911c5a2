"""Commands on the pictures of projects, and on those that leads offer."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bkcore.commands.base import Command, Slug

Content = Annotated[bytes, Field(repr=False)]
Alt = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]
Consent = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class PutPicture(Command):
    """Give a project a picture, in place of the one it had; a new picture is not released."""

    slug: Slug
    content: Content
    alt: Alt
    consent: Consent


class ReleasePicture(Command):
    """Release the picture of a project for the council and the public, or take it back."""

    slug: Slug
    digest: Digest
    released: bool


class RemovePicture(Command):
    """Delete the picture of a project for good."""

    slug: Slug


class OfferPicture(Command):
    """Offer a picture of an activity that took place, in place of the one offered before."""

    activity: Slug
    content: Content
    alt: Alt
    consent: Consent


class TakeOfferedPicture(Command):
    """Make the picture somebody looked at that of the activity's project; it still has to be released."""

    activity: Slug
    digest: Digest


class DeclinePicture(Command):
    """Delete an offered picture that somebody looked at."""

    activity: Slug
    digest: Digest
