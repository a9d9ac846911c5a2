"""``bk members``: list, erase."""

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import engine, looking, print_json, settings, today, writing
from bkcore.commands.members import EraseDuePersons, ErasePerson
from bkcore.reports.members import SeatState, build
from bkcore.services.member_erasure import erase_due_persons, erase_person
from bkcore.store.scrubbing import scrub
from bkcore.wording import members as words


@click.group("members", cls=german.Group, help="Sitze der Steuerungsgruppe: auflisten, Namen löschen.")
def members() -> None:
    """Hold the commands on members."""


@members.command("list", cls=german.Command, help="Alle Sitze und Vertretungen, Namen solange sie gespeichert sind.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def list_command(*, as_json: bool) -> None:
    """Print all seats with everybody who sat there."""
    with looking() as session:
        found = build(session, by=SYSTEM, today=today(), kept_days=settings().member_days).seats
    if as_json:
        print_json([_row(one) for one in found])
        return
    for seat in found:
        click.echo(f"{seat.slug}  {seat.organisation}  {seat.title}")
        for one in seat.sittings:
            name = one.name or words.erased(one.number)
            click.echo(f"  {one.id}  {one.begins_on} – {one.ends_on or ''}  {name}")


@members.command("erase", cls=german.Command, help="Löscht Namen, deren Frist vorbei ist, oder den einer Vertretung.")
@click.argument("identifier", metavar="[NUMMER]", type=int, required=False)
def erase_command(identifier: int | None) -> None:
    """Erase the persons that are due, or one of them now, and print how many."""
    with writing() as session:
        if identifier is None:
            number = erase_due_persons(session, EraseDuePersons(kept_days=settings().member_days), by=SYSTEM)
        else:
            erase_person(session, ErasePerson(representation_id=identifier), by=SYSTEM)
            number = 1
    scrub(engine())
    click.echo(words.erased_count(number))


def _row(seat: SeatState) -> dict[str, object]:
    return {
        "id": seat.slug,
        "organisation": seat.organisation,
        "title": seat.title,
        "begins": seat.begins_on,
        "ends": seat.ends_on,
        "representations": [
            {
                "id": one.id,
                "number": one.number,
                "name": one.name or None,
                "begins": one.begins_on,
                "ends": one.ends_on,
                "erased": one.erased_on,
            }
            for one in seat.sittings
        ],
    }


COMMANDS = (members,)
