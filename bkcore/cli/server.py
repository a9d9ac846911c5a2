"""``bk serve``, ``bk migrate``, ``bk doctor``."""

import errno
import os
import socket
import sys
from dataclasses import asdict

import click

from bkcore import seed
from bkcore import settings as core_settings
from bkcore.cli import german
from bkcore.cli.base import print_json, remember_address, settings
from bkcore.cli.examination import examine
from bkcore.cli.first_links import first_links
from bkcore.faults import SettingInvalid
from bkcore.store.engine import engine_for
from bkcore.store.schema import head, migrate, require_head
from bkcore.wording import doctor as doctor_wording
from bkcore.wording import server as wording


@click.command("migrate", cls=german.Command, help="Bringt die Datenbank auf den Stand des Programms.")
def migrate_command() -> None:
    """Bring the schema to its head."""
    migrate(engine_for(settings().database_url))
    click.echo(wording.MIGRATED.format(revision=head()))


@click.command("doctor", cls=german.Command, help="Prüft, was das Programm braucht, und nennt, was zu tun ist.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def doctor(*, as_json: bool) -> None:
    """Print one line per check; exit code 1 when one is not well."""
    findings = examine(settings())
    well = all(finding.ok for finding in findings)
    if as_json:
        print_json({"ok": well, "checks": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            mark = doctor_wording.WELL if finding.ok else doctor_wording.UNWELL
            click.echo(f"{doctor_wording.NAMES[finding.name]}: {mark}. {finding.text}")
    if not well:
        sys.exit(1)


@click.command("serve", cls=german.Command, help="Startet das Dashboard (Schema, Erstbestand und Server in einem).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse, auf der das Programm lauscht.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535), help="Anschluss.")
@click.option("--demo", is_flag=True, help="Mit eigener Datenbank und deutlich gekennzeichneten Beispieldaten.")
def serve(host: str, port: int, *, demo: bool) -> None:
    """Prepare the database, print where to go, and become the server."""
    wished: dict[str, object] = {"demo": True} if demo else {}
    if "public_url" not in core_settings.load(**wished).model_fields_set:
        wished["public_url"] = f"http://{_reachable(host)}:{port}"
    chosen = core_settings.load(**wished)
    chosen.writable_dir()
    chosen.secret()
    _require_free(host, port)
    if chosen.surface == "public":  # may only read: what it needs has been made by the internal surface
        require_head(engine_for(chosen.database_url))
        click.echo(wording.SERVING.format(address=chosen.public_url))
    else:
        prepared = seed.prepare(chosen)
        remember_address(chosen)
        click.echo(wording.SERVING.format(address=chosen.public_url))
        for line in first_links(chosen) if prepared.fresh else wording.returning(demo=chosen.demo):
            click.echo(line)
    sys.stdout.flush()
    # The core does not know the user interface: the server is started by name and takes this process over.
    command = [sys.executable, "-m", "dashboard.server"]
    environment = {"BK_DEMO": str(chosen.demo), "BK_PUBLIC_URL": chosen.public_url, "HOST": host, "PORT": str(port)}
    os.execve(sys.executable, command, {**os.environ, **environment})  # noqa: S606 - our own program


def _require_free(host: str, port: int) -> None:
    """Refuse an address nobody can listen on before one-time links are made out to it.

    Raises:
        SettingInvalid: It is not of this machine, not allowed, or taken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in found[:1]:
            with socket.socket(family, kind, protocol) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
    except (OSError, UnicodeError) as error:
        taken = isinstance(error, OSError) and error.errno in {errno.EADDRINUSE, errno.EACCES}
        variable, value = ("PORT", str(port)) if taken else ("HOST", host)
        expected = wording.FREE_PORT if taken else wording.OWN_HOST
        raise SettingInvalid(variable=variable, value=value, expected=expected) from error


def _reachable(host: str) -> str:
    return "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound


COMMANDS = (serve, migrate_command, doctor)
