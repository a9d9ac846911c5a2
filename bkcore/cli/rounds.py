"""``bk round``, ``bk invite``; reminding stands in ``bkcore.cli.reminders``."""

from datetime import datetime

import click
from sqlmodel import col, select

from bkcore.access import SYSTEM
from bkcore.cli import german, reminders
from bkcore.cli.base import DATE, address, day, looking, print_json, today, writing
from bkcore.commands.assessments import CloseRound, InviteRater, OpenRound
from bkcore.commands.rounds import CancelRound, ChangePlannedRound, MoveLastDay
from bkcore.model.assessments import Round
from bkcore.services.access import invite_rater
from bkcore.services.records import required
from bkcore.services.round_dates import change_planned_round, move_last_day
from bkcore.services.rounds import cancel_round, close_round, open_round
from bkcore.vocabulary import View
from bkcore.wording.numbers import date_de

_VIEWS = {"lead": View.LEAD, "team": View.TEAM, "partner": View.PARTNER}


@click.group("round", cls=german.Group, help="Runden der Selbsteinschätzung planen, öffnen, verschieben, schließen.")
def turn() -> None:
    """Hold the commands on rounds."""


@turn.command("open", help="Öffnet eine Runde, heute oder ab einem späteren Tag.")
@click.argument("title", metavar="TITEL")
@click.option("--closes", type=DATE, required=True, help="Letzter Tag, an dem geantwortet werden kann.")
@click.option("--opens", type=DATE, help="Erster Tag; ohne Angabe heute.")
@click.option("--catalogue", "version", help="Fassung des Katalogs; ohne Angabe die neueste.")
@click.option("--project", "projects", multiple=True, help="Kennung, die gefragt werden soll; mehrfach möglich.")
def open_command(
    title: str, closes: datetime, opens: datetime | None, version: str | None, projects: tuple[str, ...]
) -> None:
    """Open a round and print its id."""
    command = OpenRound(
        title=title, opens_on=day(opens), closes_on=closes.date(), catalogue_version=version, projects=projects
    )
    with writing() as session:
        click.echo(open_round(session, command, by=SYSTEM).slug)


@turn.command("close", help="Schließt eine Runde vor ihrem letzten Tag.")
@click.argument("identifier", metavar="ID")
def close_command(identifier: str) -> None:
    """Close a round."""
    with writing() as session:
        close_round(session, CloseRound(slug=identifier), by=SYSTEM)


@turn.command("move", help="Verschiebt den letzten Tag einer laufenden Runde; frühestens auf morgen.")
@click.argument("identifier", metavar="ID")
@click.option("--closes", type=DATE, required=True, help="Neuer letzter Tag.")
def move_command(identifier: str, closes: datetime) -> None:
    """Move the last day of a running round."""
    with writing() as session:
        move_last_day(session, MoveLastDay(slug=identifier, closes_on=closes.date()), by=SYSTEM)


@turn.command("change", help="Ändert eine geplante Runde; was nicht angegeben ist, bleibt.")
@click.argument("identifier", metavar="ID")
@click.option("--title", help="Neuer Titel; die ID bleibt.")
@click.option("--opens", type=DATE, help="Neuer erster Tag.")
@click.option("--closes", type=DATE, help="Neuer letzter Tag.")
@click.option("--catalogue", "version", help="Andere Fassung des Katalogs.")
def change_command(
    identifier: str, title: str | None, opens: datetime | None, closes: datetime | None, version: str | None
) -> None:
    """Change a round that has not begun."""
    with writing() as session:
        row = required(session, Round, identifier)
        command = ChangePlannedRound(
            slug=identifier,
            title=title or row.title,
            opens_on=day(opens) or row.opens_on,
            closes_on=day(closes) or row.closes_on,
            catalogue_version=version or row.catalogue_version,
        )
        change_planned_round(session, command, by=SYSTEM)


@turn.command("cancel", help="Sagt eine geplante Runde ab; ihre Links gelten dann nicht mehr.")
@click.argument("identifier", metavar="ID")
def cancel_command(identifier: str) -> None:
    """Call off a round that has not begun."""
    with writing() as session:
        cancel_round(session, CancelRound(slug=identifier), by=SYSTEM)


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
            "planned": row.is_planned(today()),
        }
        for row in rows
    ]
    if as_json:
        print_json(entries)
        return
    for row in rows:
        state = "offen" if row.is_open(today()) else "geplant" if row.is_planned(today()) else "geschlossen"
        click.echo(f"{row.slug}  {state}  {date_de(row.opens_on)} bis {date_de(row.closes_on)}  {row.title}")


@click.command("invite", cls=german.Command, help="Lädt zu einer Runde ein und gibt den persönlichen Link aus.")
@click.argument("project", metavar="PROJEKT")
@click.option("--round", "identifier", required=True, help="ID der Runde.")
@click.option(
    "--role", type=click.Choice(sorted(_VIEWS)), default="lead", show_default=True, help="Sicht auf das Projekt."
)
@click.option("--label", default="", help="Für wen: eine Funktion, kein Name.")
@click.option("--mail", help="E-Mail-Adresse für Erinnerungen; sie wird nach der Runde gelöscht.")
def invite(project: str, identifier: str, role: str, label: str, mail: str | None) -> None:
    """Print the personal link alone."""
    command = InviteRater(round=identifier, project=project, view=_VIEWS[role], label=label, mail=mail)
    with writing() as session:
        issued = invite_rater(session, command, by=SYSTEM)
    click.echo(address(f"/anmelden/{issued.token}"))


for command in reminders.SUBCOMMANDS:
    turn.add_command(command)
COMMANDS = (turn, invite)
