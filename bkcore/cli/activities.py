"""``bk activity``: what waits for a confirmation, whom to ask, and the address from which a lead answers."""

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import address, looking, print_json, settings, today, writing
from bkcore.cli.dispatch import dispatch
from bkcore.commands.capture import CreateCaptureLink, RevokeCaptureLink
from bkcore.faults import MailMissing
from bkcore.post.asking import ask, question_went_out
from bkcore.reports.capture_reminders import due, reminders
from bkcore.services.capture_links import create_capture_link, revoke_capture_link
from bkcore.wording import capture as words


@click.group("activity", cls=german.Group, help="Aktivitäten bestätigen lassen.")
def activity() -> None:
    """Hold the commands on activities."""


@activity.command("waiting", help="Listet Aktivitäten, deren Tag vorbei ist und die niemand bestätigt hat.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def waiting_command(*, as_json: bool) -> None:
    """Print what waits, the latest first."""
    with looking() as session:
        found = reminders(session, today=today(), by=SYSTEM)
    if as_json:
        print_json(
            [
                {
                    "id": one.activity.slug,
                    "title": one.activity.title,
                    "date": one.activity.starts_on.isoformat() if one.activity.starts_on else None,
                    "precision": one.activity.precision,
                    "project": one.activity.project,
                    "reachable": one.reachable,
                    "asked_on": one.asked_on.isoformat() if one.asked_on else None,
                }
                for one in found
            ]
        )
        return
    for one in found:
        seen = one.activity
        click.echo(words.waiting_line(seen.title, seen.starts_on, seen.project_title, precision=seen.precision))
    if not found:
        click.echo(words.NOTHING_WAITS)


@activity.command("remind", help="Fragt die Leitungen per E-Mail, was aus ihren Aktivitäten geworden ist; täglich.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def remind_command(*, as_json: bool) -> None:
    """Ask by mail about each activity once, within two weeks after its day; exit code 1 when one did not go."""
    chosen = settings()
    if not chosen.smtp_url:
        raise MailMissing
    with writing() as session:
        asked = due(reminders(session, today=today(), by=SYSTEM), today=today())
        letters = ask(session, [one.activity for one in asked], site=address(""), by=SYSTEM)
    dispatch(
        letters,
        settings=chosen,
        taken=question_went_out,
        withdraw=lambda session, link: revoke_capture_link(session, RevokeCaptureLink(link_id=link), by=SYSTEM),
        nobody=words.NOBODY_TO_ASK,
        as_json=as_json,
    )


@activity.command("link", help="Gibt den Link aus, unter dem ein Projekt seine Aktivitäten erfasst.")
@click.argument("project", metavar="PROJEKT")
@click.option("--label", default="", help="Für wen: eine Funktion, kein Name.")
@click.option("--mail", default=None, help="Wohin Nachfragen gehen.")
def link_command(project: str, label: str, mail: str | None) -> None:
    """Print the address alone."""
    command = CreateCaptureLink(project=project, label=label, mail=mail)
    with writing() as session:
        issued = create_capture_link(session, command, by=SYSTEM)
    click.echo(address(f"/erfassen/{issued.token}"))


COMMANDS = (activity,)
