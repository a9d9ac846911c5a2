"""Commands around a round: its days, whom to ask, correcting, reminding, what was sent, and forgetting addresses."""

from typing import Annotated

from pydantic import Field

from bkcore.commands.base import Command, Day, EmptyIsNone, MailAddress, Slug


class MoveLastDay(Command):
    """Give a running round more days, or fewer."""

    slug: Slug
    closes_on: Day


class ChangePlannedRound(Command):
    """Change a round that has not begun, as a whole; its slug stays, because invitations hang on it."""

    slug: Slug
    title: Annotated[str, Field(min_length=1, max_length=120)]
    opens_on: Day
    closes_on: Day
    catalogue_version: Annotated[str, Field(min_length=1, max_length=20)]


class CancelRound(Command):
    """Call off a round that has not begun; its invitations are gone with it."""

    slug: Slug


class ChooseAsked(Command):
    """Say which projects and departments are to be asked in a round, in place of those chosen before."""

    round: Slug
    projects: tuple[Slug, ...]


class CorrectInvitation(Command):
    """Correct whom an invitation is made out to, or where it is sent to; its link stays."""

    link_id: int
    label: Annotated[str, Field(max_length=120)] = ""
    mail: Annotated[MailAddress | None, EmptyIsNone] = None


class RenewInvitation(CorrectInvitation):
    """Give an invitation a new link, made out and sent to what stands here; the old ones are dead at once."""


class RemindRater(Command):
    """Give a person who has not handed in one more link to the same assessment; earlier ones stay valid."""

    assessment_id: int


class WithdrawReminder(Command):
    """Take back a reminder whose message reached nobody; its link is gone."""

    link_id: int


class RecordDispatch(Command):
    """Record that the message with a link was taken by the mail server."""

    link_id: int


class ForgetAddresses(Command):
    """Forget the e-mail addresses of rounds that ended long enough ago."""
