"""``bk import``, ``bk export``, ``bk backup``, ``bk restore``."""

import sys
from pathlib import Path

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import engine, print_json, settings
from bkcore.errors import ImportRefused
from bkcore.intake.apply import apply, preview
from bkcore.intake.backup import backup
from bkcore.intake.export import export
from bkcore.intake.read import read
from bkcore.intake.report import Fault, ImportReport
from bkcore.intake.restore import restore
from bkcore.store.engine import engine_for
from bkcore.wording import command_line as wording
from bkcore.wording.messages import message
from bkcore.wording.numbers import whole

_PATH = click.Path(path_type=Path)


@click.command("import", cls=german.Command, help="Liest einen Ordner mit CSV-Dateien oder eine Excel-Mappe ein.")
@click.argument("path", metavar="PFAD", type=_PATH)
@click.option("--dry-run", is_flag=True, help="Nur zeigen, was sich ändern würde.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
def import_command(path: Path, *, dry_run: bool, as_json: bool) -> None:
    """Import everything or nothing; exit code 1 when there are faults."""
    tables = read(path)
    report = preview(engine(), tables, by=SYSTEM)
    if not report.faults and not dry_run:
        report = apply(engine(), tables, by=SYSTEM)
    if as_json:
        print_json(report.as_json())
    else:
        _print(report, dry_run=dry_run)
    if report.faults:
        click.echo(message(ImportRefused(faults=len(report.faults))), err=True)
        sys.exit(1)


@click.command("export", cls=german.Command, help="Schreibt alles in eine Excel-Mappe (.xlsx) oder einen Ordner.")
@click.argument("path", metavar="PFAD", type=_PATH)
def export_command(path: Path) -> None:
    """Export all nine sheets."""
    rows = export(engine(), path, by=SYSTEM)
    click.echo(wording.EXPORTED.format(rows=whole(sum(rows.values())), path=path))


@click.command(
    "backup", cls=german.Command, help="Sichert die ganze Datenbank in eine Datei, auch im laufenden Betrieb."
)
@click.argument("path", metavar="DATEI", type=_PATH)
def backup_command(path: Path) -> None:
    """Write a backup."""
    backup(engine(), path)
    click.echo(wording.BACKED_UP.format(path=path))


@click.command(
    "restore", cls=german.Command, help="Spielt eine Sicherung ein; sie wird geprüft, bevor sie etwas ersetzt."
)
@click.argument("path", metavar="DATEI", type=_PATH)
def restore_command(path: Path) -> None:
    """Replace everything by a backup."""
    restore(engine_for(settings().database_url), path)
    click.echo(wording.RESTORED.format(path=path))


def _print(report: ImportReport, *, dry_run: bool) -> None:
    for fault in report.faults:
        click.echo(_line(fault), err=True)
    for sheet, tally in report.sheets.items():
        new, changed, unchanged = whole(tally.new), whole(tally.changed), whole(tally.unchanged)
        click.echo(wording.TALLY.format(sheet=sheet, new=new, changed=changed, unchanged=unchanged))
    if dry_run and not report.faults:
        click.echo(wording.PREVIEW)


def _line(fault: Fault) -> str:
    return wording.FAULT.format(
        file=fault.file,
        row="" if fault.row is None else wording.ROW.format(row=fault.row),
        column=wording.COLUMN.format(column=fault.column) if fault.column else "",
        value=wording.VALUE.format(value=fault.value) if fault.value else "",
        reason=fault.reason,
    )


COMMANDS = (import_command, export_command, backup_command, restore_command)
