"""Sends reminders from the command line and prints what became of each."""

import sys
from collections.abc import Callable, Iterable

import click
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.cli.base import engine, print_json, writing
from bkcore.post.delivery import Taken, deliver
from bkcore.post.letters import Letter
from bkcore.settings import Settings
from bkcore.wording import reminding as words


def dispatch(
    letters: Iterable[Letter],
    *,
    settings: Settings,
    taken: Taken,
    withdraw: Callable[[Session, int], object],
    nobody: str,
    as_json: bool,
) -> None:
    """Send letters; exit code 1 when one did not go.

    Args:
        letters: Each with an address.
        settings: Mail server and sender.
        taken: What is recorded of a letter that was taken.
        withdraw: Takes back the link of a letter that was not: nobody sees it here, so it reminds nobody.
        nobody: What is printed when there are no letters.
        as_json: Whether to print JSON.

    Raises:
        MailMissing: No mail server is set.
    """
    outcomes = []
    for outcome in deliver(letters, engine=engine(), settings=settings, by=SYSTEM, taken=taken):
        outcomes.append(outcome)
        if not outcome.sent:
            with writing() as session:
                withdraw(session, outcome.letter.link_id)
        if not as_json:
            click.echo(words.line(outcome.letter.title, outcome.letter.mail or "", outcome.reason))
    if as_json:
        rows = [(each.letter.title, each.letter.mail, each.sent, each.reason) for each in outcomes]
        print_json([dict(zip(("title", "mail", "sent", "reason"), row, strict=True)) for row in rows])
    elif not outcomes:
        click.echo(nobody)
    if not all(outcome.sent for outcome in outcomes):
        sys.exit(1)
