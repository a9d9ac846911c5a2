"""``bk serve``, ``bk migrate``, ``bk doctor``."""

import os
import sys

import click

from bkcore import doctor as checks
from bkcore import seed
from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import print_json, settings
from bkcore.commands.access import CreateSignInLink
from bkcore.services.access import create_sign_in_link
from bkcore.store.engine import engine_for
from bkcore.store.schema import head, migrate
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import Role


@click.command("migrate", cls=german.Command, help="Bringt die Datenbank auf den Stand des Programms.")
def migrate_command() -> None:
    """Bring the schema to its head."""
    migrate(engine_for(settings().database_url))
    click.echo(f"Die Datenbank ist auf dem Stand {head()}.")
