"""``bk metrics``, ``bk catalogue``."""

from datetime import datetime
from pathlib import Path

import click
from sqlalchemy.engine import make_url

from bkcore import catalogue as core_catalogue
from bkcore.access import SYSTEM
from bkcore.cli import german
from bkcore.cli.base import DATE, day, looking, print_json, settings, today
from bkcore.errors import BkError
from bkcore.metrics.network import as_json as network_json
from bkcore.metrics.participation import participation_json
from bkcore.metrics.window import Window
from bkcore.reports import editions
from bkcore.reports import factors as factors_report
from bkcore.reports import network as network_report
from bkcore.reports import perspectives as perspectives_report
from bkcore.reports.editions import EditionState
from bkcore.vocabulary import NetworkLink
from bkcore.wording.editions import state as state_sentence
from bkcore.wording.figures import lines

_FROM = click.option("--from", "start", type=DATE, help="Erster Tag des Zeitraums.")
_TO = click.option("--to", "end", type=DATE, help="Erster Tag nach dem Zeitraum.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Als JSON ausgeben.")


@click.group("metrics", cls=german.Group, help="Kennzahlen berechnen und ausgeben.")
def metrics() -> None:
    """Hold the commands on figures."""


@metrics.command("network", help="Kennzahlen des Netzwerks in einem Zeitraum.")
@_FROM
@_TO
@click.option("--include-announced", is_flag=True, help="Angekündigtes mitzählen.")
@click.option("--link", type=click.Choice([link.value for link in NetworkLink]), help="Nur dieser Netzwerkbezug.")
@_JSON
def network(
    start: datetime | None, end: datetime | None, link: str | None, *, include_announced: bool, as_json: bool
) -> None:
    """Print the figures of the network."""
    with looking() as session:
        data = network_report.load(session)
    window = Window(day(start), day(end))
    figures = network_report.figures(data, window=window, include_announced=include_announced, link=link)
    details = network_report.details(data, figures, window=window, include_announced=include_announced, link=link)
    _print(network_json(figures) | details, as_json=as_json)


@metrics.command("participation", help="Aktivitäten und Teilnahme in einem Zeitraum.")
@_FROM
@_TO
@_JSON
def participation(start: datetime | None, end: datetime | None, *, as_json: bool) -> None:
    """Print the figures of participation."""
    with looking() as session:
        data = network_report.load(session)
    figures = network_report.participation(data, window=Window(day(start), day(end)))
    _print(participation_json(figures), as_json=as_json)


@metrics.command(
    "factors", help="Profil der acht Gelingensfaktoren einer Runde (ohne Angabe: der letzten geschlossenen)."
)
@click.option("--round", "identifier", help="ID der Runde.")
@_JSON
def factors(identifier: str | None, *, as_json: bool) -> None:
    """Print the profile of the factors."""
    with looking() as session:
        data = factors_report.as_json(session, today=today(), round_slug=identifier)
    _print(data, as_json=as_json)


@metrics.command("coverage", help="Welche der gesuchten Perspektiven in welchem Jahr vertreten sind.")
@_JSON
def coverage(*, as_json: bool) -> None:
    """Print which of the declared perspectives are covered in which year."""
    with looking() as session:
        report = perspectives_report.build(session, network_report.load(session), by=SYSTEM)
    _print(perspectives_report.as_json(report), as_json=as_json)


@click.command("catalogue", cls=german.Command, help="Gibt den Katalog der Gelingensfaktoren aus.")
@_JSON
def catalogue(*, as_json: bool) -> None:
    """Print the catalogue; without a usable database the state is the one in its file."""
    loaded = core_catalogue.load()
    found = _state(loaded.version)
    if as_json:
        approval = {"decided_on": found.decided_on, "meeting": found.meeting} if found.recorded else None
        state = "freigegeben" if found.approved else "entwurf"
        print_json(core_catalogue.as_json(loaded) | {"state": state, "approval": approval})
        return
    state = state_sentence(approved=found.approved, decided_on=found.decided_on, meeting=found.meeting)
    click.echo(f"{loaded.title} (Fassung {loaded.version}, {state})")
    for factor in loaded.factors:
        click.echo(f"\n{factor.number}. {factor.title} [{factor.id}]")
        for indicator in factor.indicators:
            click.echo(f"   {indicator.id}: {indicator.statement}")


def _state(version: str) -> EditionState:
    """Return the state as of the database, or of the file where there is no database; none is made by asking."""
    url = make_url(settings().database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return editions.state_in_file(version)
    try:
        with looking() as session:
            return editions.state_of(session, version)
    except BkError:
        return editions.state_in_file(version)


def _print(data: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(data)
        return
    for line in lines(data):
        click.echo(line)


COMMANDS = (metrics, catalogue)
