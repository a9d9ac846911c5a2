"""Sends letters and records for each link that its letter went out; the letters themselves are nowhere kept."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Engine
from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.rounds import RecordDispatch
from bkcore.post.letters import Letter
from bkcore.post.sending import Outcome, send
from bkcore.services.reminders import record_dispatch
from bkcore.settings import Settings
from bkcore.store.unit_of_work import unit_of_work

Taken = Callable[[Session, int, Actor], object]
"""Records in a unit of work that the mail server took the letter with a link, by the id of the link."""


def rater_letter_taken(session: Session, link_id: int, by: Actor) -> None:
    """Record it of a letter that invites to a round or reminds of it."""
    record_dispatch(session, RecordDispatch(link_id=link_id), by=by)


def deliver(
    letters: Iterable[Letter], *, engine: Engine, settings: Settings, by: Actor, taken: Taken = rater_letter_taken
) -> Iterator[Outcome]:
    """Send letters and keep the moment each was taken, at once, so that a broken run loses nothing.

    Args:
        letters: Each with an address.
        engine: Where the links are.
        settings: Mail server and sender.
        by: Who sends.
        taken: What is recorded of a letter that was taken.

    Yields:
        One outcome per letter; what was not sent has to be shown, because its link can be read nowhere else.

    Raises:
        MailMissing: No mail server is set.
        NotPermitted: The actor does not invite.
    """
    for outcome in send(letters, settings=settings):
        if outcome.sent:
            with unit_of_work(engine) as session:
                taken(session, outcome.letter.link_id, by)
        yield outcome
