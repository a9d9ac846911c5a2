"""Commands around a round: whom to ask, reminding, what was sent, and forgetting where it was sent to."""

from bkcore.commands.base import Command, Slug


class CancelRound(Command):
    """Call off a round that has not begun; its invitations are gone with it."""

    slug: Slug


class ChooseAsked(Command):
    """Say which projects and departments are to be asked in a round, in place of those chosen before."""

    round: Slug
    projects: tuple[Slug, ...]


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
