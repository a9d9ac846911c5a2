"""``bk report``: the yearly report to the council, drafted, checked, released and written to files."""

from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import looking, print_json, settings, today, writing
from bkcore.commands.year_reports import FrameReport, ReleaseReport
from bkcore.faults import FileUnwritable
from bkcore.publication.yearly import drafts
from bkcore.publication.yearly import release as reports
from bkcore.publication.yearly.check import check
from bkcore.publication.yearly.document import YearReport, parse
from bkcore.publication.yearly.edition import assemble, text_of
from bkcore.publication.yearly.faces import FACES, made
from bkcore.publication.yearly.portal import Portal
from bkcore.services.year_reports import frame_report
from bkcore.vocabulary import PaperKind
from bkcore.wording import command_line as wording
from bkcore.wording import year_report as words
from bkcore.wording.numbers import date_de
from bkcore.wording.year_report_check import NOTHING

_KINDS: Final = {"mitteilung": PaperKind.NOTICE, "beschluss": PaperKind.RESOLUTION}
_YEAR = click.IntRange(1900, 2100)
_JSON = click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")
_KIND = click.option("--kind", type=click.Choice(list(_KINDS)), help="Mitteilungsvorlage oder Beschlussvorlage.")


class _Reports(german.Group):
    """A group whose shortest form names a year: ``bk report 2024 …`` is ``bk report file 2024 …``."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Read a year in the place of a command as the wish for a file."""
        return super().resolve_command(ctx, ["file", *args] if args and args[0].isdigit() else args)


@click.group(
    "report",
    cls=_Reports,
    help="Den jährlichen Sachstandsbericht entwerfen, prüfen, veröffentlichen und als Datei schreiben.",
)
def report() -> None:
    """Hold the commands on yearly reports."""


@report.command("file", help="Schreibt den Bericht eines Jahres als Datei; kürzer: „bk report JAHR --format …“.")
@click.argument("year", metavar="JAHR", type=_YEAR)
@click.option("--format", "form", type=click.Choice(list(FACES)), required=True, help="Als was.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Wohin.")
@_KIND
def file_command(year: int, form: str, out: Path, kind: str | None) -> None:
    """Write one face: the newest released version, else the draft, which says that it is one."""
    _write(out, made(_report(year, kind), form, portal=Portal.of(settings())))


@report.command("write", help="Schreibt alle Formen des Berichts in einen Ordner.")
@click.argument("year", metavar="JAHR", type=_YEAR)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "forms", type=click.Choice(list(FACES)), multiple=True, help="Nur diese; mehrfach möglich.")
@_KIND
def write_command(year: int, folder: Path, forms: tuple[str, ...], kind: str | None) -> None:
    """Write several faces below their own names."""
    found = _report(year, kind)
    for form in forms or tuple(FACES):
        path = folder / FACES[form].file
        _write(path, made(found, form, portal=Portal.of(settings())))
        click.echo(str(path))


@report.command("draft", help="Beginnt den Bericht eines Jahres, wenn nötig, und zeigt, was darin steht.")
@click.argument("year", metavar="JAHR", type=_YEAR)
@_KIND
@_JSON
def draft_command(year: int, kind: str | None, *, as_json: bool) -> None:
    """Begin a draft and print its texts."""
    with writing() as session:
        frame_report(session, FrameReport(year=year, kind=_kind(kind)), by=SYSTEM)
        content = reports.content_of(session, year, today=today())
        written = drafts.read(session, year)
    if as_json:
        print_json(
            [
                {"section": one.key, "text": text_of(one, written), "own": one.key in written.texts, "facts": one.basis}
                for one in content.chapters
            ]
        )
        return
    for one in content.chapters:
        click.echo(f"{words.TITLES[one.key]}\n{text_of(one, written) or wording.REPORT_LEFT_OUT}\n")


@report.command("check", help="Prüft den Bericht eines Jahres und nennt, was noch zu tun ist.")
@click.argument("year", metavar="JAHR", type=_YEAR)
@_JSON
def check_command(year: int, *, as_json: bool) -> None:
    """Print what is worth a look; nothing of it stops a release."""
    with looking() as session:
        content = reports.content_of(session, year, today=today())
        found = check(reports.draft_of(session, year, today=today()), content, drafts.read(session, year))
    if as_json:
        print_json([asdict(finding) for finding in found.findings])
        return
    for finding in found.findings:
        click.echo(f"- {finding.text}")
    click.echo(wording.REPORT_CHECKED if found.findings else NOTHING)


@report.command("release", help="Veröffentlicht den Bericht eines Jahres; er bekommt eine Nummer und ändert sich nie.")
@click.argument("year", metavar="JAHR", type=_YEAR)
@click.option("--correction", default="", help="Was eine weitere Fassung berichtigt; ab der zweiten nötig.")
@_JSON
def release_command(year: int, correction: str, *, as_json: bool) -> None:
    """Freeze the draft."""
    with writing() as session:
        made = reports.release_report(session, ReleaseReport(year=year, correction=correction), by=SYSTEM)
    if as_json:
        print_json({"number": made.number, "year": made.year, "version": made.version, "digest": made.digest})
    else:
        click.echo(wording.REPORT_RELEASED.format(number=made.number, year=made.year, version=made.version))


@report.command("list", help="Listet alle veröffentlichten Berichte auf, den neuesten zuerst.")
@_JSON
def list_command(*, as_json: bool) -> None:
    """Print all released reports."""
    with looking() as session:
        found = reports.entries(session)
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        click.echo(wording.REPORT_LINE.format(**asdict(one) | {"made_on": date_de(one.made_on)}))


def _report(year: int, kind: str | None) -> YearReport:
    """Return the newest released version; a draft when there is none, or when another kind of paper is asked for."""
    with looking() as session:
        last = reports.latest_of(session, year)
        if last is not None:
            found = parse(last.content)
            if kind is None or found.cover.kind == words.KINDS[_KINDS[kind]]:
                return found
        if kind is None:
            return reports.draft_of(session, year, today=today())
        written = drafts.read(session, year).of_kind(_KINDS[kind])
        return assemble(reports.content_of(session, year, today=today()), written, stand=today())


def _kind(kind: str | None) -> PaperKind | None:
    return _KINDS[kind] if kind else None


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=error.strerror or "") from error


COMMANDS = (report,)
