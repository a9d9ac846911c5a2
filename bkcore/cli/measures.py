"""``bk measure``: list, remind, forget."""

from datetime import UTC, datetime, timedelta

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import address, looking, print_json, settings, today, writing
from bkcore.cli.dispatch import dispatch
from bkcore.commands.measures import ForgetOwners, RemindOwner, WithdrawOwnerReminder
from bkcore.faults import MailMissing
from bkcore.post.owners import Writing, letter_taken, reminder
from bkcore.reports.measure_board import BoardMeasure, build
from bkcore.reports.owners import owners_to_remind
from bkcore.services.measure_links import forget_owners, remind_owner, withdraw_owner_reminder
from bkcore.wording import reminding as words
from bkcore.wording.labels import label


@click.group("measure", cls=german.Group, help="Maßnahmen: auflisten, Zuständige erinnern, Adressen vergessen.")
def measure() -> None:
    """Hold the commands on measures."""


@measure.command("list", cls=german.Command, help="Alle Maßnahmen; überfällige zuerst.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def list_command(*, as_json: bool) -> None:
    """Print all measures."""
    with looking() as session:
        found = build(session, by=SYSTEM).measures
    if as_json:
        print_json([_row(one) for one in found])
        return
    for one in found:
        late = words.OVERDUE if one.is_overdue(today()) else label(one.state)
        click.echo(f"{one.id}  {one.due_on}  {late}  {one.title}  {one.owner}")


@measure.command("remind", cls=german.Command, help="Erinnert Zuständige, deren Maßnahme fällig wird oder ist.")
@click.option(
    "--not-since", "days", type=click.IntRange(0, 365), default=0, help="Nur wer so viele Tage nichts bekommen hat."
)
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def remind_command(days: int, *, as_json: bool) -> None:
    """Send a reminder to every known address, and print what became of each; exit code 1 when one did not go."""
    chosen = settings()
    if not chosen.smtp_url:
        raise MailMissing
    with looking() as session:
        owners = [one for one in owners_to_remind(session, by=SYSTEM, today=today()) if one.mail]
    waiting = [
        one.measure for one in owners if not (one.written_on and today() - one.written_on < timedelta(days=days))
    ]
    at = Writing(now=datetime.now(UTC), today=today(), site=address(""))
    with writing() as session:
        letters = [
            reminder(one, remind_owner(session, RemindOwner(measure_id=one.id), by=SYSTEM), at=at) for one in waiting
        ]
    dispatch(
        letters,
        settings=chosen,
        taken=letter_taken,
        withdraw=lambda session, link: withdraw_owner_reminder(session, WithdrawOwnerReminder(link_id=link), by=SYSTEM),
        nobody=words.NO_OWNER,
        as_json=as_json,
    )


@measure.command("forget", cls=german.Command, help="Vergisst Adressen zu Maßnahmen, die seit 30 Tagen zu Ende sind.")
def forget_command() -> None:
    """Forget addresses and print how many."""
    with writing() as session:
        click.echo(words.forgotten(forget_owners(session, ForgetOwners(), by=SYSTEM)))


def _row(one: BoardMeasure) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "owner": one.owner,
        "due": one.due_on,
        "state": one.state,
        "overdue": one.is_overdue(today()),
        "factor": one.factor_id or None,
        "project": one.project or None,
        "origin": one.origin,
        "finished": one.finished_on,
    }


COMMANDS = (measure,)
