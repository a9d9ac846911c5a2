"""Previews and applies an import: everything or nothing, through the services everybody uses."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine
from sqlmodel import Session

from bkcore.access import Actor, administers, require
from bkcore.commands.activities import PutActivity
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.commands.base import Command
from bkcore.errors import ImportRefused
from bkcore.intake.check import check
from bkcore.intake.known import known_to
from bkcore.intake.order import wholes_first
from bkcore.intake.read import read
from bkcore.intake.report import ImportReport, Tally
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.steps import Steps, Tell, nobody
from bkcore.intake.table import Table
from bkcore.intake.voices import counters, is_voice
from bkcore.services.activities import put_activity, put_participation
from bkcore.services.bulk import bulk
from bkcore.services.council import put_consultation
from bkcore.services.organisations import put_organisation
from bkcore.services.perspectives import put_gap, put_perspective
from bkcore.services.projects import put_project
from bkcore.services.ratings import put_rating
from bkcore.services.records import Outcome
from bkcore.services.rounds import put_round
from bkcore.services.samples import refuse_sample
from bkcore.services.voice_counts import put_voices
from bkcore.store.unit_of_work import unit_of_work

Source = Path | Sequence[Table]
"""A path, or tables that were read or made before."""


class StoredRow(Protocol):
    """What every service returns, as far as an import needs it."""

    @property
    def outcome(self) -> Outcome:
        """Whether the row is new, changed or unchanged."""


SERVICES: Mapping[str, Callable[..., StoredRow]] = {
    "organisationen": put_organisation,
    "projekte": put_project,
    "aktivitaeten": put_activity,
    "beteiligungen": put_participation,
    "gremien": put_consultation,
    "runden": put_round,
    "bewertungen": put_rating,
    "perspektiven": put_perspective,
    "luecken": put_gap,
}
"""What puts a row of each sheet in place."""


class _Undo(Exception):
    """No error: the way out of a preview, which keeps nothing."""


def preview(
    engine: Engine, source: Source, *, by: Actor, now: datetime | None = None, tell: Tell = nobody
) -> ImportReport:
    """Tell what an import would come to, and leave nothing behind.

    Args:
        engine: Where the tables are.
        source: Path or tables.
        by: Who acts; must be the administration.
        now: The moment of the import, the clock's when absent.
        tell: Is told how far it is.

    Returns:
        New, changed and unchanged rows, or all faults.

    Raises:
        NotPermitted: The actor does not import.
        FileUnreadable: The path cannot be read.
    """
    tables = _tables(source)
    report = ImportReport()
    with suppress(_Undo), unit_of_work(engine, now=now) as session:
        report = examine(session, tables, by=by, tell=tell)
        raise _Undo
    return report


def apply(
    engine: Engine, source: Source, *, by: Actor, now: datetime | None = None, tell: Tell = nobody
) -> ImportReport:
    """Import everything, or nothing when there is a fault.

    Args:
        engine: Where the tables are.
        source: Path or tables.
        by: Who acts; must be the administration.
        now: The moment of the import, the clock's when absent.
        tell: Is told how far it is.

    Returns:
        New, changed and unchanged rows.

    Raises:
        NotPermitted: The actor does not import.
        FileUnreadable: The path cannot be read.
        ImportRefused: There are faults; ``preview`` names them.
        Conflict: Somebody else wrote the same records at the same time.
    """
    tables = _tables(source)
    with unit_of_work(engine, now=now) as session:
        return apply_tables(session, tables, by=by, tell=tell)


def apply_tables(session: Session, tables: Sequence[Table], *, by: Actor, tell: Tell = nobody) -> ImportReport:
    """Import tables inside a unit of work that is open already.

    Raises:
        NotPermitted: The actor does not import.
        ImportRefused: There are faults; nothing was written.
    """
    report = examine(session, tables, by=by, tell=tell)
    if report.faults:
        raise ImportRefused(faults=len(report.faults))
    return report


def examine(session: Session, tables: Sequence[Table], *, by: Actor, tell: Tell = nobody) -> ImportReport:
    """Check tables and, when they have no fault, write them into the open unit of work.

    Raises:
        NotPermitted: The actor does not import.
        SampleMixed: There are invented rounds among them, and the database is no demonstration.
    """
    require(administers(by), action="import")
    steps = Steps(2 * sum(len(table.rows) for table in tables), tell)
    checked = check(tables, known_to(session), steps)
    if checked.faults:
        return ImportReport(faults=checked.faults)
    refuse_sample(session, [wish.slug for wish in checked.commands.get("runden", ()) if isinstance(wish, PutRound)])
    return ImportReport(
        {
            name: _write(session, name, checked.commands[name], by=by, steps=steps)
            for name in LAYOUTS
            if name in checked.commands
        }
    )


def _tables(source: Source) -> Sequence[Table]:
    return read(source) if isinstance(source, Path) else source


def _write(session: Session, name: str, commands: Sequence[Command], *, by: Actor, steps: Steps) -> Tally:
    if name == "aktivitaeten":
        commands = wholes_first([command for command in commands if isinstance(command, PutActivity)])
    if name == "runden":  # few, and each looks whether another one is open
        return _tally(_put(session, name, steps.over(commands), by=by))
    with bulk(session):
        if name != "bewertungen":
            return _tally(_put(session, name, steps.over(commands), by=by))
        answers = [command for command in commands if isinstance(command, PutRating)]
        outcomes = _put(session, name, steps.over(command for command in answers if not is_voice(command)), by=by)
    for wish, rows in counters(command for command in answers if is_voice(command)):
        outcomes[put_voices(session, wish, by=by).outcome] += rows
    return _tally(outcomes)


def _put(session: Session, name: str, commands: Iterable[Command], *, by: Actor) -> Counter[Outcome]:
    service = SERVICES[name]
    return Counter(service(session, command, by=by).outcome for command in commands)


def _tally(outcomes: Counter[Outcome]) -> Tally:
    return Tally(outcomes[Outcome.NEW], outcomes[Outcome.CHANGED], outcomes[Outcome.UNCHANGED])
