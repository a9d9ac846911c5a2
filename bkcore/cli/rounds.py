"""``bk round``, ``bk invite``."""

from datetime import datetime

import click
from sqlmodel import col, select

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import DATE, address, looking, print_json, today, writing
from bkcore.commands.assessments import CloseRound, InviteRater, OpenRound
from bkcore.model.assessments import Round
from bkcore.services.access import invite_rater
from bkcore.services.rounds import close_round, open_round
from bkcore.vocabulary import View
from bkcore.wording.numbers import date_de

_VIEWS = {"lead": View.LEAD, "team": View.TEAM, "partner": View.PARTNER}


@click.group("round", cls=german.Group, help="Runden der Selbsteinschätzung öffnen, schließen, auflisten.")
def turn() -> None:
    """Hold the commands on rounds."""


@turn.command("open", help="Öffnet heute eine Runde.")
@click.argument("title", metavar="TITEL")
@click.option("--closes", type=DATE, required=True, help="Letzter Tag, an dem geantwortet werden kann.")
def open_command(title: str, closes: datetime) -> None:
    """Open a round and print its id."""
    with writing() as session:
        click.echo(open_round(session, OpenRound(title=title, closes_on=closes.date()), by=SYSTEM).slug)


@turn.command("close", help="Schließt eine Runde vor ihrem letzten Tag.")
@click.argument("identifier", metavar="ID")
def close_command(identifier: str) -> None:
    """Close a round."""
    with writing() as session:
        close_round(session, CloseRound(slug=identifier), by=SYSTEM)


@turn.command("list", help="Listet alle Runden auf.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def list_command(*, as_json: bool) -> None:
    """Print all rounds, newest first."""
    with looking() as session:
        rows = session.exec(select(Round).order_by(col(Round.opens_on).desc(), col(Round.id).desc())).all()
    entries = [
        {
            "id": row.slug,
            "title": row.title,
            "opens": row.opens_on,
            "closes": row.closes_on,
            "catalogue": row.catalogue_version,
            "open": row.is_open(today()),
        }
        for row in rows
    ]
    if as_json:
        print_json(entries)
        return
    for row in rows:
        state = "offen" if row.is_open(today()) else "geschlossen"
        click.echo(f"{row.slug}  {state}  {date_de(row.opens_on)} bis {date_de(row.closes_on)}  {row.title}")


@click.command("invite", cls=german.Command, help="Lädt zu einer Runde ein und gibt den persönlichen Link aus.")
@click.argument("project", metavar="PROJEKT")
@click.option("--round", "identifier", required=True, help="ID der Runde.")
@click.option(
    "--role", type=click.Choice(sorted(_VIEWS)), default="lead", show_default=True, help="Sicht auf das Projekt."
)
@click.option("--label", default="", help="Für wen: eine Funktion, kein Name.")
def invite(project: str, identifier: str, role: str, label: str) -> None:
    """Print the personal link alone."""
    command = InviteRater(round=identifier, project=project, view=_VIEWS[role], label=label)
    with writing() as session:
        issued = invite_rater(session, command, by=SYSTEM)
    click.echo(address(f"/anmelden/{issued.token}"))


COMMANDS = (turn, invite)
