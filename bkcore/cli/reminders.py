"""``bk round remind``, ``bk round forget``."""

from datetime import UTC, datetime, timedelta

import click
from sqlmodel import select

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import address, looking, settings, today, writing
from bkcore.cli.dispatch import dispatch
from bkcore.commands.rounds import ForgetAddresses, WithdrawReminder
from bkcore.errors import NotFound
from bkcore.faults import MailMissing
from bkcore.model.assessments import Round
from bkcore.post.delivery import rater_letter_taken
from bkcore.post.letters import Occasion
from bkcore.post.reminding import remind
from bkcore.reports.invitations import invitations
from bkcore.services.reminders import forget_addresses, withdraw_reminder
from bkcore.wording import reminding as words


@click.command("remind", cls=german.Command, help="Erinnert alle, die noch nicht abgegeben haben, per E-Mail.")
@click.argument("identifier", metavar="ID")
@click.option(
    "--not-since", "days", type=click.IntRange(0, 365), default=0, help="Nur wer so viele Tage nicht erinnert wurde."
)
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def remind_command(identifier: str, days: int, *, as_json: bool) -> None:
    """Send a reminder to every known address, and print what became of each; exit code 1 when one did not go."""
    chosen = settings()
    if not chosen.smtp_url:
        raise MailMissing
    with looking() as session:
        row = session.exec(select(Round).where(Round.slug == identifier)).first()
        if row is None:
            raise NotFound(what="round", key=identifier)
        entries = [
            entry
            for entry in invitations(session, round_slug=identifier, by=SYSTEM)
            if entry.can_be_reminded
            and entry.mail
            and not (entry.reminded_on and today() - entry.reminded_on < timedelta(days=days))
        ]
    about = Occasion(
        slug=row.slug,
        title=row.title,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        catalogue_version=row.catalogue_version,
        now=datetime.now(UTC),
        today=today(),
        site=address(""),
    )
    with writing() as session:
        letters = remind(session, entries, about=about, by=SYSTEM)
    dispatch(
        letters,
        settings=chosen,
        taken=rater_letter_taken,
        withdraw=lambda session, link: withdraw_reminder(session, WithdrawReminder(link_id=link), by=SYSTEM),
        nobody=words.NOBODY,
        as_json=as_json,
    )


@click.command("forget", cls=german.Command, help="Vergisst E-Mail-Adressen von Runden, die seit 30 Tagen vorbei sind.")
def forget_command() -> None:
    """Forget addresses and print how many."""
    with writing() as session:
        click.echo(words.forgotten(forget_addresses(session, ForgetAddresses(), by=SYSTEM)))


SUBCOMMANDS = (remind_command, forget_command)
