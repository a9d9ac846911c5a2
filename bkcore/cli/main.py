"""The entry of ``bk``: all commands, and the one place where a refusal becomes a sentence."""

import sys

import click
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError

from bkcore.cli import german
from bkcore.errors import BkError
from bkcore.faults import DatabaseBusy
from bkcore.wording.messages import field_message, message


@click.group(cls=german.Group, help="Beteiligungs-Dashboard Bergkamen: Verwaltung an der Befehlszeile.")
def bk() -> None:
    """Hold all commands; each stands in its own module."""


def main() -> None:
    """Run a command; a refusal is one German sentence on standard error."""
    from bkcore.cli import access, data, figures, measures, members, publication, reports, rounds, server

    for module in (server, data, figures, rounds, measures, members, access, publication, reports):
        for command in module.COMMANDS:
            bk.add_command(command)
    try:
        bk.main(standalone_mode=False)
    except BkError as error:
        click.echo(message(error), err=True)
        sys.exit(1)
    except ValidationError as error:
        for fault in error.errors():
            click.echo(f"{fault['loc'][0] if fault['loc'] else ''}: {field_message(fault)}", err=True)
        sys.exit(2)
    except click.UsageError as error:
        click.echo(german.complaint(error), err=True)
        sys.exit(2)
    except OperationalError:
        click.echo(message(DatabaseBusy()), err=True)
        sys.exit(1)
    except click.Abort:
        sys.exit(1)
