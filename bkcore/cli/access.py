"""``bk sign-in``."""

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import address, writing
from bkcore.commands.access import CreateSignInLink
from bkcore.services.access import create_sign_in_link
from bkcore.vocabulary import Role

_ROLES = {Role.ADMINISTRATION.value: Role.ADMINISTRATION, Role.STEERING_GROUP.value: Role.STEERING_GROUP}


@click.command(
    "sign-in",
    cls=german.Command,
    help="Gibt einen Einmal-Link aus, 15 Minuten gültig: verwaltung, steuerungsgruppe oder die Kennung eines Projekts.",
)
@click.argument("role", metavar="ROLLE")
def sign_in(role: str) -> None:
    """Print the address alone."""
    if role in _ROLES:
        command = CreateSignInLink(role=_ROLES[role])
    else:
        command = CreateSignInLink(role=Role.PROJECT_LEAD, project=role)
    with writing() as session:
        issued = create_sign_in_link(session, command, by=SYSTEM)
    click.echo(address(f"/anmelden/{issued.token}"))


COMMANDS = (sign_in,)
