"""The entry of ``bk``: all commands, and the one place where a refusal becomes a sentence."""

import importlib
import sys
from typing import Final

import click
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError

from bkcore.cli import german
from bkcore.errors import BkError
from bkcore.faults import DatabaseBusy
from bkcore.wording.messages import field_message, message

_MODULE_OF: Final = {
    "activity": "activities",
    "backup": "data",
    "catalogue": "figures",
    "doctor": "server",
    "export": "data",
    "import": "data",
    "invite": "rounds",
    "link": "publication",
    "measure": "measures",
    "members": "members",
    "metrics": "figures",
    "migrate": "server",
    "release": "publication",
    "report": "reports",
    "restore": "data",
    "round": "rounds",
    "serve": "server",
    "sign-in": "access",
}
"""Where each command stands. A test compares this with what the modules offer."""


class _OnDemand(german.Group):
    """A group that loads a command's module when it is asked for: most need neither pandas nor the server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return sorted(_MODULE_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or nothing when there is none of this name."""
        del ctx
        if cmd_name not in _MODULE_OF:
            return None
        return next(command for command in offered(_MODULE_OF[cmd_name]) if command.name == cmd_name)


def offered(module: str) -> tuple[click.Command, ...]:
    """Return the commands of a module in this package, which is loaded now.

    Args:
        module: Its name, without the package.

    Returns:
        What it offers in ``COMMANDS``.
    """
    commands: tuple[click.Command, ...] = importlib.import_module(f"bkcore.cli.{module}").COMMANDS
    return commands


@click.group(cls=_OnDemand, help="Beteiligungs-Dashboard Bergkamen: Verwaltung an der Befehlszeile.")
def bk() -> None:
    """Hold all commands; each stands in its own module."""


def main() -> None:
    """Run a command; a refusal is one German sentence on standard error."""
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
